/** Yes and no, days, and words that stand for codes. */
import {
  datePatterns,
  nothingWord,
  noWords,
  starNames,
  yearSign,
  yesWords,
} from '../synonyms-values';
import { codeWords, dependentWords } from '../synonyms-codes';
import { isDate } from '../table/cells';
import { asItIs, blank, mended, unreadable, type Mended } from './mended';
import { isUnknown, mendNumber } from './numbers';

const FIRST_SERIAL = 1;
const LAST_SERIAL = 73050;
/** Smaller numbers in a column of days are rather years than days before 1927. */
const LEAST_LIKELY_SERIAL = 10_000;
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** `true`, `false` or blank. 无 is no here, not unknown. */
export function mendBoolean(text: string): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  if (trimmed === 'true' || trimmed === 'false') return asItIs(trimmed);
  const word = trimmed.normalize('NFKC').toLowerCase();
  if (yesWords.has(word) || yesWords.has(trimmed)) return mended('true', 'yes_no');
  if (noWords.has(word) || noWords.has(trimmed)) return mended('false', 'yes_no');
  return isUnknown(word) || isUnknown(trimmed)
    ? mended('', 'unknown_word')
    : unreadable('not_yes_no');
}

/** An ISO day or blank: 2017.10.11, 2017年10月, a serial number of Excel. */
export function mendDate(text: string): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  if (isDate(trimmed)) return asItIs(trimmed);
  const half = trimmed
    .normalize('NFKC')
    .replace(/^'/, '')
    .replace(/\s*年\s*/, yearSign);
  if (isUnknown(half) || isUnknown(trimmed)) return mended('', 'unknown_word');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(half);
  const full = datePatterns.full.exec(half) ?? compact;
  if (full) return day(full[1], full[2], full[3], 'date');
  const month = datePatterns.month.exec(half) ?? /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(half);
  if (month) return day(month[1], month[2], '1', 'date_month');
  const year = datePatterns.year.exec(half);
  if (year && Number(year[1]) >= 1900 && Number(year[1]) < 2100)
    return day(year[1], '1', '1', 'date_year');
  const serial = Number(half);
  if (/^\d+(\.\d+)?$/.test(half) && serial >= LEAST_LIKELY_SERIAL && serial <= LAST_SERIAL) {
    return mended(dayOfSerial(serial), 'date_serial');
  }
  return unreadable('not_a_date');
}

function day(year: string, month: string, date: string, how: string): Mended {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDate(iso) ? mended(iso, how) : unreadable('not_a_date');
}

export function dayOfSerial(serial: number): string {
  const whole = Math.min(LAST_SERIAL, Math.max(FIRST_SERIAL, Math.floor(serial)));
  return new Date(EXCEL_EPOCH_MS + whole * DAY_MS).toISOString().slice(0, 10);
}

/** A year, also from a whole date or a serial number. */
export function mendYear(text: string): Mended {
  const number = Number(text.trim());
  if (Number.isInteger(number) && number >= 1900 && number < 2100) return asItIs(String(number));
  const date = mendDate(text);
  return date.value === '' ? date : mended(date.value.slice(0, 4), 'year_of_date');
}

/** A code of the schema by the words for it; what matches none is unknown, and said so. */
export function mendCode(
  text: string,
  table: string,
  column: string,
  codes: readonly string[],
): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  if (codes.includes(trimmed)) return asItIs(trimmed);
  const half = trimmed.normalize('NFKC').replace(/\s+/g, '');
  const lower = half.toLowerCase();
  if (codes.includes(lower)) return mended(lower, 'code_word');
  if (isUnknown(half) && half !== nothingWord)
    return mended(codes.includes('unknown') ? 'unknown' : '', 'unknown_word');
  const rule = codeWords[`${table}.${column}`]?.find(([pattern]) => pattern.test(half));
  return rule ? mended(rule[1], 'code_word') : unreadable('code_unknown');
}

/** How many people who cannot walk unaided: a number, or a word for the one person of the row. */
export function mendDependent(text: string): Mended {
  const half = text.trim().normalize('NFKC');
  const rule = dependentWords.find(([pattern]) => pattern.test(half));
  if (rule && !/^\d+$/.test(half)) return mended(String(rule[1]), 'yes_no');
  return mendNumber(text, { isInteger: true });
}

/** 三星级, ★★★, 3A → 3. */
export function mendStars(text: string): Mended {
  const half = text.trim().normalize('NFKC');
  if (/^[★☆⭐]+$/u.test(half))
    return mended(String(Array.from(half).filter((sign) => sign !== '☆').length), 'stars');
  const match = /^([一二三四五1-5])(?:星|星级|A|级|A级)?$/i.exec(half);
  if (!match) return mendNumber(text, { isInteger: true });
  const named = starNames.indexOf(match[1]);
  const value = named > 0 ? String(named) : match[1];
  return value === half ? asItIs(value) : mended(value, 'stars');
}
