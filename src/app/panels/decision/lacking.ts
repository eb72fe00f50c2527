import { figureOf } from '../../../core/export/summary/sentences';
import type { IndicatorSummary, UnitSummary } from '../../../core/export/summary/result-summary';
import { ruleAt } from '../../../core/indicators/judge';
import type { Language } from '../../state/language.svelte';
import { amountText } from '../policy/policy-words';

/** What a unit lacks of an indicator's target, in words; null where nothing says. */
export function lackingText(
  indicator: IndicatorSummary,
  unit: UnitSummary,
  language: Language,
): string | null {
  const shortfall = figureOf(indicator, unit.unitCode)?.shortfall ?? null;
  if (shortfall === null) return null;
  if (shortfall === 0) return language.t('decision.enough');
  const { counted } = ruleAt(indicator, unit.level);
  return language.t('decision.gap', { shortfall: amountText(language, shortfall, counted) });
}
