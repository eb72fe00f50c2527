/**
 * Which of the user's files is what: by its ending and its columns, then by its name. The command
 * line is told by options; here the files are dropped together.
 */
import { decodeText } from '../../../core/import/read/text';
import { manifestFileName } from '../../../core/import/manifest';
import { ok, problem, type Result } from '../../../core/result';
import { tableDescription, tableNames } from '../../../core/store/tables';
import type { ChosenFile } from '../data/import-data';

export type FileRole = 'streets' | 'households' | 'facilities' | 'admin_units' | 'terrain';

export interface RoledFile {
  readonly name: string;
  readonly role: FileRole;
  readonly bytes: Uint8Array;
}

const streetEndings = ['.network', '.pbf', '.osm', '.osm.gz', '.xml', '.xml.gz', '.geojson.gz'];

const terrainEndings = ['.tif', '.tiff', '.hgt'];

/** Columns that only one table has, the surest first. */
const tellingColumns: readonly (readonly [FileRole, readonly string[]])[] = [
  ['admin_units', ['level', 'parent_code']],
  ['households', ['household_id', 'persons', 'age_60_64', 'living_alone']],
  ['facilities', ['facility_id', 'beds', 'operator_kind', 'operation_mode', 'status', 'type']],
];

const tellingNames: readonly (readonly [FileRole, RegExp])[] = [
  ['households', /household|origin/i],
  ['facilities', /facilit|destination/i],
  ['admin_units', /unit|division/i],
  ['streets', /street|road|highway|network/i],
];

/** `file_role_unknown` where neither columns nor name tell. */
export function roleOf(name: string, bytes: Uint8Array): Result<FileRole> {
  const lower = name.toLowerCase();
  if (streetEndings.some((ending) => lower.endsWith(ending))) return ok('streets');
  if (terrainEndings.some((ending) => lower.endsWith(ending))) return ok('terrain');
  const start = decodeText(bytes.subarray(0, 1 << 16)).text;
  if (/\.(geo)?json$/.test(lower) && /"(Multi)?LineString"/.test(start)) return ok('streets');
  const names = /\.(geo)?json$/.test(lower) ? keysIn(start) : headerOf(start);
  const byColumn = tellingColumns.find(([, columns]) => columns.some((name) => names.has(name)));
  if (byColumn) return ok(byColumn[0]);
  const byName = tellingNames.find(([, pattern]) => pattern.test(name));
  return byName ? ok(byName[0]) : problem('file_role_unknown', { file: name });
}

const ownColumns = new Set([
  ...tableNames.flatMap((name) => tableDescription(name).columns.map((column) => column.name)),
  'id',
]);

/**
 * True of a data folder, and of streets, households and facilities in the program's own columns:
 * they are opened as they are. Everything else is for the import to understand.
 */
export async function isCityOfItsOwn(files: readonly ChosenFile[]): Promise<boolean> {
  if (files.some(({ file }) => file.name === manifestFileName)) return true;
  const roles = new Set<FileRole>();
  for (const { file } of files) {
    const start = new Uint8Array(await file.slice(0, 1 << 16).arrayBuffer());
    const role = start.length > 0 ? roleOf(file.name, start) : null;
    const isAgain = role?.ok && role.value !== 'terrain' && roles.has(role.value);
    if (!role?.ok || isAgain) return false;
    const isText = /\.(csv|tsv|txt)$/i.test(file.name);
    const header = isText ? headerOf(decodeText(start).text) : new Set<string>();
    const hasColumns = role.value !== 'streets' && role.value !== 'terrain';
    if (hasColumns && ![...header].every((name) => ownColumns.has(name))) return false;
    roles.add(role.value);
  }
  return (['streets', 'households', 'facilities'] as const).every((role) => roles.has(role));
}

function headerOf(text: string): Set<string> {
  const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0];
  return new Set(line.split(/[,;\t]/).map((name) => name.replace(/^"|"$/g, '').trim()));
}

/** Keys of the features; `type` is GeoJSON's own word and says nothing. */
function keysIn(text: string): Set<string> {
  const keys = new Set([...text.matchAll(/"([^"\\]+)"\s*:/g)].map((match) => match[1]));
  keys.delete('type');
  return keys;
}
