/** What a column may be: the fields of a table in the order of its schema, and what people call them. */
import type { Language } from '../../i18n/t';
import { tableDescription, type TableName } from '../../store/tables';
import { placeWords, privateWords, unitWords } from '../synonyms';
import { tableWords } from '../synonyms-tables';
import type { Field } from './recognise';

/** Filled by import itself. */
const ownColumns = new Set(['lon', 'lat', 'source_x', 'source_y']);

/** Every field a column of this table may be mapped to. */
export function fieldsOf(table: TableName): readonly Field[] {
  const columns = tableDescription(table)
    .columns.map(({ name }) => name)
    .filter((name) => !ownColumns.has(name));
  const hasUnit = columns.includes('unit_code');
  const hasPlace = tableDescription(table).columns.some(({ name }) => name === 'lon');
  return [
    ...new Set([
      ...columns,
      ...Object.keys(tableWords[table] ?? {}),
      ...(hasUnit ? Object.keys(unitWords) : []),
      ...(hasPlace ? ['source_x', 'source_y', 'coordinates', 'coord_source'] : []),
      ...(hasUnit || hasPlace ? ['address', 'hamlet_name'] : []),
      'row_number',
      ...Object.keys(privateWords),
    ]),
  ];
}

const englishWords: Readonly<Record<string, string>> = {
  lon: 'longitude',
  lat: 'latitude',
  source_x: 'longitude, x',
  source_y: 'latitude, y',
};

/** The header users know it by; in English the column's own name, spaced. */
export function fieldWord(table: TableName, field: Field, language: Language): string {
  const alias = field === 'lon' ? 'source_x' : field === 'lat' ? 'source_y' : field;
  const words = { ...placeWords, ...unitWords, ...privateWords, ...tableWords[table] }[alias];
  const isChinese = language === 'zh' && words !== undefined;
  return isChinese ? words[0] : (englishWords[field] ?? field.replaceAll('_', ' '));
}

/** Recognised and dropped at import. */
export const isPrivateField = (field: Field) => field in privateWords;
