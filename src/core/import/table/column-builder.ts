/**
 * Fills one typed column row by row from texts. Capacity is known beforehand (the lines of the
 * file), so nothing is copied while it grows. `put` returns the code of a problem, or null.
 */
import { UNKNOWN_BOOLEAN, UNKNOWN_INTEGER, type ColumnData } from '../../store/columns';
import type { ColumnDescription } from '../../store/tables';
import {
  detached,
  integerProblem,
  isDate,
  numberProblem,
  parseBoolean,
  parseNumber,
} from './cells';

export interface ColumnBuilder {
  readonly description: ColumnDescription;
  /** Text of a cell, already trimmed; blank is unknown. */
  put(row: number, text: string): string | null;
  finish(rowCount: number): ColumnData;
}

/** @param isKey ids mostly differ, so they are kept as they are rather than in a dictionary */
export function columnBuilder(
  description: ColumnDescription,
  capacity: number,
  isKey: boolean,
): ColumnBuilder {
  switch (description.type) {
    case 'integer':
      return integerBuilder(description, capacity);
    case 'number':
      return numberBuilder(description, capacity);
    case 'boolean':
      return booleanBuilder(description, capacity);
    default:
      return isKey ? textBuilder(description, capacity) : dictionaryBuilder(description, capacity);
  }
}

function integerBuilder(description: ColumnDescription, capacity: number): ColumnBuilder {
  const values = new Int32Array(capacity);
  return {
    description,
    put(row, text) {
      if (text === '') {
        values[row] = UNKNOWN_INTEGER;
        return null;
      }
      const value = parseNumber(text);
      const found = integerProblem(value);
      if (found === null) values[row] = value!;
      return found;
    },
    finish: (rowCount) => ({ kind: 'integer', values: values.slice(0, rowCount) }),
  };
}

function numberBuilder(description: ColumnDescription, capacity: number): ColumnBuilder {
  const values = new Float64Array(capacity);
  return {
    description,
    put(row, text) {
      if (text === '') {
        values[row] = NaN;
        return null;
      }
      const value = parseNumber(text);
      const found = numberProblem(description, value);
      // Kept even so: a latitude of 117 tells that the two were exchanged.
      values[row] = value ?? NaN;
      return found;
    },
    finish: (rowCount) => ({ kind: 'number', values: values.slice(0, rowCount) }),
  };
}

function booleanBuilder(description: ColumnDescription, capacity: number): ColumnBuilder {
  const values = new Uint8Array(capacity);
  return {
    description,
    put(row, text) {
      const value = text === '' ? UNKNOWN_BOOLEAN : parseBoolean(text);
      if (value === undefined) return 'cell_not_boolean';
      values[row] = value;
      return null;
    },
    finish: (rowCount) => ({ kind: 'boolean', values: values.slice(0, rowCount) }),
  };
}

function textBuilder(description: ColumnDescription, capacity: number): ColumnBuilder {
  const values = new Array<string | null>(capacity);
  return {
    description,
    put(row, text) {
      values[row] = text === '' ? null : text;
      return null;
    },
    finish: (rowCount) => ({ kind: 'text', values: values.slice(0, rowCount) }),
  };
}

function dictionaryBuilder(description: ColumnDescription, capacity: number): ColumnBuilder {
  const codes = new Uint32Array(capacity);
  const words: (string | null)[] = [null];
  const codeOf = new Map<string, number>([['', 0]]);
  return {
    description,
    put(row, text) {
      let code = codeOf.get(text);
      if (code === undefined) {
        if (description.codes && !description.codes.includes(text)) return 'cell_code_unknown';
        if (description.type === 'date' && !isDate(text)) return 'cell_not_a_date';
        const word = detached(text);
        code = words.push(word) - 1;
        codeOf.set(word, code);
      }
      codes[row] = code;
      return null;
    },
    finish: (rowCount) => ({ kind: 'dictionary', codes: codes.slice(0, rowCount), words }),
  };
}
