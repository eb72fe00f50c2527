import { figureOf } from '../../../core/export/summary/sentences';
import type { IndicatorSummary, UnitSummary } from '../../../core/export/summary/result-summary';
import { ruleAt } from '../../../core/indicators/judge';
import type { Language } from '../../state/language.svelte';

/** What a unit lacks of an indicator's target, in words; null where nothing says. */
export function lackingText(
  indicator: IndicatorSummary,
  unit: UnitSummary,
  { t, count, current }: Language,
): string | null {
  const shortfall = figureOf(indicator, unit.unitCode)?.shortfall ?? null;
  if (shortfall === null) return null;
  if (shortfall === 0) return t('decision.enough');
  const word = ruleAt(indicator, unit.level).counted?.[current] ?? '';
  return t('decision.gap', { shortfall: `${count(shortfall)} ${word}`.trimEnd() });
}
