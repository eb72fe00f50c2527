/**
 * What stands beside the coverage and is never mixed with it: other definitions of the circle,
 * straight-line estimates, minutes by vehicle. Each has a file and columns of its own.
 */
import type { ImportedTable } from '../../import';
import {
  bases,
  BasisSums,
  basisSpeedMS,
  isJudged,
  knownSums,
  minutesOf,
  rateHundredths,
  resultGroups,
  type CoverageRun,
  type Estimate,
  type UnitSums,
  type Units,
  type VehicleReach,
} from '../../reach';
import { dictionaryOf, textAt, UNKNOWN_INTEGER, type ColumnData } from '../../store/columns';
import type { ResultFile } from '../coverage-files';
import { csvChunks, type CsvColumn } from '../csv';

/** coverage_bases.csv: a row for each unit and definition. */
export function basesFile(run: CoverageRun): ResultFile {
  const { units } = run.ground;
  const sums = new BasisSums(run);
  const rowOf = bases.flatMap((_, b) => units.codes.map((_, unit) => [b, unit] as const));
  const perBasis = bases.map((basis) => sums.of(basis));
  const text = (name: string, value: (basis: number, unit: number) => string | null) => ({
    name,
    column: dictionaryOf(rowOf.map(([b, unit]) => value(b, unit))),
  });
  const columns: CsvColumn[] = [
    text('unit_code', (_, unit) => units.codes[unit]),
    text('level', (_, unit) => units.levels[unit]),
    text('name', (_, unit) => units.names[unit]),
    text('basis', (b) => bases[b]),
    text('speed_m_per_s', (b) => speedText(bases[b])),
  ];
  for (const group of resultGroups) {
    const series = perBasis.map((of) => knownSums(run, group, of));
    for (const [name, key] of [
      ['total', 'total'],
      ['covered', 'covered'],
    ] as const) {
      const values = Int32Array.from(rowOf, ([b, unit]) => series[b][key].values[unit]);
      columns.push({ name: `${group}_${name}`, column: { kind: 'integer', values } });
    }
    columns.push({
      name: `${group}_rate`,
      column: {
        kind: 'number',
        values: Float64Array.from(rowOf, ([b, unit]) =>
          percent(series[b].covered.values[unit], series[b].total.values[unit]),
        ),
      },
      decimals: 2,
    });
  }
  return { name: 'coverage_bases.csv', chunks: csvChunks(columns, rowOf.length) };
}

function speedText(basis: (typeof bases)[number]): string {
  return basis === 'by_age' ? '0.9/0.8/0.6' : basisSpeedMS(basis).toFixed(3);
}

/** Rounded down to hundredths; NaN where unknown or nobody. */
function percent(covered: number, total: number): number {
  if (covered === UNKNOWN_INTEGER || total === UNKNOWN_INTEGER) return NaN;
  return (rateHundredths(covered, total) ?? NaN) / 100;
}

interface EstimateTables {
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  readonly units: Units;
}

/** estimates_households.csv and estimates_units.csv, of those asked about alone. */
export function estimateFiles(
  { households, facilities, units }: EstimateTables,
  estimate: Estimate,
  speedMS: number,
): ResultFile[] {
  const { asked, costCm, facility, limitCm } = estimate;
  const rows = Uint32Array.from(asked.keys()).filter((row) => asked[row] === 1);
  const numbers = (value: (cm: number) => number): ColumnData => ({
    kind: 'number',
    values: Float64Array.from(costCm, (cm) => (cm < 0 ? NaN : value(cm))),
  });
  const within: ColumnData = {
    kind: 'boolean',
    values: Uint8Array.from(costCm, (cm) => (cm >= 0 && cm <= limitCm ? 1 : 0)),
  };
  const ids = Array.from({ length: facilities.rowCount }, (_, f) =>
    textAt(facilities.columns.facility_id, f),
  );
  const codes = Uint32Array.from(facility, (f) => f + 1);
  const columns: CsvColumn[] = [
    { name: 'household_id', column: households.columns.household_id },
    { name: 'estimated_within', column: within },
    {
      name: 'estimated_minutes',
      column: numbers((cm) => minutesOf(cm, speedMS) ?? NaN),
      decimals: 1,
    },
    { name: 'estimated_metres', column: numbers((cm) => cm / 100), decimals: 0 },
    {
      name: 'estimated_facility_id',
      column: { kind: 'dictionary', codes, words: [null, ...ids] },
    },
  ];
  return [
    {
      name: 'estimates_households.csv',
      chunks: csvChunks(columns, asked.length, 'data', rows),
    },
    unitFile('estimates_units.csv', units, [['estimated', 'estimated_within', estimate.sums]]),
  ];
}

/** vehicle_units.csv: whom a vehicle brings to a facility of the township, by minutes. */
export function vehicleFile(units: Units, { options, sums }: VehicleReach): ResultFile {
  const parts = options.minutes.map(
    (minutes, i) => [i === 0 ? 'total' : null, `by_vehicle_${minutes}_min`, sums[i]] as const,
  );
  return unitFile('vehicle_units.csv', units, parts);
}

/** A row for each unit: for each group its total (once) and those within. */
function unitFile(
  name: string,
  units: Units,
  parts: readonly (readonly [total: string | null, within: string, sums: UnitSums])[],
): ResultFile {
  const columns: CsvColumn[] = [
    { name: 'unit_code', column: { kind: 'text', values: units.codes } },
    { name: 'level', column: dictionaryOf(units.levels) },
    { name: 'name', column: { kind: 'text', values: units.names } },
  ];
  for (const group of resultGroups) {
    for (const [total, within, sums] of parts) {
      const of = sums[group];
      if (!of) continue;
      const integers = (values: Float64Array): ColumnData => ({
        kind: 'integer',
        values: Int32Array.from(values),
      });
      if (total) columns.push({ name: `${group}_${total}`, column: integers(of.total) });
      const covered = of.covered.map((count, u) => (isJudged(of, u) ? count : UNKNOWN_INTEGER));
      columns.push({ name: `${group}_${within}`, column: integers(covered) });
    }
  }
  return { name, chunks: csvChunks(columns, units.codes.length) };
}
