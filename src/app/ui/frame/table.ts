/** What a table needs to know of its columns; rows stay the caller's own objects. */
export type Cell = string | number | null;

export interface Column<R> {
  readonly key: string;
  readonly label: string;
  readonly value: (row: R) => Cell;
  /** The words shown; without it the value itself, and a dash for null. */
  readonly text?: (row: R) => string;
  readonly align?: 'left' | 'right';
  /** CSS width such as '8rem'. */
  readonly width?: string;
  /** A longer name, shown when the head is pointed at. */
  readonly title?: string;
  /** Opens what is behind the cell: its words then stand on a button. */
  readonly onopen?: (row: R) => void;
}

/** Rows that come as they are wanted: as many as there are, those that are there, and which are next. */
export interface RowWindow<R> {
  readonly length: number;
  /** Null while it is on its way. */
  at(index: number): R | null;
  want(first: number, last: number): void;
}

export function windowOf<R>(rows: readonly R[] | RowWindow<R>): RowWindow<R> {
  if (!Array.isArray(rows)) return rows as RowWindow<R>;
  return { length: rows.length, at: (index) => rows[index] ?? null, want: () => undefined };
}

/** Browsers end a box at some tens of millions of pixels: beyond this, scrolling takes longer steps. */
const tallestBox = 12_000_000;

/** How a scroll position and rows belong together, for a table of any length. */
export function scrolling(rowCount: number, rowHeight: number, boxHeight: number) {
  const whole = rowCount * rowHeight;
  const height = Math.min(whole, tallestBox);
  // At the very end the last row must be in sight.
  const scale = whole > height ? (whole - boxHeight) / (height - boxHeight) : 1;
  return {
    height,
    /** Where a row stands, in pixels of the whole, as the box would scroll to it. */
    topOf: (at: number) => (at * rowHeight) / scale,
    /** Rows from first to last - 1 are drawn, `before` pixels down; the others take up `room`. */
    shown(scrollTop: number, spare: number) {
      const top = scrollTop * scale;
      const first = Math.max(0, Math.floor(top / rowHeight) - spare);
      const last = Math.min(rowCount, Math.ceil((top + boxHeight) / rowHeight) + spare);
      const before = Math.max(0, scrollTop - (top - first * rowHeight));
      return { first, last, before, room: Math.max(0, height - (last - first) * rowHeight) };
    },
  };
}

export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}

/** A new array in the order asked for; unknown values (null) always come last. */
export function sorted<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  order: SortOrder | null,
): readonly R[] {
  const column = columns.find((c) => c.key === order?.key);
  if (!column || !order) return rows;
  const sign = order.descending ? -1 : 1;
  const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return a.value === b.value ? 0 : a.value === null ? 1 : -1;
      return typeof a.value === 'number' && typeof b.value === 'number'
        ? sign * (a.value - b.value)
        : sign * collator.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}

export function cellText<R>(column: Column<R>, row: R): string {
  if (column.text) return column.text(row);
  const value = column.value(row);
  return value === null ? '—' : String(value);
}

/** Which of the orders a column has, counted from 1; 0 where it has none. */
export function rankOf(orders: readonly SortOrder[], key: string): number {
  return orders.findIndex((order) => order.key === key) + 1;
}

/** The order after a click on a column's head: ascending, descending, the rows' own. */
export function nextOrder(order: SortOrder | null, key: string): SortOrder | null {
  if (order?.key !== key) return { key, descending: false };
  return order.descending ? null : { key, descending: true };
}
