/** A copy of a column with some rows set and others put after the last: the table below stays as it is. */
import {
  UNKNOWN_BOOLEAN,
  UNKNOWN_INTEGER,
  dictionaryOf,
  type ColumnData,
  type SqlValue,
} from '../store/columns';
import type { ColumnType } from '../store/tables';

type Row = Readonly<Record<string, SqlValue>>;

/**
 * @param own the column as it is; absent: unknown in every row
 * @param edits rows by their number; a row that does not speak of `name` keeps its value
 * @param added rows after the last; unknown where they do not speak of `name`
 */
export function amended(
  own: ColumnData | undefined,
  type: ColumnType,
  rowCount: number,
  edits: ReadonlyMap<number, Row>,
  added: readonly Row[],
  name: string,
): ColumnData {
  const length = rowCount + added.length;
  const set = (put: (row: number, value: SqlValue) => void) => {
    for (const [row, values] of edits) if (name in values) put(row, values[name]);
    added.forEach((values, i) => put(rowCount + i, values[name] ?? null));
  };
  const column = own ?? blankColumn(type, rowCount);
  switch (column.kind) {
    case 'integer': {
      const values = new Int32Array(length);
      values.set(column.values);
      set((row, value) => (values[row] = typeof value === 'number' ? value : UNKNOWN_INTEGER));
      return { kind: 'integer', values };
    }
    case 'number': {
      const values = new Float64Array(length);
      values.set(column.values);
      set((row, value) => (values[row] = typeof value === 'number' ? value : NaN));
      return { kind: 'number', values };
    }
    case 'boolean': {
      const values = new Uint8Array(length);
      values.set(column.values);
      set((row, value) => (values[row] = value === null ? UNKNOWN_BOOLEAN : Number(value)));
      return { kind: 'boolean', values };
    }
    case 'text': {
      const values = [...column.values];
      set((row, value) => (values[row] = value === null ? null : String(value)));
      return { kind: 'text', values };
    }
    case 'dictionary': {
      const codes = new Uint32Array(length);
      codes.set(column.codes);
      const words = [...column.words];
      const codeOf = new Map(words.map((word, code) => [word, code]));
      set((row, value) => {
        const word = value === null ? null : String(value);
        if (!codeOf.has(word)) codeOf.set(word, words.push(word) - 1);
        codes[row] = codeOf.get(word)!;
      });
      return { kind: 'dictionary', codes, words };
    }
  }
}

function blankColumn(type: ColumnType, rowCount: number): ColumnData {
  switch (type) {
    case 'integer':
      return { kind: 'integer', values: new Int32Array(rowCount).fill(UNKNOWN_INTEGER) };
    case 'number':
      return { kind: 'number', values: new Float64Array(rowCount).fill(NaN) };
    case 'boolean':
      return { kind: 'boolean', values: new Uint8Array(rowCount).fill(UNKNOWN_BOOLEAN) };
    default:
      return dictionaryOf(new Array<null>(rowCount).fill(null));
  }
}
