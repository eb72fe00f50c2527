/**
 * Where no street is known: the straight line to the nearest facility, made longer by a factor. An
 * estimate, never mixed with walks over streets; a river between the two is not seen.
 */
import type { ImportedTable } from '../../import';
import { tablePlaces } from '../coverage/table-places';
import { StraightLines } from '../diagnosis/straight-lines';
import type { Population } from '../units/population';
import { sumByUnit, type UnitSums } from '../units/rollup';
import type { Units } from '../units/units';
import { statesOf } from '../walks/coverage-states';

/** A walk over its straight line: under a residents' committee, and elsewhere (DOMAIN §2.3). */
export const defaultDetourFactors = { town: 1.3, mountain: 1.5 };
export type DetourFactors = typeof defaultDetourFactors;

export interface EstimateInput {
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  readonly units: Units;
  /** Unit of each household, -1 where unknown. */
  readonly unit: Int32Array;
  readonly population: Population;
  /** 1 for each facility that counts. */
  readonly facilityCounts: Uint8Array;
  /** 1 for each household whose walk is to be estimated. */
  readonly asked: Uint8Array;
  readonly factors: DetourFactors;
  /** The longest walk that counts, centimetres. */
  readonly limitCm: number;
}

export interface Estimate {
  readonly asked: Uint8Array;
  readonly factors: DetourFactors;
  readonly limitCm: number;
  /** Estimated walk of each household and its facility; -1 where not asked or none. */
  readonly costCm: Int32Array;
  readonly facility: Int32Array;
  /** Of the households asked about alone: `covered` are those within the limit as estimated. */
  readonly sums: UnitSums;
}

export function straightEstimate(input: EstimateInput): Estimate {
  const { households, facilities, units, unit, population, asked, factors, limitCm } = input;
  const lines = new StraightLines(tablePlaces(facilities), (f) => input.facilityCounts[f] === 1);
  const { lon, lat } = tablePlaces(households);
  const inTown = units.kinds.map((kind) => kind === 'residents_committee');
  const costCm = new Int32Array(households.rowCount).fill(-1);
  const facility = new Int32Array(households.rowCount).fill(-1);
  for (let i = 0; i < costCm.length; i++) {
    if (asked[i] === 0) continue;
    facility[i] = lines.nearest(lon[i], lat[i]);
    if (facility[i] < 0) continue;
    const isTown = unit[i] >= 0 && inTown[unit[i]];
    costCm[i] = Math.round(lines.metres * 100 * (isTown ? factors.town : factors.mountain));
  }
  // Who was not asked about belongs to no unit here, so that no sum holds both kinds.
  const askedUnit = unit.map((u, i) => (asked[i] === 1 ? u : -1));
  const states = statesOf({ costCm, edge: facility.map(() => 0) }, limitCm);
  const values = Object.fromEntries(
    Object.entries(population).map(([group, counts]) => [group, counts.values]),
  );
  return {
    asked,
    factors,
    limitCm,
    costCm,
    facility,
    sums: sumByUnit(units, askedUnit, states, values),
  };
}
