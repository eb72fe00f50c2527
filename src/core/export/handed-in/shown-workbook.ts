/** A table as it is looked at (its columns, filter and order) as a workbook, with its own 口径说明. */
import { t, type Language } from '../../i18n/t';
import type { NamedBytes } from '../scenario/comparison-file';
import { characterWidth } from '../text/text-width';
import type { Sheet, SheetCell, SheetColumn } from '../workbook/sheet';
import { workbook } from '../workbook/workbook';

export interface ShownTable {
  readonly title: string;
  /** Left above the heads: the date, whether it is a sample. */
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly isCode: boolean }[];
  /** In the words of the screen; figures as numbers. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly remarks: readonly string[];
  /** What 口径说明 says, in its order. */
  readonly basis: readonly (readonly [item: string, content: string])[];
}

export async function shownWorkbook(table: ShownTable, language: Language): Promise<NamedBytes> {
  const { title, caption } = table;
  const bytes = await workbook([rowsSheet(table, language), basisOf(table, language)], caption);
  return { name: `${title.replace(/[\\/:*?"<>|]/g, '_')}.xlsx`, bytes };
}

function rowsSheet(
  { title, caption, columns, rows, remarks }: ShownTable,
  language: Language,
): Sheet {
  return {
    name: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    title,
    caption,
    unitLine: t(language, 'shown.rows', { count: rows.length }),
    columns: columns.map(({ head, isCode }, i) => ({
      head,
      width: widthOf(head, rows, i),
      kind: isCode ? 'code' : kindOf(rows, i),
    })),
    rows,
    remarks,
  };
}

/** Wide enough for its longest cell; a long text goes on in the next line. */
function widthOf(head: string, rows: ShownTable['rows'], column: number): number {
  let width = characterWidth(head) / 2 + 2;
  for (const row of rows) width = Math.max(width, characterWidth(String(row[column] ?? '')) + 3);
  return Math.min(30, Math.max(8, Math.ceil(width)));
}

function kindOf(rows: ShownTable['rows'], column: number): SheetColumn['kind'] {
  const cells = rows.map((row) => row[column]);
  const numbers = cells.filter((cell) => typeof cell === 'number');
  if (numbers.length === 0) return 'text';
  return numbers.every(Number.isInteger) ? 'count' : 'decimal';
}

function basisOf({ caption, basis }: ShownTable, language: Language): Sheet {
  return {
    name: t(language, 'reports.basis.sheet'),
    title: t(language, 'reports.basis.title'),
    caption,
    unitLine: '',
    columns: [
      { head: t(language, 'reports.head.item'), width: 26, kind: 'text' },
      { head: t(language, 'reports.head.content'), width: 90, kind: 'text' },
    ],
    rows: basis,
    orientation: 'portrait',
  };
}
