/** The open city and what was imported → the next city; the one that is open is not touched. */
import {
  isEstimated,
  joinTables,
  mixedEstimates,
  type ImportedTable,
  type ChangeCounts,
} from '../../../core/import';
import { readNetwork } from '../../../core/network';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type { JoinPlan } from '../data/import-data';
import type { CityInfo } from '../data/page-data';
import type { FileBytes, LoadedCity } from '../load/loaded-city';
import type { ChangedPart } from './changed-list';
import type { Parcel } from './parcel';

export interface JoinedCity {
  readonly loaded: LoadedCity;
  readonly changes: readonly ChangeCounts[];
  /** Of each file, in their order. */
  readonly changed: readonly ChangedPart[];
}

/** @param base null makes a city of the parcel alone. Problems: `streets_missing`, `estimates_not_joined`, and those of streets. */
export async function joinCity(
  base: LoadedCity | null,
  { tables: incoming, streets, terrain, areas }: Parcel,
  { mode, title }: JoinPlan,
  progress: Progress,
): Promise<Result<JoinedCity>> {
  const whole = base ? await base.wholeTables(progress) : ok({});
  if (!whole.ok) return whole;
  const tables: Partial<Record<TableName, ImportedTable>> = { ...whole.value };
  const changes = new Map<TableName, ChangeCounts>();
  const changed: ChangedPart[] = [];
  for (const [done, table] of incoming.entries()) {
    progress('join_tables', done, incoming.length);
    const name = table.name as TableName;
    const isFirst = !changes.has(name);
    // Of several files for one table the later ones join the first.
    const own = isEstimated(table) ? estimateMode(mode, tables[name]) : mode;
    const joined = joinTables(tables[name], table, isFirst ? own : laterMode(own));
    if (mixedEstimates(joined.table)) return problem('estimates_not_joined');
    tables[name] = joined.table;
    const { rows, ...counts } = joined.changes;
    changes.set(name, isFirst ? counts : summed(changes.get(name)!, counts));
    changed.push({ table: name, rows });
  }
  const read = streets ? await readNetwork(streets.bytes, streets.fileName, progress) : null;
  if (read && !read.ok) return read;
  const network = read?.value.network ?? base?.network;
  if (!network) return problem('streets_missing');
  const notes: Note[] = [...(base?.notes ?? []), ...(read?.value.notes ?? [])];
  return ok({
    loaded: {
      info: infoOf(base, tables, incoming, title, terrain),
      tables,
      network,
      ...(read ? {} : { snapIndex: base?.snapIndex }),
      areas: mergedAreas(base?.areas ?? null, areas),
      notes,
      wholeTables: () => Promise.resolve(ok(tables)),
      otherFields: () => Promise.resolve({}),
      terrainFiles: terrain.length > 0 ? () => Promise.resolve(ok(terrain)) : base?.terrainFiles,
    },
    changes: [...changes.values()],
    changed,
  });
}

/** An estimate stands for a whole table; only another estimate may keep its other towns beside it. */
const estimateMode = (mode: JoinPlan['mode'], base: ImportedTable | undefined) =>
  mode === 'replace_towns' && isEstimated(base) ? mode : 'replace';

/** Towns are replaced file by file; what replaces everything does so once. */
const laterMode = (mode: JoinPlan['mode']) => (mode === 'replace' ? 'add' : mode);

interface AreaFile {
  readonly features: readonly { readonly properties: { readonly unit_code?: string } | null }[];
}

/** Areas that came in take the place of those of the same units. */
function mergedAreas(own: FileBytes | null, incoming: FileBytes | null): FileBytes | null {
  if (own === null || incoming === null) return incoming ?? own;
  const parse = ({ bytes }: FileBytes) => JSON.parse(new TextDecoder().decode(bytes)) as AreaFile;
  const fresh = parse(incoming).features;
  const codes = new Set(fresh.map(({ properties }) => properties?.unit_code));
  const kept = parse(own).features.filter(({ properties }) => !codes.has(properties?.unit_code));
  const features = [...kept, ...fresh];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { fileName: own.fileName, bytes: new TextEncoder().encode(text) };
}

function summed(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  return {
    table: a.table,
    before: a.before,
    after: b.after,
    added: a.added + b.added,
    removed: a.removed + b.removed,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
  };
}

function infoOf(
  base: LoadedCity | null,
  tables: LoadedCity['tables'],
  incoming: readonly ImportedTable[],
  title: string,
  terrain: readonly FileBytes[],
): CityInfo {
  const files = incoming.map(({ fileName }) => ({ name: fileName, sha256: null }));
  const judged = {
    isEstimated: isEstimated(tables.households),
    terrain: terrain.length > 0 ? terrain.map(({ fileName }) => fileName) : base?.info.terrain,
  };
  if (base) {
    return { ...base.info, ...judged, origin: 'files', files: [...base.info.files, ...files] };
  }
  return {
    origin: 'files',
    title,
    asOf: null,
    divisions: tables.admin_units ? 'current' : null,
    isGenerated: false,
    ...judged,
    files,
  };
}
