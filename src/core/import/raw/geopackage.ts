/** GeoPackage by sql.js, its build without a file of its own to fetch: any layer is a table. */
import { ok, problem, type Result } from '../../result';
import { tableOfFeatures, type Feature } from './features';
import { geometryOfWkb } from './wkb';
import type { OpenedFile, RawTable } from './raw-table';

interface Answer {
  readonly columns: string[];
  readonly values: unknown[][];
}
interface Database {
  exec(sql: string): Answer[];
  close(): void;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const MOST_ROWS = 2_000_000;

export async function openGeoPackage(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<OpenedFile>> {
  const { default: start } = await import('sql.js/dist/sql-asm-memory-growth.js');
  const sql = (await start()) as { Database: new (bytes: Uint8Array) => Database };
  let database: Database | null = null;
  try {
    database = new sql.Database(bytes);
    const tables: RawTable[] = [];
    for (const layer of layersOf(database)) {
      const [answer] = database.exec(`SELECT * FROM ${quoted(layer.name)} LIMIT ${MOST_ROWS}`);
      if (!answer) continue;
      const features = featuresOf(answer, layer.geometryColumn);
      tables.push(tableOfFeatures(fileName, layer.name, features, layer.system).table);
    }
    if (tables.length === 0) return problem('file_without_rows', { file: fileName });
    return ok({ kind: 'tables', format: 'gpkg', encoding: null, tables, notes: [] });
  } catch {
    return problem('geopackage_broken', { file: fileName });
  } finally {
    database?.close();
  }
}

interface Layer {
  readonly name: string;
  readonly geometryColumn: string | null;
  readonly system: string | null;
}

function layersOf(database: Database): Layer[] {
  const rows = (sql: string) => database.exec(sql)[0]?.values ?? [];
  const names = rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").map(
    ([name]) => String(name),
  );
  if (!names.includes('gpkg_contents')) {
    return names
      .filter((name) => !/^(sqlite|gpkg|rtree)_/.test(name))
      .map((name) => ({ name, geometryColumn: null, system: null }));
  }
  const geometry = names.includes('gpkg_geometry_columns')
    ? rows('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns')
    : [];
  return rows("SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')")
    .map(([name]) => String(name))
    .filter((name) => names.includes(name))
    .map((name) => {
      const own = geometry.find(([table]) => table === name);
      const system = Number(own?.[2]) > 0 ? `EPSG:${Number(own?.[2])}` : null;
      return { name, geometryColumn: own ? String(own[1]) : null, system };
    });
}

function featuresOf({ columns, values }: Answer, geometryColumn: string | null): Feature[] {
  return values.map((row) => {
    const properties: Record<string, unknown> = {};
    let geometry: Feature['geometry'] = null;
    for (const [i, name] of columns.entries()) {
      const value = row[i];
      if (name === geometryColumn && value instanceof Uint8Array)
        geometry = geometryOfPackage(value);
      else if (!(value instanceof Uint8Array) && name !== geometryColumn) properties[name] = value;
    }
    return { properties, geometry };
  });
}

/** The GeoPackage's own header in front of plain WKB. */
function geometryOfPackage(bytes: Uint8Array): Feature['geometry'] {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) return null;
  const envelopeBytes = [0, 32, 48, 48, 64][(bytes[3] >> 1) & 7] ?? 0;
  return geometryOfWkb(bytes.subarray(8 + envelopeBytes));
}
