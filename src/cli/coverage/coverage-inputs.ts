/** The two ways to say what coverage is of: files one by one, or a data folder. */
import {
  readDataFolder,
  tableRequest,
  type ImportedTable,
  type InputFile,
} from '../../core/import';
import { readNetwork, type Network } from '../../core/network';
import { ok, problem, type Result } from '../../core/result';
import type { TableName } from '../../core/store/tables';
import { openDiskFolder } from '../../runtime/node/files';
import type { Arguments, Context } from '../command';
import { openStreets } from '../streets';
import { openTable } from '../tables';

export interface CoverageInputs {
  readonly network: Network;
  readonly tables: Readonly<Partial<Record<TableName, ImportedTable>>>;
  readonly households: ImportedTable;
  readonly facilities: ImportedTable;
  /** In the order read. */
  readonly files: readonly (InputFile & { readonly role: string })[];
  /** True for sample data; null where files were given one by one and do not say. */
  readonly generated: boolean | null;
}

const fileOptions = ['network', 'households', 'facilities', 'units'] as const;
/** What coverage and its lists read of a data folder. */
const folderTables: readonly TableName[] = [
  'admin_units',
  'households',
  'facilities',
  'facility_services',
  'premises',
];

export async function openCoverageInputs(
  given: Arguments,
  context: Context,
): Promise<Result<CoverageInputs>> {
  const weight = given.text('weight');
  const weights = weight === undefined ? [] : [weight];
  if (given.has('data')) {
    const both = fileOptions.find((name) => given.has(name));
    if (both) return problem('options_exclude', { option: '--data', other: `--${both}` });
    return fromFolder(given.required('data'), weights, context);
  }
  const missing = fileOptions.slice(0, 3).find((name) => !given.has(name));
  if (missing) {
    return problem('option_missing', {
      command: 'coverage',
      option: `--${missing}`,
      value: 'FILE',
    });
  }
  return fromFiles(given, weights, context);
}

async function fromFiles(
  given: Arguments,
  weights: readonly string[],
  context: Context,
): Promise<Result<CoverageInputs>> {
  const streets = await openStreets(given.required('network'), context);
  if (!streets.ok) return streets;
  const { name, sha256 } = streets.value.file;
  const read = await openTables(given, weights, context);
  if (!read.ok) return read;
  const { tables, files } = read.value;
  return ok({
    network: streets.value.network,
    tables,
    households: tables.households!,
    facilities: tables.facilities!,
    files: [{ role: 'network', name, sha256 }, ...files],
    generated: null,
  });
}

/** The tables given one by one, without streets. */
export async function openTables(
  given: Arguments,
  weights: readonly string[],
  context: Context,
): Promise<Result<Pick<CoverageInputs, 'tables' | 'files'>>> {
  const files: CoverageInputs['files'][number][] = [];
  const tables: Partial<Record<TableName, ImportedTable>> = {};
  for (const [option, table] of [
    ['households', 'households'],
    ['facilities', 'facilities'],
    ['units', 'admin_units'],
  ] as const) {
    if (!given.has(option)) continue;
    const request = tableRequest(table, table === 'households' ? weights : []);
    const read = await openTable(given.required(option), request, context);
    if (!read.ok) return read;
    tables[table] = read.value.table;
    files.push({ role: option, name: read.value.file.name, sha256: read.value.file.sha256 });
  }
  return ok({ tables, files });
}

async function fromFolder(
  path: string,
  weights: readonly string[],
  context: Context,
): Promise<Result<CoverageInputs>> {
  const files = await openDiskFolder(path);
  if (!files.ok) return files;
  const { progress } = context;
  const folder = await readDataFolder(files.value, { weights, only: folderTables, progress });
  if (!folder.ok) return folder;
  const { tables, streets, notes, inputs, manifest } = folder.value;
  notes.forEach((note) => context.note(note));
  const { households, facilities } = tables;
  if (!households) return problem('file_missing', { file: 'households.csv' });
  if (!facilities) return problem('file_missing', { file: 'facilities.csv' });
  if (!streets) return problem('file_missing', { file: 'streets.network' });
  const network = await readNetwork(streets.bytes, streets.fileName, progress);
  if (!network.ok) return network;
  network.value.notes.forEach((note) => context.note(note));
  return ok({
    network: network.value.network,
    tables,
    households,
    facilities,
    files: inputs
      .filter((input) => !input.name.startsWith('areas.'))
      .map((input) => ({ role: 'data', ...input })),
    generated: manifest.generated,
  });
}
