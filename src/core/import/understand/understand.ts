/**
 * One table understood: where its header is, what each column means and how sure that is, in a form
 * a page can show, change and remember for files of the same shape.
 */
import { tableNames, type TableName } from '../../store/tables';
import type { RawTable } from '../raw/raw-table';
import { tableWords } from '../synonyms-tables';
import { bareHeader } from './header-text';
import { findHeader, type FoundHeader } from './find-header';
import { recogniseColumns, type ColumnGuess, type Field } from './recognise';

/** Header → field; null leaves the column out. What a user confirmed, or a mapping file says. */
export type Mapping = Readonly<Record<string, Field | null>>;

export interface Understanding {
  readonly raw: RawTable;
  readonly table: TableName;
  readonly header: FoundHeader;
  readonly columns: readonly ColumnGuess[];
  /** Names files of this shape, to remember a mapping by. */
  readonly shape: string;
  /** The mean of the columns that were recognised, 0 where none was. */
  readonly confidence: number;
}

export function understandTable(
  raw: RawTable,
  table: TableName,
  mapping: Mapping = {},
): Understanding {
  const found = findHeader(raw, table);
  const rows = raw.sample
    .slice(Math.max(0, found.start) + found.rowCount)
    .map(({ cells }) => cells);
  const width = Math.max(
    found.headers.length,
    ...rows.slice(0, 50).map((cells) => cells.length),
    0,
  );
  const headers = Array.from({ length: width }, (_, column) => found.headers[column] ?? '');
  const header = { ...found, headers };
  const columns = recogniseColumns(table, headers, rows).map((guess) => confirmed(guess, mapping));
  const known = columns.filter(({ field }) => field !== null);
  const confidence =
    known.reduce((sum, guess) => sum + guess.confidence, 0) / Math.max(1, known.length);
  return { raw, table, header, columns, shape: shapeOf(table, headers), confidence };
}

function confirmed(guess: ColumnGuess, mapping: Mapping): ColumnGuess {
  const key = [guess.header, bareHeader(guess.header), `#${guess.column + 1}`].find(
    (name) => name in mapping,
  );
  return key === undefined ? guess : { ...guess, field: mapping[key], confidence: 1 };
}

/** The same for files with the same headers in the same order, whatever stands in and above them. */
export function shapeOf(table: TableName, headers: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const sign of [table, ...headers.map(bareHeader)].join('\u001f')) {
    hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return `${table}-${headers.length}-${hash.toString(16).padStart(8, '0')}`;
}

/** The mapping as it stands, to be remembered under its shape. */
export function mappingOf({ columns }: Understanding): Mapping {
  return Object.fromEntries(
    columns.map(({ header, column, field }) => [header === '' ? `#${column + 1}` : header, field]),
  );
}

/** More people than live under one roof, in most rows: totals of villages or towns. */
const MOST_AT_HOME = 30;

function isOfTotals({ raw, header, columns }: Understanding): boolean {
  const people = columns.find(({ field }) => field === 'persons' || field === 'age_60_plus');
  if (!people) return false;
  const numbers = raw.sample
    .slice(Math.max(0, header.start) + header.rowCount)
    .map(({ cells }) => Number((cells[people.column] ?? '').replaceAll(',', '')))
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
  return (numbers[numbers.length >> 1] ?? 0) > MOST_AT_HOME;
}

/** Which table a sheet most likely is: the one that knows most of its headers. */
export function guessTable(raw: RawTable): TableName | null {
  let best: { table: TableName; score: number } | null = null;
  for (const table of tableNames) {
    const own = new Set(Object.keys(tableWords[table] ?? {}));
    const understood = understandTable(raw, table);
    if (table === 'households' && isOfTotals(understood)) continue;
    const { columns } = understood;
    const fields = columns.filter(({ field }) => field !== null);
    const score = fields.reduce(
      (sum, guess) => sum + guess.confidence * (own.has(guess.field!) ? 1 : 0.25),
      0,
    );
    if (score > (best?.score ?? 1)) best = { table, score };
  }
  return best?.table ?? null;
}
