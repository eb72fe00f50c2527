/**
 * Villages reached, by the two counts that are never mixed: the policy's own (a facility of the counted
 * types stands in the village or serves it) and on foot (half of its 60+ within the walk).
 */
import type { ImportedTable } from '../../import';
import { countingFacilities, type UnitSums, type Units } from '../../reach';
import { textAt } from '../../store/columns';
import { countingStatuses, villageCoverageTypes } from '../../store/counting';

export interface Meter {
  readonly reached: number;
  readonly total: number;
}

/** 1 for each facility of a type and status that the policy's count of villages takes. */
export function countsForVillages(facilities: ImportedTable): Uint8Array {
  return countingFacilities(facilities, {
    types: villageCoverageTypes,
    statuses: countingStatuses,
  });
}

/** Facilities of the counted types in or serving each unit; `roaming` is a row with no unit of its own. */
export function facilitiesByUnit(
  units: Units,
  facilities: ImportedTable,
  services: ImportedTable | undefined,
  roaming = -1,
): Int32Array {
  const counts = countsForVillages(facilities);
  const here = new Int32Array(units.codes.length);
  const counting = new Set<string | null>();
  const at = (code: string | null) => (code === null ? undefined : units.indexOf.get(code));
  for (let row = 0; row < facilities.rowCount; row++) {
    if (counts[row] === 0) continue;
    counting.add(textAt(facilities.columns.facility_id, row));
    const unit = row === roaming ? undefined : at(textAt(facilities.columns.unit_code, row));
    if (unit !== undefined) here[unit]++;
  }
  for (let row = 0; row < (services?.rowCount ?? 0); row++) {
    if (!counting.has(textAt(services?.columns.facility_id, row))) continue;
    const unit = at(textAt(services?.columns.unit_code, row));
    if (unit !== undefined) here[unit]++;
  }
  return here;
}

/** Administrative villages with a facility, everywhere or below one unit. */
export function policyMeter(units: Units, here: Int32Array, within = -1): Meter {
  return meter(units, within, (unit) => here[unit] > 0);
}

/** Administrative villages with half of their 60+ covered; nobody known there: not reached. */
export function onFootMeter(units: Units, sums: UnitSums, within = -1): Meter | null {
  const people = sums.age_60_plus;
  if (!people) return null;
  return meter(
    units,
    within,
    (unit) => people.total[unit] > 0 && 2 * people.covered[unit] >= people.total[unit],
  );
}

function meter(units: Units, within: number, isReached: (unit: number) => boolean): Meter {
  let reached = 0;
  let total = 0;
  for (let unit = 0; unit < units.codes.length; unit++) {
    if (units.kinds[unit] !== 'villagers_committee') continue;
    if (within >= 0 && !isBelow(units, unit, within)) continue;
    total++;
    if (isReached(unit)) reached++;
  }
  return { reached, total };
}

function isBelow(units: Units, unit: number, above: number): boolean {
  let at = unit;
  while (at >= 0 && at !== above) at = units.parent[at];
  return at === above;
}
