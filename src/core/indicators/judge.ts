/**
 * From two whole numbers to a judgement. Everything is compared as integers, so 59.96 % can neither
 * pass nor print as 60.0; 以上 and 不少于 include the number itself. What is blank is unknown: a unit is
 * met or missed only where no blank could turn it, else the data are insufficient.
 */
import type { IndicatorEntry, InsufficientReason, Level, Operator, State, Wording } from './types';

export interface Measured {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number;
  /** 'count': each unknown adds at most 1 to the numerator; 'open': no bound is known. */
  readonly unknownAdds: 'count' | 'open';
}

export interface Rule {
  readonly factor: number;
  readonly scale: number;
  /** Null, like the target, where nothing is judged. */
  readonly operator: Operator | null;
  readonly target: number | null;
  readonly isSoft: boolean;
}

export interface TargetAt {
  readonly unit: Wording;
  /** What the shortfall is counted in; null where the catalogue has no word. */
  readonly counted: Wording | null;
  readonly factor: number;
  readonly operator: Operator | null;
  readonly target: number | null;
}

export interface Judgement {
  readonly valueHundredths: number | null;
  readonly state: State;
  readonly reason: InsufficientReason | null;
  readonly shortfall: number | null;
}

/** The judgement of one unit; see the file's head for the rules. */
export function judge(measured: Measured, rule: Rule): Judgement {
  const { numerator, denominator, unknown } = measured;
  if (denominator === null) return insufficient('denominator_missing');
  if (denominator <= 0) return insufficient('none_to_assess');
  if (numerator === null) return insufficient('numerator_missing');
  const valueHundredths = Math.floor((100 * rule.factor * numerator) / (rule.scale * denominator));
  const { target } = rule;
  if (target === null || rule.operator === null) {
    return { valueHundredths, state: 'informative', reason: null, shortfall: null };
  }
  const meets = (count: number) => compare(count, denominator, rule, target);
  if (meets(numerator)) return { valueHundredths, state: 'met', reason: null, shortfall: 0 };
  const mayStillMeet =
    unknown > 0 && (measured.unknownAdds === 'open' || meets(numerator + unknown * rule.scale));
  if (mayStillMeet) return { ...insufficient('blanks_decide'), valueHundredths };
  return {
    valueHundredths,
    state: rule.isSoft ? 'soft_missed' : 'missed',
    reason: null,
    shortfall: shortfallOf(numerator, denominator, rule, target),
  };
}

function insufficient(reason: InsufficientReason): Judgement {
  return { valueHundredths: null, state: 'insufficient', reason, shortfall: null };
}

/** Targets carry at most two decimals; in hundredths both sides are whole numbers. */
function compare(numerator: number, denominator: number, rule: Rule, target: number): boolean {
  const ours = 100 * rule.factor * numerator;
  const needed = Math.round(100 * target) * rule.scale * denominator;
  return rule.operator === '=' ? ours === needed : ours >= needed;
}

/** Whole units (villages, people, square metres) that are still needed. */
function shortfallOf(numerator: number, denominator: number, rule: Rule, target: number): number {
  const needed = Math.round(100 * target) * rule.scale * denominator;
  const perUnit = 100 * rule.factor * rule.scale;
  return Math.max(0, Math.ceil((needed - 100 * rule.factor * numerator) / perUnit));
}

/** What an official figure is held against at a level; no target where the level is not judged. */
export function ruleAt(
  entry: Pick<
    IndicatorEntry,
    'by_level' | 'counted' | 'levels' | 'operator' | 'target' | 'unit' | 'value_factor'
  >,
  level: Level,
): TargetAt {
  const special = entry.by_level?.[level];
  const isJudged = entry.levels.includes(level) && entry.target !== null;
  return {
    unit: special?.unit ?? entry.unit,
    counted: special ? (special.counted ?? null) : (entry.counted ?? null),
    factor: special?.value_factor ?? entry.value_factor,
    operator: isJudged ? (special?.operator ?? entry.operator) : null,
    target: isJudged ? (special?.target ?? entry.target) : null,
  };
}
