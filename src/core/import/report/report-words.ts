/** Tables, fields, values, systems and reasons in the words of whoever filled the file in. */
import { t, type Language, type TextKey } from '../../i18n/t';
import { zh } from '../../i18n/zh';
import type { TableName } from '../../store/tables';
import { fieldWord } from '../understand/fields';

/** What has no words of its own is shown as it is. */
const wordOr = (language: Language, key: string, own: string) =>
  key in zh ? t(language, key as TextKey) : own;

export function reportWords(language: Language, table: TableName) {
  return {
    table: wordOr(language, `importer.table_name.${table}`, table),
    field: (field: string | null | undefined) => (field ? fieldWord(table, field, language) : ''),
    /** Codes of facilities in words; anything else as it is. */
    value: (field: string, value: string) => wordOr(language, `facility_${field}.${value}`, value),
    datum: (datum: string | null) =>
      datum === null ? '—' : wordOr(language, `importer.datum_name.${datum}`, datum),
    precision: (precision: string) =>
      wordOr(language, `importer.precision.${precision}`, precision),
    reason: (reason: string) => wordOr(language, `reason.${reason}`, reason),
    status: (status: string) => wordOr(language, `datum.${status}`, status),
  };
}
