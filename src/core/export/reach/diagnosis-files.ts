/** Why each household is not covered, and how many people of each unit for which cause, as files. */
import { snapPoints } from '../../network';
import {
  causesOf,
  COVERED,
  straightLinesOf,
  tablePlaces,
  unitCauses,
  walkCauses,
  type CoverageRun,
} from '../../reach';
import { dictionaryOf, textAt, type ColumnData } from '../../store/columns';
import type { ResultFile } from '../coverage-files';
import { csvChunks, type CsvColumn } from '../csv';

export function diagnosisFiles(run: CoverageRun): ResultFile[] {
  const causes = causesOf(run);
  const rows = Uint32Array.from(causes.keys()).filter((row) => causes[row] !== COVERED);
  const units = unitColumns(run, causes);
  return [
    {
      name: 'diagnosis_households.csv',
      chunks: csvChunks(householdColumns(run, causes, rows), causes.length, 'data', rows),
    },
    { name: 'diagnosis_units.csv', chunks: csvChunks(units, run.ground.units.codes.length) },
  ];
}

function householdColumns(run: CoverageRun, causes: Uint8Array, rows: Uint32Array): CsvColumn[] {
  const { ground, walks, levelWalks, limitCm, parameters } = run;
  const { households, facilities } = ground;
  const cmPerMinute = parameters.speedMS * 6000;
  const lines = straightLinesOf(run);
  const { lon, lat } = tablePlaces(households);
  const empty = () => new Float64Array(causes.length).fill(NaN);
  const [short, straightM, ratio, levelMinutes] = [empty(), empty(), empty(), empty()];
  const straightTo = new Uint32Array(causes.length);
  for (const row of rows) {
    if (walkCauses[causes[row]] === 'not_located') continue;
    straightTo[row] = lines.nearest(lon[row], lat[row]) + 1;
    straightM[row] = lines.metres;
    if (walks.costCm[row] > limitCm) short[row] = (walks.costCm[row] - limitCm) / cmPerMinute;
    const levelCm = levelWalks.costCm[row];
    if (levelCm < 0) continue;
    ratio[row] = levelCm / 100 / Math.max(1, lines.metres);
    if (run.streets !== null) levelMinutes[row] = levelCm / cmPerMinute;
  }
  const ids = Array.from({ length: facilities.rowCount }, (_, f) =>
    textAt(facilities.columns.facility_id, f),
  );
  const number = (name: string, values: Float64Array, decimals: number): CsvColumn => ({
    name,
    column: { kind: 'number', values },
    decimals,
  });
  const causeColumn: ColumnData = {
    kind: 'dictionary',
    codes: Uint32Array.from(causes, (cause) => (cause === COVERED ? walkCauses.length : cause)),
    words: [...walkCauses, null],
  };
  return [
    { name: 'household_id', column: households.columns.household_id },
    { name: 'cause', column: causeColumn },
    number('short_minutes', short, 3),
    number('straight_metres', straightM, 1),
    {
      name: 'straight_facility_id',
      column: { kind: 'dictionary', codes: straightTo, words: [null, ...ids] },
    },
    number('detour_ratio', ratio, 2),
    number('level_minutes', levelMinutes, 3),
    number('street_metres', streetMetres(run, causes), 1),
  ];
}

/** From each household that joins no street to the nearest one, however far. */
function streetMetres({ ground }: CoverageRun, causes: Uint8Array): Float64Array {
  const metres = new Float64Array(causes.length).fill(NaN);
  const rows = Uint32Array.from(causes.keys()).filter(
    (row) => walkCauses[causes[row]] === 'not_connected',
  );
  const { lon, lat } = tablePlaces(ground.households);
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]);
  const { edge, doorCm } = snapPoints(ground.snapIndex, pick(lon), pick(lat), Infinity);
  rows.forEach((row, i) => {
    if (edge[i] >= 0) metres[row] = doorCm[i] / 100;
  });
  return metres;
}

function unitColumns(run: CoverageRun, causes: Uint8Array): CsvColumn[] {
  const { units } = run.ground;
  const { group, counts, chief, shortMinutes } = unitCauses(run, causes);
  return [
    { name: 'unit_code', column: { kind: 'text', values: units.codes } },
    { name: 'level', column: dictionaryOf(units.levels) },
    { name: 'name', column: { kind: 'text', values: units.names } },
    { name: 'cause', column: dictionaryOf(chief) },
    { name: 'short_minutes', column: { kind: 'number', values: shortMinutes }, decimals: 3 },
    ...walkCauses.map((cause): CsvColumn => ({
      name: `${group}_${cause}`,
      column: { kind: 'integer', values: Int32Array.from(counts[cause]) },
    })),
  ];
}
