/** How a column of a table looks in a sheet: degrees keep their place, years are no counts. */
import type { SheetColumn } from './workbook/sheet';

export function sheetKind({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: 'text' | 'whole' | 'number' | 'boolean';
}): SheetColumn['kind'] {
  if (name === 'lon' || name === 'lat') return 'degrees';
  if (kind === 'number') return 'exact';
  return kind === 'whole' && !/year$/.test(name) ? 'count' : 'code';
}
