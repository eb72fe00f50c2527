/**
 * A sheet as it is handed in: a title over the whole width, a line with the date on the left and the unit
 * on the right, heads of one or two rows, rows, a last row of totals, and remarks below. What it looks
 * like is in sheet-cells.ts, how it prints in print-setup.ts.
 */

/** A text or a number to show; null leaves the cell blank. Percentages are numbers such as 35.37. */
export type SheetCell = string | number | null;

export interface SheetColumn {
  readonly head: string;
  /** A head above, merged over neighbours that share it. */
  readonly group?: string;
  /** In characters of Latin text; a Chinese character takes two. */
  readonly width: number;
  /** `code` keeps every digit; `count` has thousands apart; `decimal` has one digit, `exact` two, `degrees` six, `figure` its own. */
  readonly kind: 'text' | 'code' | 'centred' | 'count' | 'decimal' | 'exact' | 'degrees' | 'figure';
}

export interface Sheet {
  /** On the tab: at most 31 characters, none of []:*?/\ */
  readonly name: string;
  readonly title: string;
  /** Left above the heads, such as the date of the figures. */
  readonly caption: string;
  /** Right above the heads: 单位：个、人、% */
  readonly unitLine: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly totals?: readonly SheetCell[];
  /** Below the table, one line each. */
  readonly remarks?: readonly string[];
  readonly orientation?: 'landscape' | 'portrait';
}

/** Rows of heads: two where any column has a group. */
export function headRowCount({ columns }: Pick<Sheet, 'columns'>): 1 | 2 {
  return columns.some(({ group }) => group !== undefined) ? 2 : 1;
}
