/**
 * .xlsx, .xls, .et, .ods, and tables of HTML or XML that call themselves .xls, by SheetJS. Cells
 * become texts: whole numbers with all their digits (Excel shows a long code as 3.50404E+11 but
 * keeps it), days as ISO text, everything else as Excel shows it. Declared dimensions are not
 * believed: only cells that are there count.
 */
import { zipSync } from 'fflate';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { ok, problem, type Note, type Problem, type Result } from '../../result';
import { decodeText } from '../read/text';
import { openArchive, isZip } from './archive';
import { isWholeBiff } from './biff';
import { tableOfRows, type OpenedFile, type RawRow, type RawTable } from './raw-table';

const MOST_COLUMNS = 2000;
const MOST_CELLS = 60e6;

export async function openSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<OpenedFile>> {
  const safe = isZip(bytes) ? repacked(bytes, fileName) : ok(bytes);
  if (!safe.ok) return ofWorkbook(safe.problem, fileName);
  const { CFB, read, SSF, set_cptable } = await import('@e965/xlsx');
  // Text that calls itself a spreadsheet: decoded by our own rule, and its codes left alone.
  const isMarkup = beginsWithTag(bytes);
  const options = { dense: true, cellNF: true, cellFormula: false, cellHTML: false };
  let book: WorkBook;
  try {
    if (isZip(bytes)) book = read(safe.value, { ...options, type: 'array' });
    else if (isMarkup)
      book = read(decodeText(bytes).text, { ...options, type: 'string', raw: true });
    else {
      const stream = workbookStream(bytes, CFB as CompoundFiles);
      if (stream === null) return problem('file_encrypted', { file: fileName });
      if (!isWholeBiff(stream)) return problem('spreadsheet_broken', { file: fileName });
      // Old workbooks write their texts in the code page of their machine: here that is GBK.
      set_cptable(await import('@e965/xlsx/dist/cpexcel'));
      // The stream alone: author and title, which nobody needs, can be broken into minutes of reading.
      book = read(stream, { ...options, type: 'array', codepage: 936 });
    }
  } catch (cause) {
    const isLocked = /password|encrypt/i.test(String(cause));
    return problem(isLocked ? 'file_encrypted' : 'spreadsheet_broken', { file: fileName });
  }
  const tables: RawTable[] = [];
  const notes: Note[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    const table = tableOf(sheet, fileName, name, isHidden, (cell) =>
      textOf(cell, (z) => SSF.is_date(z), SSF.parse_date_code),
    );
    if (!table.ok) return table;
    if (table.value) tables.push(table.value);
    if (isHidden && table.value)
      notes.push({ code: 'sheet_hidden', params: { file: fileName, sheet: name } });
  }
  if (tables.length === 0) return problem('file_empty', { file: fileName });
  return ok({
    kind: 'tables',
    format: isZip(bytes) ? 'xlsx' : 'xls',
    encoding: null,
    tables,
    notes,
  });
}

/** What SheetJS does not describe of its reader of OLE files. */
interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'array' }): unknown;
  find(file: unknown, path: string): { readonly content: ArrayLike<number> } | null;
}

/** What is broken in a workbook is the workbook, whatever it is packed in. */
const ofWorkbook = (found: Problem, file: string): Result<never> =>
  found.code === 'archive_broken' || found.code === 'archive_part_damaged'
    ? problem('spreadsheet_broken', { file })
    : { ok: false, problem: found };

/** The records of an old workbook: within an OLE file, or the file itself; null of an .xlsx with a password. */
function workbookStream(bytes: Uint8Array, files: CompoundFiles): Uint8Array | null {
  if (bytes[0] !== 0xd0) return bytes;
  const file = files.read(bytes, { type: 'array' });
  if (files.find(file, '/EncryptedPackage')) return null;
  const stream = files.find(file, '/Workbook') ?? files.find(file, '/Book');
  return Uint8Array.from(stream?.content ?? []);
}

/** Behind a byte order mark, zeros of UTF-16 and blanks. */
function beginsWithTag(bytes: Uint8Array): boolean {
  const passed = new Set([0, 9, 10, 13, 32, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
  return bytes.find((byte) => !passed.has(byte)) === 0x3c;
}

/** The same workbook without pictures and packing, unpacked within limits. */
function repacked(bytes: Uint8Array, fileName: string): Result<Uint8Array> {
  const entries = openArchive(bytes, fileName);
  if (!entries.ok) return entries;
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries.value) {
    if (
      /(^|\/)(media|drawings|embeddings|charts|printerSettings|Pictures|Thumbnails)\//.test(
        entry.name,
      )
    )
      continue;
    const content = entry.unpack();
    if (!content.ok) return content;
    files[entry.name] = content.value;
  }
  return ok(zipSync(files, { level: 0 }));
}

type CellText = (cell: CellObject) => string;

function tableOf(
  sheet: WorkSheet,
  fileName: string,
  name: string,
  isHidden: boolean,
  text: CellText,
): Result<RawTable | null> {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows: RawRow[] = [];
  let width = 0;
  let cells = 0;
  // Sparse arrays: `for … in` goes over what is there and not over a million empty rows.
  for (const key in data) {
    const row = data[key];
    const own: string[] = [];
    let isBlank = true;
    for (const at in row) {
      const cell = row[at];
      const column = Number(at);
      if (cell === undefined || cell.v === undefined) continue;
      if (column >= MOST_COLUMNS)
        return problem('sheet_too_large', { file: fileName, sheet: name, column });
      while (own.length < column) own.push('');
      own[column] = text(cell);
      if (own[column].trim() !== '') isBlank = false;
    }
    if (isBlank) continue;
    cells += own.length;
    width = Math.max(width, own.length);
    if (cells > MOST_CELLS)
      return problem('sheet_too_large', { file: fileName, sheet: name, column: width });
    rows.push({ cells: own, number: Number(key) + 1 });
  }
  if (rows.length === 0) return ok(null);
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: Math.min(e.c, width - 1),
  }));
  return ok(tableOfRows(fileName, name, rows, { merges, isHidden }));
}

function textOf(
  cell: CellObject,
  isDate: (format: string) => boolean,
  parts: (serial: number) => { y: number; m: number; d: number; H: number; M: number } | null,
): string {
  if (cell.t === 'e') return '';
  if (cell.t === 'b') return cell.v ? 'true' : 'false';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v ?? '');
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (format !== 'General' && isDate(format)) {
    const day = parts(cell.v);
    const two = (n: number) => String(n).padStart(2, '0');
    if (day && cell.v >= 1) return `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
    return day ? `${two(day.H)}:${two(day.M)}` : (cell.w ?? String(cell.v));
  }
  // A format of zeros writes what the number has lost: 001.
  if (/^0{2,}$/.test(format) && cell.w !== undefined) return cell.w;
  if (format.includes('%')) return cell.w ?? String(cell.v);
  if (Number.isInteger(cell.v))
    return Math.abs(cell.v) < 1e21 ? BigInt(cell.v).toString() : String(cell.v);
  // Excel itself keeps and shows fifteen digits.
  return String(Number(cell.v.toPrecision(15)));
}
