/** The first rows of a sheet as they would come in, for the eye of whoever maps its columns. */
import type { TableName } from '../../store/tables';
import { RowReader, type ReadRows } from '../rows/row-reader';
import type { UnitIndex } from '../understand/unit-index';
import type { Understanding } from '../understand/understand';

export function previewRows(
  table: TableName,
  understood: Understanding,
  units: UnitIndex,
  rowCount: number,
): ReadRows {
  const { raw, header } = understood;
  const rows = raw.sample.slice(0, Math.max(0, header.start) + header.rowCount + rowCount);
  const reader = new RowReader(table, rows.length, { units, asOf: null, source: null });
  const start = { ...understood, raw: { ...raw, batches: () => [rows] } };
  for (const _ of reader.read(start)) void _;
  return reader.finish();
}
