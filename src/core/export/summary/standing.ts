/** Who stands where: the units below one by a figure, and what fails by name, from a summary alone. */
import { ruleAt } from '../../indicators/judge';
import type { State } from '../../indicators/types';
import type { IndicatorSummary, ResultSummary, UnitSummary } from './result-summary';
import { figureOf, hundredthsOf } from './sentences';

type Told = Pick<ResultSummary, 'units' | 'indicators'>;

export interface Standing {
  readonly unitCode: string;
  readonly name: string;
  /** 1 is the highest; equal figures share a place. Null without a figure. */
  readonly place: number | null;
  /** Hundredths of the figure's unit, rounded down. */
  readonly valueHundredths: number | null;
  readonly state: State | null;
  readonly shortfall: number | null;
}

/** Units just below one by an indicator, or by the share of 60+ within the walk; highest first. */
export function standings(
  { units }: Told,
  parentCode: string,
  indicator: IndicatorSummary | null,
): Standing[] {
  const rows = units
    .filter((unit) => unit.parentCode === parentCode)
    .map((unit) => {
      const { unitCode, name } = unit;
      const figure = indicator && figureOf(indicator, unitCode);
      return {
        unitCode,
        name,
        valueHundredths: indicator ? (figure?.valueHundredths ?? null) : hundredthsOf(unit),
        state: figure?.state ?? null,
        shortfall: figure?.shortfall ?? null,
      };
    });
  return rows
    .map((row) => ({ ...row, place: placeOf(row.valueHundredths, rows) }))
    .sort(
      (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.unitCode < b.unitCode ? -1 : 1),
    );
}

function placeOf(
  value: number | null,
  rows: readonly { readonly valueHundredths: number | null }[],
): number | null {
  if (value === null) return null;
  return 1 + rows.filter((row) => (row.valueHundredths ?? -Infinity) > value).length;
}

export interface FailingPlace {
  /** Town, or county where the unit is a town itself. */
  readonly parentName: string;
  readonly names: readonly string[];
}

/** What fails of an indicator within a unit, by name, under the name of the unit above each. */
export function failingPlaces(
  { units }: Told,
  { failing }: IndicatorSummary,
  unitCode: string,
): FailingPlace[] {
  const byCode = new Map(units.map((unit) => [unit.unitCode, unit]));
  const places = new Map<string, string[]>();
  for (const code of failing) {
    const unit = byCode.get(code);
    if (unit === undefined || !isWithin(unit, unitCode, byCode)) continue;
    const parent = byCode.get(unit.parentCode ?? '')?.name ?? '';
    places.set(parent, [...(places.get(parent) ?? []), unit.name]);
  }
  return [...places].map(([parentName, names]) => ({ parentName, names }));
}

function isWithin(
  unit: UnitSummary,
  wanted: string,
  byCode: ReadonlyMap<string, UnitSummary>,
): boolean {
  for (let one: UnitSummary | undefined = unit; one; one = byCode.get(one.parentCode ?? '')) {
    if (one.unitCode === wanted) return true;
  }
  return false;
}

/** Targets first, as the policy has them; those not judged at the level are left out. */
export function judgedIndicators({ indicators }: Told, unit: UnitSummary): IndicatorSummary[] {
  return indicators.filter(
    (indicator) => indicator.kind === 'target' && ruleAt(indicator, unit.level).target !== null,
  );
}
