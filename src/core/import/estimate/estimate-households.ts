/**
 * Where there is no household table: totals of units spread over points, in the columns of
 * households, every row marked as estimated. Each total comes out again exactly; how old the people of
 * a point are is only as true as that its unit's ages are everywhere alike.
 */
import { quantiseDegrees } from '../../geo';
import type { Raster } from '../../geo/geotiff';
import { ok, problem, type Note, type Progress, type Result } from '../../result';
import {
  dictionaryOf,
  textAt,
  UNKNOWN_INTEGER,
  valueAt,
  type ColumnData,
  type TableData,
} from '../../store/columns';
import { pause } from '../pause';
import type { UnitAreas } from '../place/areas';
import type { ImportedTable } from '../table/imported-table';
import type { UnitIndex } from '../understand/unit-index';
import { apportion } from './apportion';
import { cellsOf, hamletsByUnit, hamletsOf, seatOf, type DemandPoints } from './points';

export interface EstimateInput {
  /** Totals by unit: the table of that name. */
  readonly population: TableData;
  readonly raster: Raster | null;
  readonly areas: UnitAreas;
  readonly hamlets: TableData | null;
  readonly units: UnitIndex;
  /** Kept in every row: what was spread over what. */
  readonly source: string;
}

export interface EstimateWatch {
  readonly progress?: Progress;
  readonly isCancelled?: () => boolean;
}

export interface Estimate {
  readonly table: ImportedTable;
  readonly notes: readonly Note[];
}

/** Null is unknown. */
type Count = number | null;

interface Totals {
  readonly code: string;
  readonly asOf: string | null;
  readonly residents: Count;
  readonly plus60: Count;
  readonly plus65: Count;
  readonly plus80: Count;
}

/** Columns of households that are counted here. */
const COUNTED = ['persons', 'age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'] as const;

interface Row {
  readonly code: string;
  readonly asOf: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly counts: Readonly<Record<(typeof COUNTED)[number], Count>>;
  readonly precision: string;
  readonly source: string;
}

/** A unit takes moments; a cancel is heard within this time and one more unit. */
const BETWEEN_PAUSES_MS = 100;

/** Problems: `estimate_no_totals`, `estimate_contradicts`, `cancelled`. */
export async function estimateHouseholds(
  input: EstimateInput,
  { progress, isCancelled }: EstimateWatch = {},
): Promise<Result<Estimate>> {
  const { lowest, overlapping } = lowestTotals(input.population);
  if (lowest.length === 0) return problem('estimate_no_totals');
  const rows: Row[] = [];
  let unplaced = 0;
  let lost = 0;
  let pausedMs = performance.now();
  const hamlets = input.hamlets && hamletsByUnit(input.hamlets);
  for (const [done, totals] of lowest.entries()) {
    if (performance.now() - pausedMs > BETWEEN_PAUSES_MS) {
      progress?.('estimate', done, lowest.length);
      await pause();
      if (isCancelled?.()) return problem('cancelled');
      pausedMs = performance.now();
    }
    const groups = groupsOf(totals);
    if (Object.values(groups).some((people) => people !== null && people < 0))
      return problem('estimate_contradicts', { value: totals.code });
    const points = pointsFor(input, hamlets?.get(totals.code), totals.code);
    if (points) for (const row of spread(totals, groups, points)) rows.push(row);
    else {
      unplaced++;
      lost += totals.residents ?? totals.plus60 ?? 0;
    }
  }
  const notes: Note[] = [];
  if (overlapping > 0) notes.push({ code: 'estimate_overlap', params: { units: overlapping } });
  if (unplaced > 0)
    notes.push({ code: 'estimate_unplaced', params: { units: unplaced, persons: lost } });
  return ok({ table: tableOf(rows, input.source), notes });
}

