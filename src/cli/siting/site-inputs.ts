/** What siting reads: streets, households, candidates, and if given facilities and units. */
import { readDataFolder, tableRequest, type ImportedTable } from '../../core/import';
import { readNetwork, type Network } from '../../core/network';
import type { SnapCaps, WalkConditions } from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import {
  candidatesRequest,
  siteGround,
  tablesWithin,
  type Emphasis,
  type SiteGround,
} from '../../core/siting';
import { openDiskFolder } from '../../runtime/node/files';
import type { Arguments, Context, OptionDescription } from '../command';
import { openStreets } from '../streets';
import { openTable } from '../tables';
import { openTerrain } from '../walking/condition-options';

export const inputOptions: readonly OptionDescription[] = [
  { name: 'data', value: 'DIR', help: 'cli.option.data' },
  { name: 'network', value: 'N', help: 'cli.option.network' },
  { name: 'households', value: 'H', help: 'cli.option.households' },
  { name: 'facilities', value: 'F', help: 'cli.option.facilities' },
  { name: 'units', value: 'U', help: 'cli.option.units' },
  { name: 'candidates', value: 'C', required: true, help: 'cli.option.candidates' },
];

export interface SiteParameters {
  readonly minutes: number;
  readonly speedMS: number;
  readonly caps: SnapCaps;
  /** Only this unit's people and villages; null takes all. */
  readonly within: string | null;
  readonly weight: string | null;
  readonly emphasis: Emphasis;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
  /** Without heights, which are read from the terrain files; null: every street is level. */
  readonly conditions: WalkConditions | null;
  readonly needsHeights: boolean;
  /** How far a smallest-walk ask looks. */
  readonly farMinutes?: number;
}

export interface InputRecord {
  readonly role: string;
  readonly name: string;
  readonly sha256?: string;
}

export interface SiteInputs {
  readonly ground: SiteGround;
  readonly files: readonly InputRecord[];
}

export async function openSiteGround(
  given: Arguments,
  parameters: SiteParameters,
  context: Context,
): Promise<Result<SiteInputs>> {
  const { within, weight } = parameters;
  const opened = given.has('data')
    ? await fromFolder(given, weight, context)
    : await fromFiles(given, weight, context);
  if (!opened.ok) return opened;
  const candidates = await openTable(given.required('candidates'), candidatesRequest, context);
  if (!candidates.ok) return candidates;
  const { file, table } = candidates.value;
  const { files, ...all } = opened.value;
  const tables = within === null ? ok(all) : tablesWithin(all, within);
  if (!tables.ok) return tables;
  const { conditions: asked, needsHeights } = parameters;
  const terrain = await openTerrain(given, all.network, context, needsHeights);
  if (!terrain.ok) return terrain;
  const conditions = asked && { ...asked, elevation: terrain.value?.elevation ?? null };
  const ground = siteGround(
    { ...tables.value, candidates: table },
    { ...parameters, conditions },
    context.progress,
  );
  if (!ground.ok) return ground;
  ground.value.notes.forEach((note) => context.note(note));
  return ok({
    ground: ground.value,
    files: [
      ...files,
      { role: 'candidates', name: file.name, sha256: file.sha256 },
      ...(terrain.value?.files ?? []).map((one) => ({ role: 'terrain', ...one })),
    ],
  });
}

interface Opened {
  readonly network: Network;
  readonly households: ImportedTable;
  readonly facilities?: ImportedTable;
  readonly units?: ImportedTable;
  readonly services?: ImportedTable;
  readonly files: readonly InputRecord[];
}

async function fromFiles(
  given: Arguments,
  weight: string | null,
  context: Context,
): Promise<Result<Opened>> {
  const missing = (['network', 'households'] as const).find((name) => !given.has(name));
  if (missing) {
    return problem('option_missing', { command: 'site', option: `--${missing}`, value: 'FILE' });
  }
  const streets = await openStreets(given.required('network'), context);
  if (!streets.ok) return streets;
  const { name, sha256 } = streets.value.file;
  const files: InputRecord[] = [{ role: 'network', name, sha256 }];
  const tables: Record<string, ImportedTable | undefined> = {};
  for (const [option, table] of [
    ['households', 'households'],
    ['facilities', 'facilities'],
    ['units', 'admin_units'],
  ] as const) {
    if (!given.has(option)) continue;
    const counts = option === 'households' && weight !== null ? [weight] : [];
    const read = await openTable(given.required(option), tableRequest(table, counts), context);
    if (!read.ok) return read;
    tables[option] = read.value.table;
    files.push({ role: option, name: read.value.file.name, sha256: read.value.file.sha256 });
  }
  const { households, facilities, units } = tables;
  return ok({
    network: streets.value.network,
    households: households!,
    facilities,
    units,
    files,
  });
}

async function fromFolder(
  given: Arguments,
  weight: string | null,
  context: Context,
): Promise<Result<Opened>> {
  const both = (['network', 'households', 'facilities', 'units'] as const).find((name) =>
    given.has(name),
  );
  if (both) return problem('options_exclude', { option: '--data', other: `--${both}` });
  const disk = await openDiskFolder(given.required('data'));
  if (!disk.ok) return disk;
  const { progress } = context;
  const folder = await readDataFolder(disk.value, {
    weights: weight === null ? [] : [weight],
    only: ['admin_units', 'households', 'facilities', 'facility_services'],
    progress,
  });
  if (!folder.ok) return folder;
  const { tables, streets, notes, inputs } = folder.value;
  notes.forEach((note) => context.note(note));
  if (!tables.households) return problem('file_missing', { file: 'households.csv' });
  if (!streets) return problem('file_missing', { file: 'streets.network' });
  const network = await readNetwork(streets.bytes, streets.fileName, progress);
  if (!network.ok) return network;
  network.value.notes.forEach((note) => context.note(note));
  return ok({
    network: network.value.network,
    households: tables.households,
    facilities: tables.facilities,
    units: tables.admin_units,
    services: tables.facility_services,
    files: inputs
      .filter((input) => !input.name.startsWith('areas.'))
      .map((input) => ({ role: 'data', ...input })),
  });
}
