/**
 * The data folder as a whole: what `demo` writes, a user keeps and the page opens. Which files
 * there are and how to get their bytes is the caller's; everything else is the same everywhere.
 */
import { ok, problem, type Note, type Progress, type Result } from '../result';
import { tableNames, type TableName } from '../store/tables';
import { readTable } from './formats';
import { tableRequest, type ImportedTable } from './table/imported-table';
import { manifestFileName, parseManifest, type Manifest } from './manifest';

/** A folder's files, flat, by name. */
export interface FolderFiles {
  readonly names: readonly string[];
  read(name: string): Promise<Uint8Array>;
  /** Lower-case hexadecimal; absent where the runtime cannot: then nothing is compared. */
  sha256?(bytes: Uint8Array): Promise<string>;
}

export interface FolderFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface InputFile {
  readonly name: string;
  readonly sha256?: string;
}

export interface DataFolder {
  readonly manifest: Manifest;
  /** A table without a file is missing here: what needs it is 数据不足, insufficient data. */
  readonly tables: Readonly<Partial<Record<TableName, ImportedTable>>>;
  readonly streets: FolderFile | null;
  readonly areas: FolderFile | null;
  /** Every file read, in reading order. */
  readonly inputs: readonly InputFile[];
  readonly notes: readonly Note[];
}

export interface DataFolderOptions {
  /** Columns of counts beyond the schema's, in households. */
  readonly weights?: readonly string[];
  /** Only these tables; absent means all. */
  readonly only?: readonly TableName[];
  readonly progress?: Progress;
}

/** Where the streets may be, best first: our own format, else any street file of this name. */
const streetFiles = ['streets.network', 'streets.osm.pbf', 'streets.pbf', 'streets.geojson'];

export async function readDataFolder(
  files: FolderFiles,
  { weights = [], only = tableNames, progress }: DataFolderOptions = {},
): Promise<Result<DataFolder>> {
  if (!files.names.includes(manifestFileName)) {
    return problem('folder_without_manifest', { file: manifestFileName });
  }
  const manifestBytes = await files.read(manifestFileName);
  const manifest = parseManifest(manifestBytes);
  if (!manifest.ok) return manifest;
  const inputs: InputFile[] = [
    { name: manifestFileName, sha256: await files.sha256?.(manifestBytes) },
  ];
  const missing = Object.keys(manifest.value.files).find((name) => !files.names.includes(name));
  if (missing) return problem('file_missing', { file: missing });

  const take = async (name: string): Promise<Result<FolderFile>> => {
    const bytes = await files.read(name);
    const sha256 = await files.sha256?.(bytes);
    const expected = manifest.value.files[name]?.sha256;
    if (sha256 && expected && sha256 !== expected) return problem('file_changed', { file: name });
    inputs.push({ name, sha256 });
    return ok({ fileName: name, bytes });
  };

  const tables: Partial<Record<TableName, ImportedTable>> = {};
  const notes: Note[] = [];
  for (const [done, name] of only.entries()) {
    progress?.('read_tables', done, only.length);
    const fileName = [`${name}.parquet`, `${name}.csv`].find((file) => files.names.includes(file));
    if (!fileName) continue;
    const file = await take(fileName);
    if (!file.ok) return file;
    const request = tableRequest(name, name === 'households' ? weights : []);
    const table = await readTable(file.value.bytes, fileName, request);
    if (!table.ok) return table;
    tables[name] = table.value;
    notes.push(...table.value.notes);
  }

  const others: (FolderFile | null)[] = [];
  for (const candidates of [streetFiles, ['areas.geojson']]) {
    const fileName = candidates.find((name) => files.names.includes(name));
    if (!fileName) {
      others.push(null);
      continue;
    }
    const file = await take(fileName);
    if (!file.ok) return file;
    others.push(file.value);
  }
  const [streets, areas] = others;
  return ok({ manifest: manifest.value, tables, streets, areas, inputs, notes });
}
