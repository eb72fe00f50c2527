/** What the values of a column look like, as shares of its filled cells. */
import { familyNames } from '../synonyms-values';

export interface ValueShape {
  /** Filled cells of the sample. */
  readonly filled: number;
  readonly numbers: number;
  readonly unitCodes: number;
  readonly idNumbers: number;
  readonly phones: number;
  readonly longitudes: number;
  readonly latitudes: number;
  readonly degrees: number;
  /** Two coordinates in one cell. */
  readonly pairs: number;
  readonly personNames: number;
}

const SAMPLE = 200;
const idNumber = /^\d{17}[\dXx]$|^\d{15}$/;
const phone = /^(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$|^0\d{2,3}[- ]?\d{7,8}$/;
const pair = /^[[(（]?\s*\d{1,8}(\.\d+)?\s*[°]?\s*[,，;；\s]\s*\d{1,8}(\.\d+)?\s*[°]?\s*[)\]）]?$/;
const personName = new RegExp(`^[${familyNames}][\\u4e00-\\u9fff]{1,2}$`, 'u');

export function valueShape(rows: readonly (readonly string[])[], column: number): ValueShape {
  const texts: string[] = [];
  for (const row of rows) {
    const text = (row[column] ?? '').trim();
    if (text !== '' && texts.length < SAMPLE) texts.push(text.normalize('NFKC'));
  }
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const distinct = new Set(texts).size;
  return {
    filled: texts.length,
    numbers: share((text) => /^[+-]?[\d,]*\.?\d+(e[+-]?\d+)?$/i.test(text)),
    unitCodes: share(
      (text) => /^35\d{4}(\d{3}){0,2}$/.test(text) && /^(35\d{4}|\d{9}|\d{12})$/.test(text),
    ),
    idNumbers: share((text) => idNumber.test(text) && isBirthday(text)),
    phones: share((text) => phone.test(text)),
    longitudes: share((text) => isBetween(text, 116, 119)),
    latitudes: share((text) => isBetween(text, 25, 28)),
    degrees: share((text) => /[°度]/.test(text)),
    pairs: share((text) => pair.test(text) && /\./.test(text)),
    // Names of people differ from row to row; names of villages repeat.
    personNames: distinct > 0.6 * texts.length ? share((text) => personName.test(text)) : 0,
  };
}

function isBetween(text: string, least: number, most: number): boolean {
  const value = Number(text);
  return /\./.test(text) && value >= least && value <= most;
}

/** Digits 7–14 of an identity number are a day of birth. */
export function isBirthday(idText: string): boolean {
  const day = idText.length === 15 ? `19${idText.slice(6, 12)}` : idText.slice(6, 14);
  const month = Number(day.slice(4, 6));
  const date = Number(day.slice(6, 8));
  const year = Number(day.slice(0, 4));
  return year > 1890 && year < 2100 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}
