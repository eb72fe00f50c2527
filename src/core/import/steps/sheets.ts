/** Files opened → sheets with what was understood of each: what a page shows first, and may correct. */
import { mendDate } from '../mend/words';
import type { OpenedFile } from '../raw/raw-table';
import { privateWords } from '../synonyms';
import { dateLine, personLine } from '../synonyms-values';
import type { TableName } from '../../store/tables';
import {
  guessTable,
  mappingOf,
  understandTable,
  type Mapping,
  type Understanding,
} from '../understand/understand';

export type TablesFile = Extract<OpenedFile, { kind: 'tables' }>;

export interface Sheet {
  readonly file: TablesFile;
  readonly understood: Understanding;
  readonly isUsed: boolean;
}

export interface ImportedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly shape: string;
  readonly confidence: number;
  /** Numbered as in the file; 0 where the format knows its columns, −1 where none was found. */
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly columns: readonly { header: string; field: string | null; confidence: number }[];
  /** Columns with names, identity numbers or phones, dropped. */
  readonly privateColumns: readonly { header: string; field: string }[];
  readonly ignoredColumns: readonly string[];
  readonly titles: readonly string[];
  readonly isUsed: boolean;
}

/** The table asked for, else the one most sheets look like; sheets of other tables are offered, not read. */
export function understandAll(
  opened: readonly OpenedFile[],
  { table, mapping }: { readonly table: TableName | null; readonly mapping?: Mapping },
): { name: TableName; sheets: Sheet[] } {
  const raws = opened.flatMap((file) =>
    file.kind === 'tables' ? file.tables.map((raw) => ({ file, raw })) : [],
  );
  const name =
    table ?? raws.map(({ raw }) => guessTable(raw)).find((one) => one !== null) ?? 'facilities';
  const sheets = raws.map(({ file, raw }) => {
    const understood = understandTable(raw, name, mapping);
    return { file, understood, isUsed: !raw.isHidden && isReadable(understood) };
  });
  // A workbook with one sheet of our table and legends beside it: sheets that know far less are left.
  const most = Math.max(0, ...sheets.filter(({ isUsed }) => isUsed).map(knownOf));
  return {
    name,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      isUsed: sheet.isUsed && knownOf(sheet) >= most / 3,
    })),
  };
}

/** True where a header was found and two columns are known, one of them more than a person's. */
export function isReadable({ columns, header }: Understanding): boolean {
  const known = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  return known.length >= 2 && header.start >= 0 && known.some((field) => !(field in privateWords));
}

const knownOf = ({ understood }: Pick<Sheet, 'understood'>) =>
  understood.columns.filter(({ field }) => field !== null).length;

export function sheetReport({ file, understood, isUsed }: Sheet): ImportedSheet {
  const { raw, header, columns, shape, confidence } = understood;
  const isPrivate = (field: string | null) => field !== null && field in privateWords;
  return {
    file: raw.fileName,
    sheet: raw.name,
    format: file.format,
    encoding: file.encoding,
    shape,
    confidence: Math.round(confidence * 100) / 100,
    headerRow: header.start < 0 ? -1 : raw.sample[header.start].number,
    mapping: mappingOf(understood),
    columns: columns.map((one) => ({
      header: one.header,
      field: one.field,
      confidence: Math.round(one.confidence * 100) / 100,
    })),
    privateColumns: columns.flatMap(({ header, field }) =>
      isPrivate(field) ? [{ header, field: field! }] : [],
    ),
    ignoredColumns: columns
      .filter(({ field, header }) => field === null && header !== '')
      .map((one) => one.header),
    titles: header.titles.map(withoutPeople),
    isUsed,
  };
}

/** Titles without who filled the form in and their numbers. */
function withoutPeople(title: string): string {
  return title.replace(personLine, '$1').replace(/\d{7,}/g, '');
}

/** A day that stands in a title or on a 填表日期 line. */
export function dateOf(titles: readonly string[]): string | null {
  for (const title of titles) {
    const day = /\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*日?|\s*月)?/.exec(title);
    if (day && (dateLine.test(title) || day[0].length > 6)) {
      const { value } = mendDate(day[0].replace(/\s+/g, ''));
      if (value !== '') return value;
    }
  }
  return null;
}
