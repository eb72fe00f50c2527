/** One household and its walk to the nearest facility; a unit's median household. */
import {
  CoverageState,
  coverageStateNames,
  minutesOf,
  diagnose,
  walkOf,
  type CoverageRun,
} from '../../../core/reach';
import type { SqlValue } from '../../../core/store/database';
import { rowFields } from './city-tables';
import type { HouseholdDetail, WalkPath } from '../data/coverage-data';

/** @param otherFields columns that the run's own table does not hold */
export function householdDetail(
  run: CoverageRun,
  householdIndex: number,
  otherFields: Readonly<Record<string, SqlValue>>,
): HouseholdDetail {
  const { ground, states } = run;
  const fields = { ...rowFields('households', ground.households, householdIndex), ...otherFields };
  const number = (name: string) => (typeof fields[name] === 'number' ? fields[name] : null);
  return {
    householdIndex,
    id: String(fields['household_id'] ?? ''),
    unitIndex: ground.unit[householdIndex],
    state: coverageStateNames[states[householdIndex]],
    lon: number('lon'),
    lat: number('lat'),
    path: pathOf(run, householdIndex),
    diagnosis: diagnose(run, householdIndex),
    fields,
  };
}

/** The first household, in the table's order, whose walk is the unit's median; -1 if none. */
export function medianHousehold(run: CoverageRun, unitIndex: number): number {
  const { ground, walks, quantiles, states } = run;
  const medianCm = quantiles.medianCm[unitIndex];
  if (medianCm < 0) return -1;
  const { parent } = ground.units;
  for (let i = 0; i < walks.costCm.length; i++) {
    if (walks.costCm[i] !== medianCm || states[i] === CoverageState.notLocated) continue;
    for (let u = ground.unit[i]; u >= 0; u = parent[u]) if (u === unitIndex) return i;
  }
  return -1;
}

/** The walk a run speaks of, as a line; null where it has none. */
function pathOf(run: CoverageRun, householdIndex: number): WalkPath | null {
  const path = walkOf(run, householdIndex);
  if (!path) return null;
  return {
    facilityIndex: path.facility,
    coordinates: path.coordinates,
    minutes: minutesOf(run.walks.costCm[householdIndex], run.parameters.speedMS) ?? 0,
    metres: path.lengthCm / 100,
    doorMetres: (path.doorCm + path.facilityDoorCm) / 100,
  };
}
