/**
 * One cell of text → one value, strictly: what is not a number is refused, never guessed at, and a
 * blank is unknown, never 0. Codes are texts and stay texts.
 */
import type { ColumnDescription } from '../../store/tables';

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const largestInteger = 2147483647;

/** A finite number, or undefined where the text is none. */
export function parseNumber(text: string): number | undefined {
  if (!numberPattern.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** 1, 0, or undefined where the text is neither yes nor no. */
export function parseBoolean(text: string): 0 | 1 | undefined {
  if (text === 'true' || text === '1') return 1;
  if (text === 'false' || text === '0') return 0;
  const lower = text.toLowerCase();
  return lower === 'true' ? 1 : lower === 'false' ? 0 : undefined;
}

/** True for a day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const parts = datePattern.exec(text);
  if (!parts) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return day.getUTCMonth() + 1 === Number(parts[2]) && day.getUTCDate() === Number(parts[3]);
}

/** The code of the problem with a whole number, or null. Counts and years are never negative. */
export function integerProblem(value: number | undefined): string | null {
  if (value === undefined) return 'cell_not_a_number';
  if (!Number.isInteger(value)) return 'cell_not_whole';
  if (value < 0) return 'cell_negative';
  return value > largestInteger ? 'cell_too_large' : null;
}

/** Numbers that may lie below zero; every other number of the schema is an amount. */
const signedColumns = new Set(['lon', 'lat', 'source_x', 'source_y']);

/** The code of the problem with a number, or null. */
export function numberProblem(column: ColumnDescription, value: number | undefined): string | null {
  if (value === undefined) return 'cell_not_a_number';
  if (column.name === 'lon' && Math.abs(value) > 180) return 'longitude_out_of_range';
  if (column.name === 'lat' && Math.abs(value) > 90) return 'latitude_out_of_range';
  return value < 0 && !signedColumns.has(column.name) ? 'cell_negative' : null;
}

/** A copy of its own: a part cut out of a text keeps the whole of it alive. */
export const detached = (text: string) => (text.length < 13 ? text : `${text} `.slice(0, -1));
