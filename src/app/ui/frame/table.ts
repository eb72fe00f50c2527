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

/** The order after a click on a column's head: ascending, descending, the rows' own. */
export function nextOrder(order: SortOrder | null, key: string): SortOrder | null {
  if (order?.key !== key) return { key, descending: false };
  return order.descending ? null : { key, descending: true };
}
