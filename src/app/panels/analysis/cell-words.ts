/** Cells as people read them: heads and codes in words, rates rounded down, walks rounded up. */
import { codeOf, headOf } from '../../../core/export/in-words';
import type { Language } from '../../state/language.svelte';
import type { ResultColumn } from '../../state/analysis/types';
import { minutesText, percentText } from '../figures-as-text';

export type Value = string | number | boolean | null;

export function headText({ name }: ResultColumn, language: Language): string {
  return headOf(name, language.current);
}

export function isRight({ kind }: ResultColumn): boolean {
  return kind === 'whole' || kind === 'number';
}

/** For tables of ours: units are those of the head. */
export function cellInWords(column: ResultColumn, value: Value, language: Language): string {
  if (value === null) return isRight(column) ? language.t('data.insufficient') : '—';
  if (typeof value === 'boolean') return language.t(value ? 'analysis.yes' : 'analysis.no');
  if (typeof value === 'string') return codeOf(column.name, value, language.current);
  if (/_rate$/.test(column.name)) return percentText(value)?.slice(0, -1) ?? '';
  if (/(^|_)minutes$/.test(column.name)) return minutesText(value) ?? '';
  if (/year$/.test(column.name)) return String(value);
  return column.kind === 'whole' ? language.count(value) : rounded(value, column);
}

/** For answers of the console: as the database says it. */
export function cellAsIs(column: ResultColumn, value: Value): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' && column.kind === 'number'
    ? String(Number(value.toPrecision(12)))
    : String(value);
}

const wholeNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function rounded(value: number, { name }: ResultColumn): string {
  if (name === 'lon' || name === 'lat') return value.toFixed(5);
  return (name === 'metres' ? wholeNumber : hundredths).format(value);
}

/** Columns whose codes have words, so that they are chosen and not typed. */
export function hasCodes(name: string): boolean {
  return ['level', 'kind', 'state', 'cause', 'suggestion', 'type', 'status', 'judgement'].includes(
    name,
  );
}
