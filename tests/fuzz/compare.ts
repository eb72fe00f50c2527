/** Our cells against an independent reader's: no number of ours may be missing there. */
import type { OpenedFile, RawTable } from '../../src/core/import';
import type { Oracle, Reading } from './oracle';

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Excel keeps fifteen digits, and so does our reader of workbooks. */
const DIGITS = 15;

export interface Verdict {
  readonly kind: string;
  readonly isRefused: boolean;
  /** A number of ours that the other reader does not have; null where all agree. */
  readonly strange: string | null;
}

/** Null where nothing was read, or no independent reader is at hand for it. */
export async function compareWith(
  oracle: Oracle,
  name: string,
  bytes: Uint8Array,
  opened: readonly OpenedFile[],
): Promise<Verdict | null> {
  const kind = oracleOf(
    name,
    opened.find((file) => file.kind === 'tables'),
  );
  if (kind === null) return null;
  const answer = await oracle.read(kind, bytes);
  if ('refused' in answer) return { kind, isRefused: true, strange: null };
  const tables = opened.flatMap((file) => (file.kind === 'tables' ? file.tables : []));
  return { kind, isRefused: false, strange: strangeNumber(kind, tables, answer.readings) };
}

/** The reader an opened file is compared by, and whether rows are compared one by one. */
function oracleOf(name: string, opened: OpenedFile | undefined): string | null {
  if (opened?.kind !== 'tables') return null;
  if (/\.(zip|kmz)$/.test(name)) return 'zip';
  if (/\.gz$/.test(name)) return null;
  const kinds: Record<string, string> = {
    csv: 'csv',
    tsv: 'csv',
    geojson: 'json',
    kml: 'kml',
    gpkg: 'gpkg',
    parquet: 'parquet',
    xlsx: 'xlsx',
    xls: 'xls',
    shapefile: /\.dbf$/.test(name) ? 'dbf' : 'shp',
  };
  return kinds[opened.format] ?? null;
}

/** A number of ours that none of the readings has, with its row; null where all agree. */
function strangeNumber(
  kind: string,
  tables: readonly RawTable[],
  readings: readonly Reading[],
): string | null {
  let strange: string | null = null;
  for (const reading of readings) {
    strange = strangeIn(kind, tables, reading);
    if (strange === null) return null;
  }
  return strange;
}

function strangeIn(kind: string, tables: readonly RawTable[], reading: Reading): string | null {
  const byRow = new Map<string, Map<string, number>>();
  for (const [row, cells] of reading) {
    const counts = byRow.get(row) ?? new Map<string, number>();
    for (const cell of cells) {
      const number = numberOf(cell);
      if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    byRow.set(row, counts);
  }
  let filled = 0;
  for (const table of tables) {
    // A sheet that the other reader leaves out is refused by it, not read otherwise.
    if (isBook(kind) && !reading.some(([row]) => row.startsWith(`${table.name}\u001f`))) continue;
    // The point that stands for an area is made, not read.
    const areas = new Set(table.areas.map((area) => area.number));
    for (const batch of table.batches()) {
      for (const { cells: all, number } of batch) {
        const cells = areas.has(number) ? all.slice(0, -2) : all;
        if (cells.every((cell) => cell.trim() === '')) continue;
        const row = rowName(kind, table.name, number, filled++);
        const left = new Map(byRow.get(row) ?? byRow.get(''));
        for (const cell of cells) {
          const own = numberOf(cell);
          if (own === null) continue;
          const count = left.get(own) ?? 0;
          if (count === 0) return `${cell} in row ${number} of ${table.name}`;
          left.set(own, count - 1);
        }
      }
    }
  }
  return null;
}

const isBook = (kind: string) => kind === 'xls' || kind === 'xlsx';

function rowName(kind: string, table: string, number: number, filled: number): string {
  if (kind === 'csv') return String(filled);
  if (isBook(kind)) return `${table}\u001f${number}`;
  return kind === 'parquet' ? String(number) : '';
}

function numberOf(text: string): string | null {
  const bare = text.trim();
  if (!plainNumber.test(bare)) return null;
  const value = Number(bare);
  return Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS))) : null;
}
