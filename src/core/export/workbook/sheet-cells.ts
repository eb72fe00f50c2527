/** The cells of a sheet with their looks: merged title, bordered table, totals in bold, remarks. */
import type { CellObject, Row, SheetData } from 'write-excel-file/universal';
import { characterWidth } from '../text/text-width';
import { headRowCount, type Sheet, type SheetCell, type SheetColumn } from './sheet';

const lineColour = '#7f8c8d';
const headColour = '#e8eef2';
const border = { borderStyle: 'thin', borderColor: lineColour } as const;
const middle = { alignVertical: 'center' } as const;

const formats: Partial<Record<SheetColumn['kind'], string>> = {
  count: '#,##0',
  decimal: '#,##0.0',
  exact: '#,##0.00',
  // About a decimetre, as coordinates are stored.
  degrees: '0.000000',
};

export function sheetCells(sheet: Sheet): SheetData {
  const { columns, rows, totals, remarks = [] } = sheet;
  return [
    title(sheet),
    caption(sheet),
    ...heads(sheet),
    ...rows.map((row) => bodyRow(row, columns)),
    ...(totals ? [bodyRow(totals, columns, totalLook)] : []),
    ...remarks.map((text) => remark(text, columns)),
  ];
}

const lineHeight = 15;

const totalLook = { fontWeight: 'bold', backgroundColor: headColour } as const;

function title({ title: text, columns }: Sheet): Row {
  const cell = { value: text, type: String, align: 'center', fontWeight: 'bold', fontSize: 18 };
  return spanned({ ...cell, ...middle, height: 34, wrap: true } as CellObject, columns.length);
}

/** The caption takes what the unit line leaves; in a narrow table the last column is the unit line's. */
function caption({ caption: left, unitLine, columns }: Sheet): Row {
  const unitColumns = Math.max(1, Math.floor(columns.length / 3));
  const leftColumns = columns.length - unitColumns;
  const look = { type: String, fontSize: 10, height: 20, ...middle } as const;
  if (leftColumns < 1) return [{ ...look, value: [left, unitLine].filter(Boolean).join('　') }];
  return [
    ...spanned({ ...look, value: left, align: 'left' }, leftColumns),
    ...spanned({ ...look, value: unitLine, align: 'right' }, unitColumns),
  ];
}

function heads(sheet: Sheet): Row[] {
  const { columns } = sheet;
  const cell = (value: string, span: Partial<CellObject> = {}): CellObject =>
    ({
      value,
      type: String,
      align: 'center',
      wrap: true,
      fontWeight: 'bold',
      backgroundColor: headColour,
      ...middle,
      ...border,
      ...span,
    }) as CellObject;
  const height = (texts: readonly SheetColumn[]) =>
    lineHeight * Math.max(...texts.map(({ head, width }) => linesOf(head, width))) + 7;
  if (headRowCount(sheet) === 1)
    return [columns.map(({ head }) => cell(head, { height: height(columns) }))];
  const upper: Row = [];
  const lower: Row = [];
  columns.forEach(({ head, group }, i) => {
    if (group === undefined) {
      upper.push(cell(head, { rowSpan: 2 }));
      lower.push(null);
      return;
    }
    lower.push(cell(head, { height: height(columns.filter((one) => one.group !== undefined)) }));
    if (i > 0 && columns[i - 1].group === group) upper.push(null);
    else upper.push(cell(group, { columnSpan: groupWidth(columns, i) }));
  });
  return [upper, lower];
}

function groupWidth(columns: readonly SheetColumn[], from: number): number {
  let to = from;
  while (to < columns.length && columns[to].group === columns[from].group) to++;
  return to - from;
}

/** As high as its longest text wants: programs other than Excel do not work that out on opening. */
function bodyRow(row: readonly SheetCell[], columns: readonly SheetColumn[], look = {}): Row {
  const lines = Math.max(...columns.map((column, i) => linesOf(row[i] ?? '', column.width)));
  const height = lineHeight * lines + 5;
  return columns.map((column, i) => ({ ...bodyCell(row[i] ?? null, column), ...look, height }));
}

/** Lines a text takes in a column; a little air on both sides. */
function linesOf(cell: string | number, width: number): number {
  const texts = String(cell).split('\n');
  return texts.reduce(
    (lines, text) => lines + Math.max(1, Math.ceil(characterWidth(text) / Math.max(1, width - 2))),
    0,
  );
}

function bodyCell(cell: SheetCell, { kind }: SheetColumn): CellObject {
  const look = { ...border, ...middle, wrap: true };
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: formats[kind] ?? 'General', ...look };
  const align =
    kind === 'text' ? 'left' : kind === 'centred' || kind === 'code' ? 'center' : 'right';
  // Text cells: codes keep their digits, and no text is taken for a formula.
  return {
    value: cell ?? '',
    type: String,
    format: '@',
    align,
    ...(kind === 'text' ? { indent: 1 } : {}),
    ...look,
  };
}

function remark(text: string, columns: readonly SheetColumn[]): Row {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const look = { type: String, fontSize: 10, wrap: true, alignVertical: 'top' } as const;
  return spanned(
    { ...look, value: text, height: lineHeight * linesOf(text, width) },
    columns.length,
  );
}

function spanned(cell: CellObject, columns: number): Row {
  return [{ ...cell, columnSpan: columns } as CellObject, ...Array(columns - 1).fill(null)];
}
