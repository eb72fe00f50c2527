/**
 * The user's own files: a data folder (it has a manifest), or the first import, that is households,
 * facilities and streets in files of their own, with units if there are any. All of it is checked,
 * with the words of the command line.
 */
import { readDataFolder } from '../../../core/import/data-folder';
import { readTable } from '../../../core/import/formats';
import { manifestFileName } from '../../../core/import/manifest';
import { tableRequest } from '../../../core/import/table/imported-table';
import { isEstimated } from '../../../core/import/table/row-checks';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { CityFiles } from './city-files';
import { roleOf, type FileRole, type RoledFile } from './file-roles';
import { FolderBytes } from './folder-bytes';
import { folderInfo, terrainOf, type LoadedCity, type Tables } from './loaded-city';
import { ownHeights } from './own-heights';
import { readNetwork } from '../../../core/network';

export async function loadFiles(files: CityFiles, progress: Progress): Promise<Result<LoadedCity>> {
  const names = files.names ?? [];
  if (names.length === 0) return problem('files_none');
  return names.includes(manifestFileName)
    ? loadFolder(files, names, progress)
    : loadFirstImport(files, names, progress);
}

/** The data folder inside a project file. */
export async function loadProject(file: File, progress: Progress): Promise<Result<LoadedCity>> {
  const { projectFiles } = await import('../project/read-project-file');
  const files = await projectFiles(file);
  return files.ok ? loadFiles(files.value, progress) : files;
}

async function loadFolder(
  files: CityFiles,
  names: readonly string[],
  progress: Progress,
): Promise<Result<LoadedCity>> {
  const bytes = new FolderBytes(files, names, sha256());
  const folder = await readDataFolder(bytes, { progress });
  if (bytes.failed) return bytes.failed;
  if (!folder.ok) return folder;
  const { tables, streets, areas, notes } = folder.value;
  if (!streets) return problem('streets_missing');
  const network = await readNetwork(streets.bytes, streets.fileName, progress);
  if (!network.ok) return network;
  const heights = await ownHeights(files, network.value.network);
  if (!heights.ok) return heights;
  return ok({
    info: folderInfo(folder.value, files, 'files', heights.value.names),
    tables,
    network: network.value.network,
    areas,
    notes: [...notes, ...network.value.notes, ...heights.value.notes],
    wholeTables: () => Promise.resolve(ok(tables)),
    otherFields: () => Promise.resolve({}),
    terrainFiles: terrainOf(files, heights.value.names),
  });
}

async function loadFirstImport(
  files: CityFiles,
  names: readonly string[],
  progress: Progress,
): Promise<Result<LoadedCity>> {
  const roled = await rolesOf(files, names, progress);
  if (!roled.ok) return roled;
  const byRole = (role: FileRole) => roled.value.find((file) => file.role === role);
  const streets = byRole('streets');
  if (!streets) return problem('streets_missing');
  if (!byRole('households')) return problem('households_missing');
  if (!byRole('facilities')) return problem('facilities_missing');
  const tables: { -readonly [name in keyof Tables]: Tables[name] } = {};
  const notes = [];
  for (const role of ['admin_units', 'households', 'facilities'] as const) {
    const file = byRole(role);
    if (!file) continue;
    const table = await readTable(file.bytes, file.name, tableRequest(role), progress);
    if (!table.ok) return table;
    tables[role] = table.value;
    notes.push(...table.value.notes);
  }
  const network = await readNetwork(streets.bytes, streets.name, progress);
  if (!network.ok) return network;
  const heights = await ownHeights(files, network.value.network);
  if (!heights.ok) return heights;
  return ok({
    info: {
      origin: 'files',
      title: byRole('households')?.name ?? '',
      asOf: null,
      divisions: null,
      isGenerated: false,
      isEstimated: isEstimated(tables.households),
      terrain: heights.value.names,
      files: names.map((name) => ({ name, sha256: null })),
    },
    tables,
    network: network.value.network,
    areas: null,
    notes: [...notes, ...network.value.notes, ...heights.value.notes],
    wholeTables: () => Promise.resolve(ok(tables)),
    otherFields: () => Promise.resolve({}),
    terrainFiles: terrainOf(files, heights.value.names),
  });
}

/** Reads every file and tells what it is; two files for one part are refused. */
async function rolesOf(
  files: CityFiles,
  names: readonly string[],
  progress: Progress,
): Promise<Result<readonly RoledFile[]>> {
  const roled: RoledFile[] = [];
  for (const [done, name] of names.entries()) {
    progress('fetch', done, names.length);
    const bytes = await files.read(name);
    if (!bytes.ok) return bytes;
    if (bytes.value.length === 0) return problem('file_empty', { file: name });
    const role = roleOf(name, bytes.value);
    if (!role.ok) return role;
    // Heights may come in tiles.
    const other = role.value !== 'terrain' && roled.find((file) => file.role === role.value);
    if (other) return problem('file_role_twice', { file: name, other: other.name });
    roled.push({ name, role: role.value, bytes: bytes.value });
  }
  return ok(roled);
}

/** Absent where the page is not served securely: then checksums are not compared. */
function sha256(): ((bytes: Uint8Array) => Promise<string>) | undefined {
  if (typeof crypto === 'undefined' || !crypto.subtle) return undefined;
  return async (bytes) => {
    const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
