/** 数据质量报告 as a workbook to print and to send back: what core/import found, in the common sheets. */
import { t, type Language } from '../../i18n/t';
import { reportSheets, type ImportOutcome, type WorkbookSheet } from '../../import';
import type { Sheet, SheetColumn } from '../workbook/sheet';
import { workbook } from '../workbook/workbook';

const NARROWEST = 10;
const WIDEST = 42;
/** Rows looked at to find a column's width. */
const LOOKED_AT = 200;
/** More is for report.json: a sheet of this length is printed by nobody. */
const MOST_ROWS = 100_000;

/** @param file whose report it is, named in the title */
export function qualityWorkbook(
  outcome: ImportOutcome,
  file: string,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = t(language, 'importer.report_file', { file }).replace('_', ' · ');
  const note = t(language, 'importer.report_internal');
  return workbook(
    reportSheets(outcome, language).map((sheet) => printed(sheet, title, note)),
    note,
  );
}

function printed({ name, head, rows }: WorkbookSheet, title: string, note: string): Sheet {
  const kept = rows.slice(0, MOST_ROWS);
  return {
    name,
    title,
    caption: name,
    unitLine: '',
    columns: head.map((text, i) => columnOf(text, kept.slice(0, LOOKED_AT), i)),
    rows: kept,
    remarks: [note],
  };
}

function columnOf(head: string, rows: WorkbookSheet['rows'], at: number): SheetColumn {
  const cells = rows.map((row) => row[at]).filter((cell) => cell !== '' && cell !== undefined);
  const isNumber = cells.length > 0 && cells.every((cell) => typeof cell === 'number');
  const isWhole = cells.every((cell) => Number.isInteger(cell));
  const longest = Math.max(widthOf(head), ...cells.map((cell) => widthOf(String(cell))));
  return {
    head,
    width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)),
    kind: isNumber ? (isWhole ? 'count' : 'exact') : 'text',
  };
}

/** In characters of Latin text. */
const widthOf = (text: string) => text.replace(/[^\x20-\x7e]/g, '  ').length;
