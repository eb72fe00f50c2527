/** Numbers as people write them: 约300, 300㎡, 0.5亩, 1,200, 三百, １２, —. Blank is not 0. */
import {
  aboutWords,
  chineseAlternatives,
  chineseDigits,
  chineseTens,
  moneyUnits,
  numberUnits,
  tenThousand,
  unknownWords,
} from '../synonyms-values';
import { asItIs, blank, mended, unreadable, type Mended } from './mended';

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const scientific = /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d+$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** What no keyboard writes: beside digits it says that the cell is damaged. */
const foreign = /[^\P{Cc}\t\n\r]/u;
const LARGEST_INTEGER = 2147483647;

export interface NumberRule {
  readonly isInteger: boolean;
  /** Amounts are never negative. */
  readonly isSigned?: boolean;
}

/** A cell of a column of numbers. `value` is a plain decimal, no exponent, no separators. */
export function mendNumber(text: string, rule: NumberRule): Mended {
  const trimmed = text.trim();
  if (trimmed === '') return blank;
  if (foreign.test(text)) return unreadable('not_a_number');
  if (plain.test(trimmed)) return withinRule(trimmed, Number(trimmed), rule, null);
  if (isUnknown(trimmed)) return mended('', 'unknown_word');
  const half = trimmed.normalize('NFKC').replace(/\s+/g, '').replace(/^['’]/, '');
  if (isUnknown(half)) return mended('', 'unknown_word');
  if (plain.test(half)) return withinRule(trimmed, Number(half), rule, 'digits');
  if (scientific.test(half)) return withinRule(trimmed, Number(half), rule, 'digits');
  const about = half.replace(aboutWords, '').replace(aboutWords, '');
  const how = about === half ? 'number_words' : 'about';
  const { figure, unit } = split(about);
  const ungrouped = grouped.test(figure) ? figure.replaceAll(',', '') : figure;
  const value = plain.test(ungrouped) ? Number(ungrouped) : chineseNumber(ungrouped);
  if (value === null) return unreadable('not_a_number');
  if (unit === '')
    return withinRule(
      trimmed,
      value,
      rule,
      ungrouped !== figure && how === 'number_words' ? 'separators' : how,
    );
  if (tenThousand.test(unit) && !moneyUnits.includes(unit))
    return withinRule(trimmed, value * 10_000, rule, 'unit');
  const known = numberUnits.find(([pattern]) => pattern.test(unit));
  if (!known) return unreadable('not_a_number');
  const factor = known[1];
  // Areas converted from 亩 are rounded to 0.01 m², finer than anybody measured.
  const converted = factor === 1 ? value : Math.round(value * factor * 100) / 100;
  return withinRule(trimmed, converted, rule, factor === 1 ? 'unit' : 'unit_converted');
}

export const isUnknown = (text: string) => unknownWords.has(text.trim().toLowerCase());

function split(text: string): { figure: string; unit: string } {
  const match =
    /^([+-]?[\d.,]+|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+)(.*)$/.exec(text);
  return match
    ? { figure: match[1], unit: match[2].replace(/[()]/g, '') }
    : { figure: text, unit: '' };
}

function withinRule(text: string, value: number, rule: NumberRule, how: string | null): Mended {
  if (!Number.isFinite(value)) return unreadable('not_a_number');
  if (value < 0 && !rule.isSigned) return unreadable('negative');
  if (rule.isInteger) {
    if (!Number.isInteger(value)) return unreadable('not_whole');
    if (value > LARGEST_INTEGER) return unreadable('too_large');
    return shown(String(value), text, how);
  }
  return shown(decimal(value), text, how);
}

const shown = (value: string, text: string, how: string | null): Mended =>
  value === text || how === null ? asItIs(value) : mended(value, how);

/** Without an exponent, as a CSV of ours writes it. */
function decimal(value: number): string {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(12).replace(/\.?0+$/, '');
}

/** 三百二十 → 320; null for what is no number. */
export function chineseNumber(text: string): number | null {
  const digits = Array.from(text, (sign) => chineseAlternatives[sign] ?? sign);
  if (
    digits.length === 0 ||
    digits.some((sign) => !chineseDigits.includes(sign) && !(sign in chineseTens))
  )
    return null;
  if (digits.every((sign) => chineseDigits.includes(sign))) {
    return Number(digits.map((sign) => chineseDigits.indexOf(sign)).join(''));
  }
  let sum = 0;
  let digit: number | null = null;
  let last = Infinity;
  for (const sign of digits) {
    const ten = chineseTens[sign];
    if (ten === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = chineseDigits.indexOf(sign);
      continue;
    }
    if (ten >= last) return null;
    sum += (digit ?? 1) * ten;
    last = ten;
    digit = null;
  }
  return sum + (digit ?? 0);
}
