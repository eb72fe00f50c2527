/** A sheet as CSV for Excel: heads and rows alone, codes with all their digits, no formula. */
import { textCell } from '../csv';
import type { Sheet, SheetCell } from '../workbook/sheet';

/** Heads of two rows become one, as 组·列. The text begins with no byte order mark. */
export function sheetCsv({ columns, rows, totals }: Sheet): string {
  const heads = columns.map(({ head, group }) => (group === undefined ? head : `${group}·${head}`));
  return [heads, ...rows, ...(totals ? [totals] : [])].map(line).join('');
}

const line = (cells: readonly SheetCell[]) => `${cells.map(written).join(',')}\r\n`;

/** A number stays one: only a text that begins with a minus could be a formula. */
const written = (cell: SheetCell) =>
  typeof cell === 'number' ? String(cell) : textCell(cell, 'excel');
