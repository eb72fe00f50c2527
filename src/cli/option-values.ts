/** Texts of options → values within what can be. */
import { parseNumber } from '../core/import/table/cells';
import { ok, problem, type Result } from '../core/result';
import type { Arguments } from './command';

/** Slower is standing, faster is not on foot. */
const speedRange = [0.1, 10] as const;
const minutesRange = [0.1, 1440] as const;
const snapRange = [0, 100_000] as const;

/** Metres per second. */
export const speedOf = (given: Arguments) => numberOf(given, 'speed', speedRange);

export const minutesOf = (given: Arguments) => numberOf(given, 'minutes', minutesRange);

/** Metres, or null where the option is not given. */
export function maxSnapOf(given: Arguments): Result<number | null> {
  return given.has('max-snap') ? numberOf(given, 'max-snap', snapRange) : ok(null);
}

/** Minutes separated by commas, shortest first, each once. */
export function minutesListOf(given: Arguments): Result<number[]> {
  const values: number[] = [];
  for (const text of given.required('minutes').split(',')) {
    const value = inRange('minutes', text.trim(), minutesRange);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok([...new Set(values)].sort((a, b) => a - b));
}

/** Codes separated by commas, of those allowed; `all` is null: no row is left out. */
export function codesOf(
  given: Arguments,
  name: string,
  allowed: readonly string[],
  absent: readonly string[],
): Result<readonly string[] | null> {
  const text = given.text(name);
  if (text === undefined) return ok(absent);
  if (text === 'all') return ok(null);
  const codes = text.split(',').map((code) => code.trim());
  const unknown = codes.find((code) => !allowed.includes(code));
  if (unknown === undefined) return ok(codes);
  const known = [...allowed, 'all'].join(', ');
  return problem('option_code_unknown', { option: `--${name}`, value: unknown, codes: known });
}

/** A whole percentage from 1 to 100. */
export function percentOf(given: Arguments, name: string, absent: number): Result<number> {
  if (!given.has(name)) return ok(absent);
  const value = numberOf(given, name, [1, 100]);
  if (!value.ok || Number.isInteger(value.value)) return value;
  return outOfRange(name, given.required(name), [1, 100]);
}

function numberOf(given: Arguments, name: string, range: readonly [number, number]) {
  return inRange(name, given.required(name), range);
}

export function inRange(
  name: string,
  text: string,
  range: readonly [number, number],
): Result<number> {
  const value = parseNumber(text);
  if (value === undefined || value < range[0] || value > range[1]) {
    return outOfRange(name, text, range);
  }
  return ok(value);
}

function outOfRange(name: string, text: string, [least, most]: readonly [number, number]) {
  return problem('option_out_of_range', { option: `--${name}`, value: text, least, most });
}
