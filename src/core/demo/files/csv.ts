/** Rows → CSV as the data folder holds it: UTF-8 without BOM, LF, columns of the schema in its order. */
import { tableDescription, type TableName } from '../../store/tables';
import type { SqlValue } from '../../store/database';

export type TableRow = Readonly<Record<string, SqlValue>>;

/** Throws on a column the schema does not know: a typing slip must not vanish. */
export function tableCsv(name: TableName, rows: readonly TableRow[]): Uint8Array {
  const columns = tableDescription(name).columns.map((c) => c.name);
  const known = new Set(columns);
  const lines = [columns.join(',')];
  for (const row of rows) {
    for (const key in row) if (!known.has(key)) throw new Error(`${name} has no column ${key}`);
    lines.push(columns.map((c) => cellText(row[c])).join(','));
  }
  return new TextEncoder().encode(lines.join('\n') + '\n');
}

function cellText(value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
