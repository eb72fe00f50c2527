/**
 * The whole way from files to a table, in steps a page can drive one by one: open → understand →
 * read → detect → place. The command line takes them all at once.
 */
import { textAt } from '../store/columns';
import { tableNames, type TableName } from '../store/tables';
import { ok, problem, type Note, type Problem, type Progress, type Result } from '../result';
import { openFiles, type NamedFile } from './raw/open-files';
import type { OpenedFile } from './raw/raw-table';
import type { TextEncoding } from './read/text';
import { detectDatum, type DatumAnswer } from './place/detective';
import type { PlaceEvidence } from './place/evidence';
import { placeRows } from './place/place-rows';
import { systemKind, systemNamed, toWgs84, type DatumId } from './place/systems';
import { RowReader, type ReadRows } from './rows/row-reader';
import type { RowAccount } from './rows/report-builder';
import { dateLine, personLine } from './synonyms-values';
import { privateWords } from './synonyms';
import type { ImportedTable } from './table/imported-table';
import { mendDate } from './mend/words';
import {
  guessTable,
  mappingOf,
  understandTable,
  type Mapping,
  type Understanding,
} from './understand/understand';
import type { UnitIndex } from './understand/unit-index';

export interface ImportOptions {
  /** Null lets the headers say. */
  readonly table: TableName | null;
  readonly mapping?: Mapping;
  /** The user's own word; it is compared with the evidence, not doubted. */
  readonly datum?: DatumId;
  readonly encoding?: TextEncoding;
  readonly units: UnitIndex;
  readonly evidence: PlaceEvidence;
  /** ISO day for rows without one. */
  readonly asOf?: string;
  readonly progress?: Progress;
  /** Asked between batches; true ends the import with `cancelled`. */
  readonly isCancelled?: () => boolean;
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

export interface DatumReport {
  readonly used: DatumId | null;
  readonly status: 'given' | 'declared' | 'certain' | 'uncertain' | 'uncalibrated' | 'none';
  readonly isSwapped: boolean;
  /** What files say of themselves. */
  readonly declared: readonly string[];
  /** Null where no evidence was asked, since there are no coordinates. */
  readonly detected: DatumAnswer | null;
}

export interface ImportOutcome {
  readonly name: TableName;
  /** Null where no sheet could be read. */
  readonly table: ImportedTable | null;
  readonly account: RowAccount;
  readonly sheets: readonly ImportedSheet[];
  readonly refused: readonly { file: string; problem: Problem }[];
  /** Streets and terrain: recognised, for their own readers. */
  readonly others: readonly { file: string; kind: string; format: string }[];
  readonly datum: DatumReport;
  readonly precision: Readonly<Record<string, number>>;
  readonly outsideCity: number;
  readonly outsideCounty: number;
  readonly notes: readonly Note[];
}

/** Problems: `nothing_to_import` where no file holds rows of a table, `cancelled`. */
export async function importFiles(
  files: readonly NamedFile[],
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  const opened = await openFiles(files, options);
  const { name, sheets } = understandAll(opened, options);
  const used = sheets.filter(({ isUsed }) => isUsed);
  const capacity = used.reduce((sum, { understood }) => sum + understood.raw.rowCount, 0);
  const asOf = options.asOf ?? dateOf(used.flatMap(({ understood }) => understood.header.titles));
  const reader = new RowReader(name, capacity, { units: options.units, asOf, source: null });
  for (const { understood } of used) {
    for (const done of reader.read(understood)) {
      options.progress?.('read_tables', done, capacity);
      if (options.isCancelled?.()) return problem('cancelled');
      await pause();
    }
  }
  const read = reader.finish();
  const datum = await datumOf(
    read,
    used.map(({ understood }) => understood),
    options,
  );
  const convert = datum.used === null ? null : await toWgs84(datum.used);
  const { units, evidence } = options;
  const placed = placeRows(
    read,
    {
      convert,
      datum: datum.used,
      isCertain: datum.status !== 'uncertain',
      isSwapped: datum.isSwapped,
      counties: evidence.counties,
      units,
    },
    reader.report,
  );
  const notes = opened.flatMap((file) => (file.kind === 'tables' ? file.notes : []));
  return ok({
    name,
    table: read.table.rowCount > 0 ? placed.table : null,
    account: reader.report.finish(),
    sheets: sheets.map(({ file, understood, isUsed }) => sheetReport(file, understood, isUsed)),
    refused: opened.flatMap((file) =>
      file.kind === 'refused' ? [{ file: file.fileName, problem: file.problem }] : [],
    ),
    others: opened.flatMap((file) =>
      file.kind === 'streets' || file.kind === 'terrain'
        ? [{ file: file.fileName, kind: file.kind, format: file.format }]
        : [],
    ),
    datum,
    precision: placed.precision,
    outsideCity: placed.outsideCity,
    outsideCounty: placed.outsideCounty,
    notes: [...notes, ...datumNotes(datum)],
  });
}

type TablesFile = Extract<OpenedFile, { kind: 'tables' }>;
interface Sheet {
  readonly file: TablesFile;
  readonly understood: Understanding;
  readonly isUsed: boolean;
}

/** The table asked for, else the one most sheets look like; sheets of other tables are offered, not read. */
function understandAll(
  opened: readonly OpenedFile[],
  { table, mapping }: ImportOptions,
): { name: TableName; sheets: Sheet[] } {
  const raws = opened.flatMap((file) =>
    file.kind === 'tables' ? file.tables.map((raw) => ({ file, raw })) : [],
  );
  const name =
    table ?? raws.map(({ raw }) => guessTable(raw)).find((one) => one !== null) ?? 'facilities';
  const sheets = raws.map(({ file, raw }) => {
    const understood = understandTable(raw, name, mapping);
    const known = understood.columns.flatMap(({ field }) => (field === null ? [] : [field]));
    const isMore = known.some((field) => !(field in privateWords));
    const isFound = known.length >= 2 && isMore && understood.header.start >= 0;
    return {
      file,
      understood,
      isUsed: !raw.isHidden && isFound,
    };
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

const knownOf = ({ understood }: Sheet) =>
  understood.columns.filter(({ field }) => field !== null).length;

function sheetReport(file: TablesFile, understood: Understanding, isUsed: boolean): ImportedSheet {
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
function dateOf(titles: readonly string[]): string | null {
  for (const title of titles) {
    const day = /\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*日?|\s*月)?/.exec(title);
    if (day && (dateLine.test(title) || day[0].length > 6)) {
      const { value } = mendDate(day[0].replace(/\s+/g, ''));
      if (value !== '') return value;
    }
  }
  return null;
}

async function datumOf(
  read: ReadRows,
  sheets: readonly Understanding[],
  { datum, evidence }: ImportOptions,
): Promise<DatumReport> {
  const written = [
    ...sheets.map(({ raw }) => raw.declaredSystem ?? ''),
    ...sheets.flatMap(({ columns }) =>
      columns
        .filter(({ field }) => /^(source_[xy]|coordinates)$/.test(field ?? ''))
        .map(({ header }) => header),
    ),
    ...read.declared,
  ].filter((text) => text !== '');
  const declared = [...new Set(written.map(systemNamed).filter((one) => one !== null))];
  const detected = await detectDatum(
    read.x,
    read.y,
    (row) => textAt(read.table.columns.unit_code, row) ?? '',
    evidence,
  );
  const report = (
    used: DatumId | null,
    status: DatumReport['status'],
    isSwapped: boolean,
  ): DatumReport => ({ used, status, isSwapped, declared, detected });
  if (detected.reason === 'no_points') return report(null, 'none', false);
  const order = (id: DatumId) =>
    detected.hypotheses.find((one) => one.datum === id)?.isSwapped ??
    detected.best?.isSwapped ??
    false;
  if (datum !== undefined) {
    const kind = systemKind(datum);
    return kind === 'known'
      ? report(datum, 'given', order(datum))
      : report(null, 'uncalibrated', false);
  }
  if (
    declared.includes('uncalibrated') ||
    declared.some((one) => systemKind(one) === 'uncalibrated')
  )
    return report(null, 'uncalibrated', false);
  const { best, status } = detected;
  if (!best) return report(null, 'none', false);
  if (status === 'certain') return report(best.datum, 'certain', best.isSwapped);
  // Files that say what they are and are not contradicted by what lies 600 metres apart.
  const [said] = declared;
  const fits = detected.hypotheses.find((one) => one.datum === said);
  if (
    declared.length === 1 &&
    fits &&
    detected.reason !== 'not_in_county' &&
    detected.reason !== 'evidence_contradicts'
  )
    return report(said, 'declared', fits.isSwapped);
  return report(best.datum, 'uncertain', best.isSwapped);
}

function datumNotes({ status, used, detected, declared }: DatumReport): Note[] {
  const params = {
    datum: used ?? '',
    declared: declared.join(', '),
    margin: Math.round(detected?.margin ?? 0),
  };
  if (status === 'uncertain') return [{ code: 'datum_uncertain', params }];
  if (status === 'uncalibrated') return [{ code: 'datum_uncalibrated', params }];
  if (status === 'none' && detected?.reason === 'outside')
    return [{ code: 'datum_nowhere', params }];
  const isOtherThanEvidence =
    status === 'given' && detected?.status === 'certain' && detected.best?.datum !== used;
  if (isOtherThanEvidence)
    return [
      {
        code: 'datum_against_evidence',
        params: { ...params, detected: detected.best?.datum ?? '' },
      },
    ];
  const isGaussKrueger = used !== null && /^EPSG:4(4|5)/.test(used) && status === 'certain';
  return isGaussKrueger ? [{ code: 'datum_older_possible', params }] : [];
}

/** Lets a page's messages in. */
const pause = () => new Promise<void>((resolve) => setTimeout(() => resolve(), 0));

export const importTables: readonly TableName[] = tableNames;
