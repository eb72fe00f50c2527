/** Columns for people: heads and codes in words, for a file that opens in Excel. */
import { t, type Language, type TextKey } from '../i18n/t';
import { zh } from '../i18n/zh';
import type { CsvColumn } from './csv';

/** Columns whose codes have words, and the key those stand under. */
const wordsOf: Readonly<Record<string, string>> = {
  level: 'level',
  kind: 'unit_kind',
  state: 'state',
  cause: 'cause',
  suggestion: 'suggestion',
  priority: 'reports.priority',
  type: 'facility_type',
  status: 'facility_status',
  judgement: 'policy.short',
};

/** The same rows under heads in words, codes as words; what has no words stays as it is. */
export function inWords(columns: readonly CsvColumn[], language: Language): CsvColumn[] {
  return columns.map((column) => ({
    ...column,
    name: headOf(column.name, language),
    column: codesInWords(column, language),
  }));
}

/** The head of a column in words; its own name where it has none. */
export function headOf(name: string, language: Language): string {
  const known = text(`head.${name}`, language);
  if (known !== null) return known;
  const parts = /^(.+)_(total|covered|not_connected|not_located|rate)$/.exec(name);
  const group = parts && text(`group.${parts[1]}`, language);
  return group ? t(language, `head.of_${parts[2]}` as TextKey, { group }) : name;
}

function codesInWords({ name, column }: CsvColumn, language: Language): CsvColumn['column'] {
  const key = wordsOf[name];
  if (key === undefined || column.kind !== 'dictionary') return column;
  const words = column.words.map((code) => (code === null ? null : codeOf(name, code, language)));
  return { ...column, words };
}

/** A code in words; itself where its column has no words. */
export function codeOf(column: string, code: string, language: Language): string {
  const key = wordsOf[column];
  if (key === undefined) return code;
  return text(`${key}.${code}`, language) ?? text(`${key}_${code}`, language) ?? code;
}

function text(key: string, language: Language): string | null {
  return key in zh ? t(language, key as TextKey) : null;
}
