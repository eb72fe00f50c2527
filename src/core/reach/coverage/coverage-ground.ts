/**
 * What stays the same while minutes, speed and facility types change: households and facilities on
 * the streets, units as a tree, whom each household counts. Made once from the tables.
 */
import { swappedRow, type ImportedTable } from '../../import';
import {
  buildSnapIndex,
  snapPoints,
  type Network,
  type SnapIndex,
  type SnapJob,
} from '../../network';
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import { placeHouseholds, type Places } from '../walks/households';
import type { EdgePoints } from '../streets/points';
import { populationOf, type Population } from '../units/population';
import type { SnapCaps } from './snap-caps';
import { unitIndices, unitsOf, type Units } from '../units/units';

export interface CoverageTables {
  readonly network: Network;
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  readonly units?: ImportedTable;
}

export interface CoverageGround {
  readonly network: Network;
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  readonly units: Units;
  /** Unit of each household, -1 where it has none of the table. */
  readonly unit: Int32Array;
  readonly population: Population;
  /** People each row stands for, where the user named such a column. */
  readonly weights?: ArrayLike<number>;
  /** Edge below 0: no coordinates, or no street within the cap. */
  readonly householdPoints: EdgePoints;
  readonly facilityPoints: EdgePoints;
  readonly places: Places;
  /** What both were placed by: for whoever asks how far the nearest street is. */
  readonly snapIndex: SnapIndex;
  readonly caps: SnapCaps;
  readonly notes: readonly Note[];
}

export interface GroundOptions {
  readonly caps: SnapCaps;
  /** Column of households that says how many people each row stands for. */
  readonly weight: string | null;
  /** Of the same network, if it was made beforehand. */
  readonly snapIndex?: SnapIndex;
  /** Where households stand under these caps, if several threads have found it. */
  readonly householdPoints?: EdgePoints;
  /** Whom the households count, without a weight, if it was summed beforehand. */
  readonly population?: Population;
}

export function coverageGround(
  tables: CoverageTables,
  { caps, weight, snapIndex, householdPoints: found, population: summed }: GroundOptions,
  progress?: Progress,
): Result<CoverageGround> {
  const { network, households, facilities } = tables;
  for (const table of [households, facilities]) {
    if (table.rowCount === 0) return problem('file_without_rows', { file: table.fileName });
    const swapped = swappedRow(table, network);
    if (swapped) return { ok: false, problem: swapped };
  }
  if (tables.units && tables.units.rowCount === 0) {
    return problem('file_without_rows', { file: tables.units.fileName });
  }
  if (tables.units && !households.columns.unit_code) {
    return problem('column_missing', { file: households.fileName, column: 'unit_code' });
  }
  const units = unitsOf(tables.units);
  const unit = unitIndices(units, households);

  if (!snapIndex) progress?.('index_streets', 0, 0);
  const index = snapIndex ?? buildSnapIndex(network);
  const place = (table: ImportedTable, unitOf: Int32Array) =>
    snapTable(index, table, capsOf(units, unitOf, caps), progress);
  const facilityPoints = place(facilities, unitIndices(units, facilities));
  const householdPoints = found ?? place(households, unit);

  const population = (weight === null && summed) || populationOf(households, weight);
  return ok({
    network,
    households,
    facilities,
    units,
    unit,
    population,
    weights: weight === null ? undefined : population.persons?.values,
    householdPoints,
    facilityPoints,
    places: placeHouseholds(network, householdPoints),
    snapIndex: index,
    caps,
    notes: homeless(households, units, unit),
  });
}

/** What placing the households asks, for several threads; null where they have no coordinates. */
export function householdsJob(
  { network, households, units: table }: Omit<CoverageTables, 'facilities'>,
  { caps, snapIndex }: Pick<GroundOptions, 'caps' | 'snapIndex'>,
): SnapJob | null {
  const { lon, lat } = households.columns;
  if (lon?.kind !== 'number' || lat?.kind !== 'number') return null;
  const units = unitsOf(table);
  const capM = capsOf(units, unitIndices(units, households), caps);
  const index = snapIndex ?? buildSnapIndex(network);
  return { index, asked: { lon: lon.values, lat: lat.values, capM } };
}

/** A table's rows on the streets; rows without coordinates join none. */
export function snapTable(
  index: SnapIndex,
  table: ImportedTable,
  capM: Float64Array | number,
  progress?: Progress,
): EdgePoints {
  const { lon, lat } = table.columns;
  if (lon?.kind !== 'number' || lat?.kind !== 'number') {
    const nowhere = new Int32Array(table.rowCount);
    return { edge: nowhere.map(() => -1), alongCm: nowhere, doorCm: nowhere };
  }
  return snapPoints(index, lon.values, lat.values, capM, progress);
}

/** The cap of each row in metres, by its unit. */
export function capsOf(units: Units, unitOf: Int32Array, caps: SnapCaps): Float64Array {
  const { townMaxSnapM, villageMaxSnapM, maxSnapM } = caps;
  const inTown = units.kinds.map((kind) => kind === 'residents_committee');
  const capM = new Float64Array(unitOf.length);
  for (let row = 0; row < capM.length; row++) {
    const unit = unitOf[row];
    const isTown = !units.isGiven || (unit >= 0 && inTown[unit]);
    capM[row] = maxSnapM ?? (isTown ? townMaxSnapM : villageMaxSnapM);
  }
  return capM;
}

/** Rows that belong to no unit of the table count in no unit's sums: said, not swallowed. */
function homeless(households: ImportedTable, units: Units, unit: Int32Array): Note[] {
  const first = unit.indexOf(-1);
  if (!units.isGiven || first < 0) return [];
  const count = unit.reduce((sum, index) => sum + (index < 0 ? 1 : 0), 0);
  const { fileName: file, rowNumbers } = households;
  return [{ code: 'households_without_unit', params: { file, count, row: rowNumbers[first] } }];
}
