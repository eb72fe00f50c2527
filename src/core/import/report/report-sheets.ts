/** 数据质量报告 as sheets: to be sent back to whoever filled the file in, each line with file and row. */
import { problemText, t, type Language, type TextKey } from '../../i18n/t';
import { tableDescription } from '../../store/tables';
import type { ImportOutcome } from '../import-files';
import type { ReportedRow } from '../rows/report-builder';
import { reportWords } from './report-words';
import type { WorkbookSheet } from './workbook';

export function reportSheets(outcome: ImportOutcome, language: Language): WorkbookSheet[] {
  const { account, sheets, refused } = outcome;
  const say = (key: TextKey) => t(language, key);
  const words = reportWords(language, outcome.name);
  const where = [say('report.file'), say('report.sheet'), say('report.row')];
  const place = ({ file, sheet, row }: ReportedRow) => [file, sheet === file ? '' : sheet, row];
  const listed = (rows: readonly ReportedRow[]) =>
    rows.map((row) => [
      ...place(row),
      words.field(row.column),
      row.value ?? '',
      words.reason(row.reason),
      row.detail ?? '',
    ]);
  const problemHead = [
    ...where,
    say('report.column'),
    say('report.value'),
    say('report.reason'),
    say('report.detail'),
  ];
  return [
    {
      name: say('report.summary'),
      head: [say('report.item'), say('report.figure')],
      rows: [
        ...summaryRows(outcome, language),
        ...outcome.notes.map((note) => [say('messages.note'), problemText(language, note)]),
      ],
      widths: [36, 60],
    },
    { name: say('report.set_aside'), head: problemHead, rows: listed(account.setAside) },
    { name: say('report.doubts'), head: problemHead, rows: listed(account.doubts) },
    {
      name: say('report.mended'),
      head: [
        say('report.column'),
        say('report.from'),
        say('report.to'),
        say('report.reason'),
        say('report.count'),
        say('report.rows'),
      ],
      rows: account.mended.map((one) => [
        words.field(one.column),
        one.from,
        words.value(one.column, one.to),
        words.reason(one.how),
        one.count,
        one.rows.map(({ row }) => row).join(', '),
      ]),
    },
    {
      name: say('report.columns'),
      head: [
        say('report.file'),
        say('report.sheet'),
        say('report.header'),
        say('report.field'),
        say('report.confidence'),
      ],
      rows: sheets.flatMap((sheet) =>
        sheet.columns.map(({ header, field, confidence }) => {
          const isPrivate = sheet.privateColumns.some(
            (one) => one.header === header && one.field === field,
          );
          const shown = words.field(field) + (isPrivate ? ` (${say('report.dropped')})` : '');
          return [
            sheet.file,
            sheet.sheet === sheet.file ? '' : sheet.sheet,
            header,
            shown,
            confidence,
          ];
        }),
      ),
    },
    {
      name: say('report.missing'),
      head: [say('report.column'), say('report.count')],
      rows: Object.entries(account.missing).map(([field, rows]) => [words.field(field), rows]),
    },
    {
      name: say('report.refused'),
      head: [say('report.file'), say('report.reason')],
      rows: refused.map(({ file, problem }) => [file, problemText(language, problem)]),
    },
  ];
}

/** What a page or a terminal shows first. */
export function summaryRows(
  outcome: ImportOutcome,
  language: Language,
): [string, string | number][] {
  const { account, datum, sheets } = outcome;
  const say = (key: TextKey) => t(language, key);
  const words = reportWords(language, outcome.name);
  const { duplicate_row = 0, id_twice = 0 } = account.setAsideCounts;
  const total = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((a, b) => a + b, 0);
  const dropped = [
    ...new Set(
      sheets
        .filter((one) => one.isUsed)
        .flatMap(({ privateColumns }) => privateColumns.map(({ header }) => header)),
    ),
  ];
  const places = Object.entries(outcome.precision).map(
    ([precision, count]) => `${words.precision(precision)} ${count}`,
  );
  const hasPlaces = tableDescription(outcome.name).columns.some(({ name }) => name === 'lon');
  const encodings = [
    ...new Set(sheets.map(({ encoding }) => encoding).filter((one) => one !== null)),
  ];
  const rows: [string, string | number][] = [
    [say('report.table'), words.table],
    [say('report.rows_read'), account.rowsRead],
    [say('report.rows_kept'), account.rowsKept],
    [say('report.rows_set_aside'), total(account.setAsideCounts)],
    [say('report.duplicates'), duplicate_row + id_twice],
    [say('report.cells_mended'), account.mendedCount],
    [say('report.cells_doubted'), total(account.doubtCounts)],
    [say('report.outside_city'), outcome.outsideCity],
    [say('report.outside_county'), outcome.outsideCounty],
    [say('report.datum'), `${words.datum(datum.used)} · ${words.status(datum.status)}`],
    [say('importer.places'), (hasPlaces && places.join(' · ')) || '—'],
    [say('report.encoding'), encodings.join(', ') || '—'],
    [say('report.private'), dropped.join('、') || '—'],
  ];
  for (const [reason, count] of Object.entries(account.setAsideCounts))
    rows.push([`  ${words.reason(reason)}`, count]);
  for (const [reason, count] of Object.entries(account.doubtCounts))
    rows.push([`  ${words.reason(reason)}`, count]);
  return rows;
}
