/** Figures of the policy as people read them, and the marks of their states. */
import { decimals, signedDecimals } from '../../../core/export/decimals';
import type { Wording } from '../../../core/indicators/types';
import { judgements, type Mark } from '../../../core/palette';
import type { Language } from '../../state/language.svelte';
import type {
  JudgedState,
  Level,
  PolicyIndicator,
  PolicyUnit,
  UnitResult,
} from '../../state/types';

export const states: readonly JudgedState[] = [
  'missed',
  'soft_missed',
  'met',
  'insufficient',
  'informative',
];

export const stateMarks: Readonly<Record<JudgedState, Mark>> = {
  met: judgements.met,
  missed: judgements.missed,
  soft_missed: judgements.missed_in_principle,
  insufficient: judgements.insufficient,
  informative: judgements.informative,
};

/** Two decimals, rounded down as they come; a whole number without. */
export function valueText(hundredths: number | null): string | null {
  return decimals(hundredths)?.replace(/\.00$/, '') ?? null;
}

/** A numerator in the unit of its clause. */
export function numeratorText(numerator: number | null, scale: number): string | null {
  if (numerator === null) return null;
  if (scale === 100) {
    const [whole, part] = decimals(numerator)!.split('.');
    return `${Number(whole).toLocaleString('en-US')}${part === '00' ? '' : `.${part}`}`;
  }
  return numerator.toLocaleString('en-US');
}

export interface Bar {
  /** 0–1 of the bar's width. */
  readonly share: number;
  readonly target: number | null;
}

/** Percentages on a scale of 100, others on one that ends a quarter above the target. */
export function barOf(indicator: PolicyIndicator, figure: UnitResult | null): Bar | null {
  const value = figure?.valueHundredths ?? null;
  if (figure === null || value === null) return null;
  const { target, unit } = indicator.rules[figure.level];
  if (unit.zh === '%') {
    // A small target would vanish at the left edge: the scale ends at twice the target, at most 100.
    const end = target === null ? 100 : Math.min(100, 2 * target);
    return { share: Math.min(1, value / 100 / end), target: target === null ? null : target / end };
  }
  if (target === null || target === 0) return null;
  return { share: Math.min(1, value / 100 / (1.25 * target)), target: 0.8 };
}

/** How far a figure is from its target, 0–1; null where nothing is missed. */
export function gapShare(indicator: PolicyIndicator, figure: UnitResult | null): number | null {
  if (figure === null || figure.valueHundredths === null) return null;
  if (figure.state !== 'missed' && figure.state !== 'soft_missed') return null;
  const { target } = indicator.rules[figure.level];
  return target ? 1 - figure.valueHundredths / 100 / target : null;
}

export function targetAt(indicator: PolicyIndicator, level: Level): number | null {
  return indicator.rules[level].target;
}

/** What is lacking with its unit, such as 594 个村; null without a shortfall. */
export function shortfallText(
  language: Language,
  indicator: PolicyIndicator,
  figure: UnitResult | null,
): string | null {
  if (figure === null || figure.shortfall === null) return null;
  return amountText(language, figure.shortfall, indicator.rules[figure.level].counted);
}

/** A whole number of what a catalogue counts: 594 个村, 1 county, 2 counties. */
export function amountText(
  { count, current }: Language,
  amount: number,
  counted: Wording | null,
): string {
  const word = counted?.[current] ?? '';
  const isOne = amount === 1 && current === 'en';
  return `${count(amount)} ${isOne ? singular(word) : word}`.trimEnd();
}

/** Catalogues give the plural. */
function singular(word: string): string {
  if (word === 'people') return 'person';
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** Against what it is compared with: +1.24, 0; null where either has no figure. */
export function changeText(figure: PolicyUnit | null): string | null {
  return signedDecimals(figure?.compared?.changeHundredths ?? null)?.replace(/\.00$/, '') ?? null;
}

export type Turn = 'met' | 'lost';

/** Whether a figure came to meet its target, or no longer does. */
export function turnOf(figure: PolicyUnit | null): Turn | null {
  const turned = figure?.compared?.turned;
  if (turned?.to === 'met') return 'met';
  return turned?.from === 'met' ? 'lost' : null;
}