/** The newest totals of each unit; of a unit whose parts have totals too the parts count. */
function lowestTotals({ rowCount, columns }: TableData) {
  const newest = new Map<string, Totals>();
  for (let row = 0; row < rowCount; row++) {
    const code = textAt(columns.unit_code, row) ?? '';
    const asOf = textAt(columns.as_of, row);
    const count = (name: string) => valueAt(columns[name], row) as Count;
    const totals: Totals = {
      code,
      asOf,
      residents: count('residents'),
      plus60: count('age_60_plus'),
      plus65: count('age_65_plus'),
      plus80: count('age_80_plus'),
    };
    if (totals.residents === null && totals.plus60 === null) continue;
    const known = newest.get(code);
    if (!known || (known.asOf ?? '') < (asOf ?? '')) newest.set(code, totals);
  }
  const all = [...newest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const stems = all.map(({ code }) => stemOf(code));
  // In the order of codes a unit's parts follow it at once.
  const lowest = all.filter((_, i) => !(stems[i + 1] ?? '').startsWith(stems[i]));
  return { lowest, overlapping: all.length - lowest.length };
}

/** The digits that the codes of all parts begin with. */
const stemOf = (code: string) => code.replace(/^(\d{4}|\d{6}|\d{9})0+$/, '$1');

function pointsFor(
  { raster, areas, hamlets, units }: EstimateInput,
  hamletRows: readonly number[] | undefined,
  code: string,
) {
  return (
    (raster && cellsOf(raster, areas, code)) ??
    (hamlets && hamletRows ? hamletsOf(hamlets, hamletRows) : null) ??
    seatOf(units, code)
  );
}

interface Groups {
  readonly under60: Count;
  readonly from60: Count;
  readonly from65: Count;
  readonly from80: Count;
}

/** Groups that nobody is in twice: shared out each for itself, every total comes out again. */
function groupsOf({ residents, plus60, plus65, plus80 }: Totals): Groups {
  return {
    under60: residents === null ? null : residents - (plus60 ?? plus65 ?? plus80 ?? 0),
    from60: plus60 === null ? null : plus60 - (plus65 ?? plus80 ?? 0),
    from65: plus65 === null ? null : plus65 - (plus80 ?? 0),
    from80: plus80,
  };
}

function spread({ code, asOf, residents }: Totals, groups: Groups, points: DemandPoints): Row[] {
  const share = (people: Count) => (people === null ? null : apportion(people, points.weight));
  const [under60, from60, from65, from80] = [
    groups.under60,
    groups.from60,
    groups.from65,
    groups.from80,
  ].map(share);
  const rows: Row[] = [];
  for (let i = 0; i < points.lon.length; i++) {
    const all = [under60, from60, from65, from80].reduce((sum, one) => sum + (one?.[i] ?? 0), 0);
    if (all === 0) continue;
    rows.push({
      code,
      asOf,
      lon: quantiseDegrees(points.lon[i]),
      lat: quantiseDegrees(points.lat[i]),
      counts: {
        persons: residents === null ? null : all,
        age_60_64: from60?.[i] ?? null,
        age_65_74: from65?.[i] ?? null,
        // 65 to 79 stand in the lower band; the totals do not tell them apart.
        age_75_79: from65 ? 0 : null,
        age_80_plus: from80?.[i] ?? null,
      },
      precision: points.precision,
      source: points.source,
    });
  }
  return rows;
}

function tableOf(rows: readonly Row[], source: string): ImportedTable {
  const words = (text: (row: Row) => string | null) => dictionaryOf(rows.map(text));
  const numbers = (value: (row: Row) => number) => ({
    kind: 'number' as const,
    values: Float64Array.from(rows, value),
  });
  const counts = COUNTED.map((name) => [
    name,
    {
      kind: 'integer',
      values: Int32Array.from(rows, (row) => row.counts[name] ?? UNKNOWN_INTEGER),
    },
  ]);
  const numberInUnit = new Map<string, number>();
  const ids = rows.map(({ code }) => {
    const number = (numberInUnit.get(code) ?? 0) + 1;
    numberInUnit.set(code, number);
    return `est-${code}-${number}`;
  });
  return {
    name: 'households',
    fileName: 'households',
    rowCount: rows.length,
    rowNumbers: Uint32Array.from(rows, (_, row) => row + 1),
    notes: [],
    columns: {
      household_id: { kind: 'text', values: ids },
      unit_code: words(({ code }) => code),
      lon: numbers(({ lon }) => lon),
      lat: numbers(({ lat }) => lat),
      ...(Object.fromEntries(counts) as Record<string, ColumnData>),
      is_estimated: { kind: 'boolean', values: new Uint8Array(rows.length).fill(1) },
      location_precision: words(({ precision }) => precision),
      coord_source: words((row) => row.source),
      as_of: words(({ asOf }) => asOf),
      source: words(() => source),
    },
  };
}
