/**
 * Fills one typed column from the pieces a Parquet reader hands out, checked value by value against
 * the schema. Pieces go straight to their place: a column of a million is held once.
 */
import { UNKNOWN_BOOLEAN, UNKNOWN_INTEGER, type ColumnData } from '../../store/columns';
import type { ColumnDescription } from '../../store/tables';
import { integerProblem, isDate, numberProblem } from '../table/cells';

export type Values = ArrayLike<unknown>;

/** What is wrong with a value, and in which row, from 0. */
export interface WrongValue {
  readonly code: string;
  readonly row: number;
  readonly value: unknown;
}

export interface ColumnFiller {
  readonly description: ColumnDescription;
  /** Puts values into rows start, start + 1, …; returns the first that is wrong, or null. */
  put(values: Values, start: number): WrongValue | null;
  finish(): ColumnData;
}

/** @param isKey ids mostly differ, so they are kept as they are rather than in a dictionary */
export function columnFiller(
  description: ColumnDescription,
  rowCount: number,
  isKey: boolean,
): ColumnFiller {
  switch (description.type) {
    case 'integer':
      return integerFiller(description, rowCount);
    case 'number':
      return numberFiller(description, rowCount);
    case 'boolean':
      return booleanFiller(description, rowCount);
    default:
      return isKey ? textFiller(description, rowCount) : dictionaryFiller(description, rowCount);
  }
}

const isUnknown = (value: unknown) => value === null || value === undefined;

function integerFiller(description: ColumnDescription, rowCount: number): ColumnFiller {
  const out = new Int32Array(rowCount).fill(UNKNOWN_INTEGER);
  return {
    description,
    put(values, start) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (isUnknown(value)) {
          if (description.required) return { code: 'cell_missing', row: start + i, value };
          continue;
        }
        const whole =
          typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : undefined;
        const code = integerProblem(whole);
        if (code !== null) return { code, row: start + i, value };
        out[start + i] = whole!;
      }
      return null;
    },
    finish: () => ({ kind: 'integer', values: out }),
  };
}

function numberFiller(description: ColumnDescription, rowCount: number): ColumnFiller {
  const out = new Float64Array(rowCount).fill(NaN);
  return {
    description,
    put(values, start) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (isUnknown(value)) {
          if (description.required) return { code: 'cell_missing', row: start + i, value };
          continue;
        }
        const isNumber = typeof value === 'number' || typeof value === 'bigint';
        const number = Number(value);
        // Kept even if wrong: a latitude of 117 tells that the two were exchanged.
        out[start + i] = number;
        // A NaN in the file means the same as null.
        if (isNumber && Number.isNaN(number)) continue;
        const code = numberProblem(description, isNumber ? number : undefined);
        if (code !== null) return { code, row: start + i, value };
      }
      return null;
    },
    finish: () => ({ kind: 'number', values: out }),
  };
}

function booleanFiller(description: ColumnDescription, rowCount: number): ColumnFiller {
  const out = new Uint8Array(rowCount).fill(UNKNOWN_BOOLEAN);
  return {
    description,
    put(values, start) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (isUnknown(value)) {
          if (description.required) return { code: 'cell_missing', row: start + i, value };
          continue;
        }
        if (typeof value !== 'boolean') return { code: 'cell_not_boolean', row: start + i, value };
        out[start + i] = value ? 1 : 0;
      }
      return null;
    },
    finish: () => ({ kind: 'boolean', values: out }),
  };
}

/** The text of a value: days as ISO text, null where unknown, undefined where it is no text. */
function textOf(value: unknown): string | null | undefined {
  if (typeof value === 'string') return value === '' ? null : value;
  if (isUnknown(value)) return null;
  return value instanceof Date ? value.toISOString().slice(0, 10) : undefined;
}

function textFiller(description: ColumnDescription, rowCount: number): ColumnFiller {
  const out = new Array<string | null>(rowCount).fill(null);
  return {
    description,
    put(values, start) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        const text = textOf(value);
        const code = text === undefined ? 'cell_not_text' : textProblem(description, text);
        if (code !== null) return { code, row: start + i, value };
        out[start + i] = text!;
      }
      return null;
    },
    finish: () => ({ kind: 'text', values: out }),
  };
}

function dictionaryFiller(description: ColumnDescription, rowCount: number): ColumnFiller {
  const codes = new Uint32Array(rowCount);
  const words: (string | null)[] = [null];
  const codeOf = new Map<string, number>();
  return {
    description,
    put(values, start) {
      // Rows of one unit mostly stand together, so the last word is tried before the map.
      let last: unknown;
      let lastCode = 0;
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value !== last || i === 0) {
          const text = textOf(value);
          const found = text === undefined ? 'cell_not_text' : textProblem(description, text);
          if (found !== null) return { code: found, row: start + i, value };
          let code = text === null ? 0 : codeOf.get(text!);
          if (code === undefined) {
            const wrong = wordProblem(description, text!);
            if (wrong !== null) return { code: wrong, row: start + i, value };
            code = words.push(text!) - 1;
            codeOf.set(text!, code);
          }
          last = value;
          lastCode = code;
        }
        codes[start + i] = lastCode;
      }
      return null;
    },
    finish: () => ({ kind: 'dictionary', codes, words }),
  };
}

function textProblem({ required }: ColumnDescription, text: string | null | undefined) {
  return required && text === null ? 'cell_missing' : null;
}

function wordProblem({ codes, type }: ColumnDescription, word: string): string | null {
  if (codes && !codes.includes(word)) return 'cell_code_unknown';
  return type === 'date' && !isDate(word) ? 'cell_not_a_date' : null;
}
