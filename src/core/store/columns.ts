/**
 * Tables in memory, column by column: what the importers return, the engine reads and the database
 * takes. Plain typed arrays, so a table of a million households goes to a worker as it is.
 * Unknown is never 0: each kind has its own mark for it.
 */
/** What the database takes and gives: whole numbers as numbers, dates as ISO text. */
export type SqlValue = string | number | boolean | null;

/** Unknown in an integer column. */
export const UNKNOWN_INTEGER = -2147483648;
/** Unknown in a boolean column. */
export const UNKNOWN_BOOLEAN = 255;

export type ColumnData =
  | { readonly kind: 'integer'; readonly values: Int32Array }
  /** NaN is unknown. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** 0, 1 or UNKNOWN_BOOLEAN. */
  | { readonly kind: 'boolean'; readonly values: Uint8Array }
  /** Texts that mostly differ, such as ids. */
  | { readonly kind: 'text'; readonly values: readonly (string | null)[] }
  /** Texts that repeat: row r holds words[codes[r]]; words[0] is null, the unknown. Dates are ISO text. */
  | {
      readonly kind: 'dictionary';
      readonly codes: Uint32Array;
      readonly words: readonly (string | null)[];
    };

/** One table's rows. A column that is missing here is unknown for every row. */
export interface TableData {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, ColumnData>>;
}

/** The value of one row as the database shows it; for single look-ups, not for hot loops. */
export function valueAt(column: ColumnData | undefined, row: number): SqlValue {
  if (!column) return null;
  switch (column.kind) {
    case 'integer':
      return column.values[row] === UNKNOWN_INTEGER ? null : column.values[row];
    case 'number':
      return Number.isNaN(column.values[row]) ? null : column.values[row];
    case 'boolean':
      return column.values[row] === UNKNOWN_BOOLEAN ? null : column.values[row] === 1;
    case 'text':
      return column.values[row];
    case 'dictionary':
      return column.words[column.codes[row]];
  }
}

/** The text of one row, or null; for text and dictionary columns. */
export function textAt(column: ColumnData | undefined, row: number): string | null {
  if (!column) return null;
  if (column.kind === 'dictionary') return column.words[column.codes[row]];
  return column.kind === 'text' ? column.values[row] : null;
}

/** Rows from … to - 1 of a column as plain values, null where unknown. */
export function plainValues(column: ColumnData, from: number, to: number): SqlValue[] {
  const out = new Array<SqlValue>(to - from);
  for (let row = from; row < to; row++) out[row - from] = valueAt(column, row);
  return out;
}

/** Texts as a dictionary column; null and the empty text are unknown. */
export function dictionaryOf(values: ArrayLike<string | null>): ColumnData {
  const codes = new Uint32Array(values.length);
  const words: (string | null)[] = [null];
  const codeOf = new Map<string, number>();
  for (let row = 0; row < values.length; row++) {
    const word = values[row];
    if (word === null || word === '') continue;
    let code = codeOf.get(word);
    if (code === undefined) {
      code = words.push(word) - 1;
      codeOf.set(word, code);
    }
    codes[row] = code;
  }
  return { kind: 'dictionary', codes, words };
}
