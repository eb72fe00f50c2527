/** One sheet as the page shows it: what each column was taken for, and the first rows both ways. */
import {
  covered,
  fieldsOf,
  guessTable,
  isPrivateField,
  isReadable,
  previewRows,
  understandTable,
  type RawTable,
  type TablesFile,
  type Understanding,
} from '../../../core/import';
import { tableDescription, type TableName } from '../../../core/store/tables';
import { valueAt } from '../../../core/store/columns';
import type { Preview, SheetChoice, SheetView } from '../data/import-data';
import type { KnownPlaces } from './known-places';

const SHOWN_ROWS = 8;
const SHOWN_COLUMNS = 60;
const SAMPLES = 3;

/** A sheet of the session; `table` null is left out. */
export interface DeskSheet {
  readonly id: number;
  readonly source: number;
  readonly file: TablesFile;
  readonly raw: RawTable;
  readonly guessed: TableName | null;
  readonly shape: string;
  readonly isRemembered: boolean;
  table: TableName | null;
  understood: Understanding;
}

/** @param remembered what the user decided for files of a shape before */
export function deskSheet(
  id: number,
  source: number,
  file: TablesFile,
  raw: RawTable,
  remembered: Readonly<Record<string, SheetChoice>>,
): DeskSheet {
  const guessed = guessTable(raw);
  const first = understandTable(raw, guessed ?? 'facilities');
  const choice = remembered[first.shape];
  const table = choice ? choice.table : guessed;
  const understood = choice?.table ? understandTable(raw, choice.table, choice.mapping) : first;
  const isUsed = !raw.isHidden && table !== null && (choice !== undefined || isReadable(first));
  return {
    id,
    source,
    file,
    raw,
    guessed,
    shape: first.shape,
    isRemembered: choice !== undefined,
    table: isUsed ? table : null,
    understood,
  };
}

export function sheetView(sheet: DeskSheet, known: KnownPlaces): SheetView {
  const { raw, file, understood, table } = sheet;
  const { header, columns } = understood;
  const isHeadless = header.start < 0;
  const firstData = Math.max(0, header.start) + header.rowCount;
  const rows = raw.sample.slice(firstData, firstData + 50);
  return {
    id: sheet.id,
    file: raw.fileName,
    sheet: raw.name === raw.fileName ? '' : raw.name,
    format: file.format,
    encoding: file.encoding,
    isHidden: raw.isHidden,
    rowCount: Math.max(0, raw.rowCount - firstData),
    table,
    shape: sheet.shape,
    isRemembered: sheet.isRemembered,
    confidence: understood.confidence,
    headerRow: isHeadless ? -1 : raw.sample[header.start].number,
    titles: header.titles,
    columns: columns.map(({ column, header: head, field, confidence }) => ({
      column,
      header: head,
      field,
      confidence,
      samples: [
        ...new Set(
          rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== ''),
        ),
      ]
        .slice(0, SAMPLES)
        .map(covered),
    })),
    raw: raw.sample
      .slice(0, Math.max(firstData, 0) + SHOWN_ROWS)
      .map(({ number, cells }) => ({ number, cells: cells.slice(0, SHOWN_COLUMNS).map(covered) })),
    understood: table === null ? { heads: [], rows: [] } : preview(table, understood, known),
  };
}

/** Only columns in which something stands; people's own columns never come in. */
function preview(table: TableName, understood: Understanding, known: KnownPlaces): Preview {
  const read = previewRows(table, understood, known.units, SHOWN_ROWS);
  const order = [...new Set([...tableDescription(table).key, ...fieldsOf(table)])];
  const heads = order.filter(
    (name) =>
      !isPrivateField(name) &&
      Array.from({ length: read.table.rowCount }, (_, row) => row).some(
        (row) => valueAt(read.table.columns[name], row) !== null,
      ),
  );
  const hasPlace = read.x.some((value) => !Number.isNaN(value));
  return {
    heads: hasPlace ? [...heads, 'source_x', 'source_y'] : heads,
    rows: Array.from({ length: read.table.rowCount }, (_, row) => [
      ...heads.map((name) => covered(String(valueAt(read.table.columns[name], row) ?? ''))),
      ...(hasPlace ? [coordinate(read.x[row]), coordinate(read.y[row])] : []),
    ]),
  };
}

const coordinate = (value: number) => (Number.isNaN(value) ? '' : String(value));
