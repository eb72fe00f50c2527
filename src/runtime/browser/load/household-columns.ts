/**
 * The demo's households in two goes: first the columns that places, people and coverage need, laid out
 * beforehand if they are; then, when someone asks for ids or the database, the rest from the file.
 */
import { readTable } from '../../../core/import/formats';
import { firstColumns, firstColumnsFile } from '../../../core/import/prepared/first-columns';
import { readLaidOut } from '../../../core/import/prepared/laid-out';
import { tableRequest, type ImportedTable } from '../../../core/import/table/imported-table';
import { populationOf, type Population } from '../../../core/reach/units/population';
import { ok, type Progress, type Result } from '../../../core/result';
import type { SqlValue } from '../../../core/store/database';
import { servedFiles } from './city-files';
import { inflate } from './inflate';
import { moved, tableParts } from '../transfers';

export interface HouseholdsRead {
  readonly table: ImportedTable;
  /** Summed here, where a processor is free meanwhile. */
  readonly population: Population;
  /** The file itself, for the rest of its columns; null where nobody has read it yet. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Of the file that the columns were laid out from; null where they were read from the file itself. */
  readonly sha256: string | null;
}

/** The columns laid out beside the file; null where there are none. */
export async function readLaidOutColumns(baseUrl: string): Promise<HouseholdsRead | null> {
  const bytes = await servedFiles(baseUrl).read(firstColumnsFile);
  const read = bytes.ok ? await readLaidOut(bytes.value, inflate).catch(() => null) : null;
  if (read === null) return null;
  const { table, sha256 } = read;
  const population = populationOf(table, null);
  const parts = [table.rowNumbers, ...tableParts(table), population];
  return moved({ table, population, bytes: null, sha256 }, parts);
}

export async function readFirstColumns(
  baseUrl: string,
  fileName: string,
  progress: Progress,
): Promise<Result<HouseholdsRead>> {
  const bytes = await servedFiles(baseUrl).read(fileName);
  if (!bytes.ok) return bytes;
  const table = await readColumns(
    bytes.value,
    fileName,
    (name) => firstColumns.has(name),
    progress,
  );
  if (!table.ok) return table;
  const population = populationOf(table.value, null);
  const read = { table: table.value, population, bytes: bytes.value, sha256: null };
  const parts = [read.bytes, table.value.rowNumbers, ...tableParts(table.value), population];
  return moved(ok(read), parts);
}

/** What the first reading left out of one household. */
export async function readOtherFields(
  bytes: Uint8Array,
  householdIndex: number,
): Promise<Record<string, SqlValue>> {
  const names = tableRequest('households').columns.map((column) => column.name);
  const others = names.filter((name) => !firstColumns.has(name));
  const { readParquetRow } = await import('../../../core/import/read/parquet-row');
  return readParquetRow(bytes, others, householdIndex);
}

/** The columns that the first reading left out. */
export async function readOtherColumns(
  bytes: Uint8Array,
  fileName: string,
  progress: Progress,
): Promise<Result<ImportedTable>> {
  const table = await readColumns(bytes, fileName, (name) => !firstColumns.has(name), progress);
  return table.ok ? moved(table, [table.value.rowNumbers, ...tableParts(table.value)]) : table;
}

function readColumns(
  bytes: Uint8Array,
  fileName: string,
  isWanted: (name: string) => boolean,
  progress: Progress,
): Promise<Result<ImportedTable>> {
  const { name, columns, key } = tableRequest('households');
  const wanted = columns.filter((column) => isWanted(column.name));
  const ownKey = key.filter(isWanted);
  const inParts = (_stage: string, done: number, total: number) =>
    progress('read_households', done, total);
  return readTable(bytes, fileName, { name, columns: wanted, needed: [], key: ownKey }, inParts);
}
