/** The result files of a coverage run: which there are and what stands in them. */
import type { Database } from '../store/database';
import { textAt, type ColumnData } from '../store/columns';
import {
  coverageStateNames,
  minutesOf,
  unitColumns,
  unitDetailColumns,
  type CoverageRun,
} from '../reach';
import { csvChunks, type CsvColumn, type CsvStyle } from './csv';

/** A file to write: its name and its text in pieces. */
export interface ResultFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** Digits after the point, by column. */
const decimalsOf: Readonly<Record<string, number>> = {
  minutes: 3,
  metres: 3,
  level_metres: 3,
  median_minutes: 3,
  p90_minutes: 3,
  short_minutes: 3,
  rate_60_plus: 2,
};

/** Columns as CSV columns under their own names. */
export function csvColumns(columns: Readonly<Record<string, ColumnData>>): CsvColumn[] {
  return Object.entries(columns).map(([name, column]) => ({
    name,
    column,
    decimals: decimalsOf[name],
  }));
}

/** Columns of coverage_households, in the households' own order. */
export function householdColumns(run: CoverageRun): Record<string, ColumnData> {
  const { households, facilities } = run.ground;
  const { costCm, facility } = run.walks;
  const { speedMS } = run.parameters;
  const minutes = new Float64Array(costCm.length);
  const metres = new Float64Array(costCm.length);
  const facilityCodes = new Uint32Array(costCm.length);
  for (let row = 0; row < costCm.length; row++) {
    minutes[row] = minutesOf(costCm[row], speedMS) ?? NaN;
    metres[row] = costCm[row] < 0 ? NaN : costCm[row] / 100;
    facilityCodes[row] = facility[row] + 1;
  }
  const facilityIds = Array.from({ length: facilities.rowCount }, (_, row) =>
    textAt(facilities.columns.facility_id, row),
  );
  return {
    household_id: households.columns.household_id,
    state: { kind: 'dictionary', codes: Uint32Array.from(run.states), words: coverageStateNames },
    minutes: { kind: 'number', values: minutes },
    // Uphill a metre costs more than a metre: then it is the level walk of the same time.
    [run.streets ? 'level_metres' : 'metres']: { kind: 'number', values: metres },
    facility_id: { kind: 'dictionary', codes: facilityCodes, words: [null, ...facilityIds] },
  };
}

/** coverage_households.csv and coverage_units.csv. */
export function coverageFiles(run: CoverageRun, style: CsvStyle = 'data'): ResultFile[] {
  const file = (name: string, columns: Record<string, ColumnData>, rowCount: number) => ({
    name,
    chunks: csvChunks(csvColumns(columns), rowCount, style),
  });
  return [
    file('coverage_households.csv', householdColumns(run), run.ground.households.rowCount),
    file('coverage_units.csv', unitColumns(run), run.ground.units.codes.length),
  ];
}

/** Puts a run's unit results into the database, in place of an earlier run's. */
export async function storeUnitResults(database: Database, run: CoverageRun): Promise<void> {
  await database.run('DELETE FROM coverage_units');
  await database.run('DELETE FROM coverage_unit_details');
  await database.insert('coverage_units', unitColumns(run));
  await database.insert('coverage_unit_details', unitDetailColumns(run));
}
