/** Empty workbooks of each table: headers as users know them, and a sheet that says what goes in. */
import { t, type Language, type TextKey } from '../i18n/t';
import { zh } from '../i18n/zh';
import { tableDescription, type ColumnDescription, type TableName } from '../store/tables';
import { placeWords, unitWords } from './synonyms';
import { tableWords } from './synonyms-tables';
import { workbookBytes } from './report/workbook';

/** Columns that import makes itself. */
const ownColumns = new Set(['source_x', 'source_y', 'coord_source', 'location_precision']);

export async function templateBytes(table: TableName, language: Language): Promise<Uint8Array> {
  const columns = templateColumns(table);
  return workbookBytes([
    { name: t(language, 'template.data'), head: columns.map(({ header }) => header), rows: [] },
    {
      name: t(language, 'template.notes'),
      head: [
        t(language, 'report.header'),
        t(language, 'template.field'),
        t(language, 'template.kind'),
        t(language, 'template.note'),
      ],
      rows: columns.map(({ header, column }) => [
        header,
        column.name,
        kindText(column, language),
        noteText(column, language),
      ]),
      widths: [24, 26, 14, 90],
    },
  ]);
}

/** The header of each column is the first of its synonyms, so that import knows it for certain. */
export function templateColumns(table: TableName): { header: string; column: ColumnDescription }[] {
  const words = { ...placeWords, ...tableWords[table] };
  const place: Record<string, string> = {
    lon: placeWords.source_x[0],
    lat: placeWords.source_y[0],
  };
  const columns = tableDescription(table)
    .columns.filter(({ name }) => !ownColumns.has(name))
    .map((column) => ({
      header: place[column.name] ?? words[column.name]?.[0] ?? column.name,
      column,
    }));
  const at = columns.findIndex(({ column }) => column.name === 'unit_code');
  if (at < 0) return columns;
  const names = Object.entries(unitWords).map(([name, [header]]) => ({
    header,
    column: { name, type: 'text', required: false } as const,
  }));
  return [...columns.slice(0, at), ...names, ...columns.slice(at)];
}

function kindText(column: ColumnDescription, language: Language): string {
  const key = `template.type_${column.codes ? 'code' : column.type}`;
  return `${t(language, key as TextKey)}${column.required ? ` · ${t(language, 'template.required')}` : ''}`;
}

function noteText({ name, type, codes }: ColumnDescription, language: Language): string {
  const key = `template.note_${name}`;
  const own = key in zh ? t(language, key as TextKey) : '';
  if (codes)
    return [own, t(language, 'template.codes', { codes: codes.join(', ') })]
      .filter((text) => text !== '')
      .join(' ');
  if (own !== '') return own;
  return type === 'text' ? '' : t(language, `template.note_type_${type}` as TextKey);
}
