/** Two evaluations side by side: two dates of data give a trend, a plan beside the data a what-if. */
import type { Evaluation } from './evaluate';
import type { Level, State, UnitResult } from './types';

export interface ComparedUnit {
  readonly indicatorId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly level: Level;
  readonly before: UnitResult | null;
  readonly after: UnitResult | null;
  /** After less before, in hundredths of the indicator's unit; null where either has no figure. */
  readonly changeHundredths: number | null;
  /** The states where they differ. */
  readonly turned: { readonly from: State; readonly to: State } | null;
}

/** Every unit that either evaluation speaks of, in the order of the later one. */
export function compareEvaluations(before: Evaluation, after: Evaluation): ComparedUnit[] {
  const earlier = new Map(before.indicators.map((result) => [result.entry.id, result]));
  return after.indicators.flatMap((result) => {
    const past = new Map(
      earlier.get(result.entry.id)?.units.map((unit) => [unit.unitCode, unit] as const),
    );
    const now = new Map(result.units.map((unit) => [unit.unitCode, unit]));
    const codes = [...now.keys(), ...[...past.keys()].filter((code) => !now.has(code))];
    return codes.map((unitCode) =>
      compared(result.entry.id, past.get(unitCode) ?? null, now.get(unitCode) ?? null),
    );
  });
}

function compared(
  indicatorId: string,
  before: UnitResult | null,
  after: UnitResult | null,
): ComparedUnit {
  const either = (after ?? before)!;
  const values = [before?.valueHundredths ?? null, after?.valueHundredths ?? null] as const;
  return {
    indicatorId,
    unitCode: either.unitCode,
    unitName: either.unitName,
    level: either.level,
    before,
    after,
    changeHundredths: values[0] === null || values[1] === null ? null : values[1] - values[0],
    turned:
      before !== null && after !== null && before.state !== after.state
        ? { from: before.state, to: after.state }
        : null,
  };
}
