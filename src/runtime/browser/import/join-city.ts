/** The open city and what was imported → the next city; the one that is open is not touched. */
import {
  joinTables,
  mixedEstimates,
  type ImportedTable,
  type TableChanges,
} from '../../../core/import';
import { readNetwork } from '../../../core/network';
import { ok, problem, type Note, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type { JoinPlan } from '../data/import-data';
import type { CityInfo } from '../data/page-data';
import type { FileBytes, LoadedCity } from '../load/loaded-city';
import type { Parcel } from './parcel';

export interface JoinedCity {
  readonly loaded: LoadedCity;
  readonly changes: readonly TableChanges[];
}

/** @param base null makes a city of the parcel alone. Problems: `streets_missing`, `households_partly_estimated`, and those of streets. */
export async function joinCity(
  base: LoadedCity | null,
  { tables: incoming, streets, areas }: Parcel,
  { mode, title }: JoinPlan,
  progress: Progress,
): Promise<Result<JoinedCity>> {
  const whole = base ? await base.wholeTables(progress) : ok({});
  if (!whole.ok) return whole;
  const tables: Partial<Record<TableName, ImportedTable>> = { ...whole.value };
  const changes = new Map<TableName, TableChanges>();
  for (const [done, table] of incoming.entries()) {
    progress('join_tables', done, incoming.length);
    const name = table.name as TableName;
    const isFirst = !changes.has(name);
    // Of several files for one table the later ones join the first.
    const joined = joinTables(tables[name], table, isFirst ? mode : laterMode(mode));
    const mixed = mixedEstimates(joined.table);
    if (mixed) return { ok: false, problem: mixed };
    tables[name] = joined.table;
    changes.set(name, isFirst ? joined.changes : summed(changes.get(name)!, joined.changes));
  }
  const read = streets ? await readNetwork(streets.bytes, streets.fileName, progress) : null;
  if (read && !read.ok) return read;
  const network = read?.value.network ?? base?.network;
  if (!network) return problem('streets_missing');
  const notes: Note[] = [...(base?.notes ?? []), ...(read?.value.notes ?? [])];
  return ok({
    loaded: {
      info: infoOf(base, tables, incoming, title),
      tables,
      network,
      ...(read ? {} : { snapIndex: base?.snapIndex }),
      areas: mergedAreas(base?.areas ?? null, areas),
      notes,
      wholeTables: () => Promise.resolve(ok(tables)),
      otherFields: () => Promise.resolve({}),
      terrainFile: base?.terrainFile,
    },
    changes: [...changes.values()],
  });
}

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

function summed(a: TableChanges, b: TableChanges): TableChanges {
  return {
    table: a.table,
    before: a.before,
    after: b.after,
    added: a.added + b.added,
    removed: a.removed + b.removed,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    rows: [...a.rows, ...b.rows],
  };
}

function infoOf(
  base: LoadedCity | null,
  tables: LoadedCity['tables'],
  incoming: readonly ImportedTable[],
  title: string,
): CityInfo {
  const files = incoming.map(({ fileName }) => ({ name: fileName, sha256: null }));
  if (base) return { ...base.info, origin: 'files', files: [...base.info.files, ...files] };
  return {
    origin: 'files',
    title,
    asOf: null,
    divisions: tables.admin_units ? 'current' : null,
    isGenerated: false,
    files,
  };
}
