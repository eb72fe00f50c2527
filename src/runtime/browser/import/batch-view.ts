/** The rows of one file for one table as the page judges them: figures, systems in question, places. */
import {
  covered,
  toWgs84,
  townsOf,
  type DatumReport,
  type Hypothesis,
  type ImportedSheet,
  type PlacedBatch,
  type ReadBatch,
  type Understanding,
} from '../../../core/import';
import { textAt, valueAt } from '../../../core/store/columns';
import { tableDescription } from '../../../core/store/tables';
import type { BatchView, DatumChoice, UnplacedRow } from '../data/import-data';
import { evidenceMap } from './evidence-map';
import type { KnownPlaces } from './known-places';

/** Points drawn of each hypothesis; more would cover each other. */
const SHOWN_POINTS = 400;
const SHOWN_UNPLACED = 300;
/** Of each list of the report; the whole stays in the worker, for the file. */
const SHOWN_LINES = 100;

export interface DeskBatch {
  readonly id: number;
  readonly file: string;
  readonly read: ReadBatch;
  readonly sheets: readonly ImportedSheet[];
  readonly understood: readonly Understanding[];
  placed: PlacedBatch;
  readonly pins: Map<number, readonly [number, number]>;
}

export async function batchView(batch: DeskBatch, known: KnownPlaces): Promise<BatchView> {
  const { id, file, read, sheets, placed } = batch;
  const { table, account, datum, notes } = placed;
  const choices = await Promise.all(
    (datum.detected?.hypotheses ?? []).map((one) => choiceOf(one, read)),
  );
  const unplaced = unplacedRows(batch);
  const shown = unplaced.slice(0, SHOWN_UNPLACED);
  const hints = datum.status === 'uncertain' ? new Map<number, string>() : hintsOf(batch, shown);
  const used = sheets.filter(({ isUsed }) => isUsed);
  return {
    id,
    table: read.name,
    file,
    rowCount: table.rowCount,
    account: {
      ...account,
      setAside: account.setAside.slice(0, SHOWN_LINES),
      doubts: account.doubts.slice(0, SHOWN_LINES),
      mended: account.mended.slice(0, SHOWN_LINES),
    },
    datum: withoutAnswer(datum),
    choices,
    map: evidenceMap(known, choices, placed),
    precision: hasPlaces(batch) ? placed.precision : {},
    outsideCity: placed.outsideCity,
    outsideCounty: placed.outsideCounty,
    unplacedCount: unplaced.length,
    unplaced: shown.map((row) => unplacedRow(batch, row, hints.get(row) ?? '', known)),
    privateColumns: unique(used.flatMap((one) => one.privateColumns.map(({ header }) => header))),
    ignoredColumns: unique(used.flatMap((one) => one.ignoredColumns)),
    encoding: used[0]?.encoding ?? null,
    townCount: townsOf(table).size,
    notes,
  };
}

const unique = (values: readonly string[]) => [...new Set(values)];

function withoutAnswer({ detected, ...datum }: DatumReport): BatchView['datum'] {
  const margin = detected?.margin ?? Infinity;
  return {
    ...datum,
    reason: detected?.reason ?? null,
    margin: Number.isFinite(margin) ? Math.round(margin) : null,
  };
}

const hasPlaces = ({ read }: DeskBatch) =>
  tableDescription(read.name).columns.some(({ name }) => name === 'lon');

async function choiceOf(hypothesis: Hypothesis, { rows }: ReadBatch): Promise<DatumChoice> {
  const { datum, isSwapped, inRegion, inCounty, testimonies } = hypothesis;
  const convert = await toWgs84(datum);
  const points: number[] = [];
  const step = Math.max(1, Math.floor(rows.x.length / SHOWN_POINTS));
  for (let row = 0; convert && row < rows.x.length; row += step) {
    const [x, y] = isSwapped ? [rows.y[row], rows.x[row]] : [rows.x[row], rows.y[row]];
    if (Number.isNaN(x + y)) continue;
    const [lon, lat] = convert(x, y);
    if (Number.isFinite(lon + lat)) points.push(lon, lat);
  }
  return {
    datum,
    isSwapped,
    inRegion,
    inCounty,
    evidence: testimonies.map(({ kind, witnesses, share, metres, isPlausible }) => ({
      kind,
      witnesses,
      share: share ?? null,
      metres: metres === undefined ? null : Math.round(metres),
      isPlausible,
    })),
    points: Float64Array.from(points),
  };
}

/** Rows without a place, and those the user has placed by hand, so that a pin can be moved. */
function unplacedRows(batch: DeskBatch): number[] {
  const lon = batch.placed.table.columns.lon;
  if (!hasPlaces(batch) || lon?.kind !== 'number') return [];
  const rows: number[] = [];
  for (let row = 0; row < lon.values.length; row++)
    if (Number.isNaN(lon.values[row]) || batch.pins.has(row)) rows.push(row);
  return rows;
}

const hintFields = new Set(['county_name', 'town_name', 'village_name', 'hamlet_name', 'address']);

/** What rows say of their place, as the file has it. */
function hintsOf(
  { read, understood }: DeskBatch,
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const wanted = new Map(
    rows.map((row) => {
      const { sheet, row: number } = read.rows.placeOf(row);
      return [`${sheet}|${number}`, row];
    }),
  );
  const hints = new Map<number, string>();
  for (const { raw, columns } of understood) {
    const own = columns.filter(({ field }) => field !== null && hintFields.has(field));
    for (const batch of raw.batches()) {
      if (hints.size === wanted.size) return hints;
      for (const { number, cells } of batch) {
        const row = wanted.get(`${raw.name}|${number}`);
        if (row === undefined) continue;
        const said = own.map(({ column }) => (cells[column] ?? '').trim());
        hints.set(row, covered(said.filter((text) => text !== '').join(' ')));
      }
    }
  }
  return hints;
}

function unplacedRow(
  { read, placed, pins }: DeskBatch,
  row: number,
  address: string,
  known: KnownPlaces,
): UnplacedRow {
  const { columns, key } = { ...placed.table, key: tableDescription(read.name).key };
  const code = textAt(columns.unit_code, row) ?? '';
  const pin = pins.get(row);
  return {
    row,
    number: read.rows.placeOf(row).row,
    label: textAt(columns.name, row) ?? key.map((one) => valueAt(columns[one], row)).join(' '),
    address,
    unit: known.units.unit(code)?.name ?? code,
    lon: pin?.[0] ?? null,
    lat: pin?.[1] ?? null,
  };
}
