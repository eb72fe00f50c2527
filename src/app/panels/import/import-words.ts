/** What the import calls its tables, fields and coordinate systems. */
import { fieldWord } from '../../../core/import/understand/fields';
import type { TableName } from '../../../core/store/tables';
import type { Language } from '../../state/language.svelte';
import type { DatumChoice } from '../../state/types';

export const tableWord = ({ text }: Language, table: string) =>
  text(`importer.table_name.${table}`);

export const fieldLabel = (language: Language, table: TableName, field: string) =>
  fieldWord(table, field, language.current);

export function datumWord({ text }: Language, datum: string): string {
  const key = `importer.datum_name.${datum}`;
  const word = text(key);
  return word === key ? datum : word;
}

/** Codes of facilities in words; anything else as it is, and a dash for what is unknown. */
export function valueWord(
  { text }: Language,
  column: string,
  value: string | number | boolean | null,
): string {
  if (value === null) return '—';
  const key = `facility_${column}.${value}`;
  const word = text(key);
  return word === key ? String(value) : word;
}

/** Names one after another. */
export const listWords = ({ current }: Language, names: readonly string[]) =>
  names.join(current === 'zh' ? '、' : ', ');

export const percent = (share: number) => String(Math.floor(share * 100));

/** What speaks for or against a system, in sentences. */
export function evidenceWords(
  { t }: Language,
  { inRegion, inCounty, evidence }: DatumChoice,
): { text: string; isPlausible: boolean }[] {
  return [
    inCounty === null
      ? {
          text: t('importer.evidence.in_region', { percent: percent(inRegion) }),
          isPlausible: inRegion >= 0.6,
        }
      : {
          text: t('importer.evidence.in_county', { percent: percent(inCounty) }),
          isPlausible: inCounty >= 0.8,
        },
    ...evidence.map(({ kind, witnesses, share, metres, isPlausible }) => ({
      text: t(`importer.evidence.${kind}`, {
        witnesses,
        percent: percent(share ?? 0),
        metres: metres ?? 0,
      }),
      isPlausible,
    })),
  ];
}
