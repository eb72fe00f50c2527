/** A table from a file on disk, whatever its format. */
import { readTable, type ImportedTable, type TableRequest } from '../core/import';
import { ok, type Result } from '../core/result';
import { readDiskFile, type DiskFile } from '../runtime/node/files';
import type { Context } from './command';

export interface OpenTable {
  readonly file: DiskFile;
  readonly table: ImportedTable;
}

export async function openTable(
  path: string,
  request: TableRequest,
  context: Context,
): Promise<Result<OpenTable>> {
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  const { bytes, name } = file.value;
  const table = await readTable(bytes, name, request, context.progress);
  if (!table.ok) return table;
  table.value.notes.forEach((note) => context.note(note));
  return ok({ file: file.value, table: table.value });
}
