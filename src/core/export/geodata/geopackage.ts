/** Layers → one GeoPackage (OGC 12-128r18), a table each. The library is loaded when first needed. */
import type { Geometry, Layer } from './layers';
import { wkb } from './wkb';

interface Database {
  run(sql: string, values?: readonly unknown[]): void;
  prepare(sql: string): { run(values: readonly unknown[]): void; free(): void };
  export(): Uint8Array;
  close(): void;
}

const sqlTypes = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' } as const;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const wgs84 = 4326;

/** @param writtenAt date of the layers' last change, ISO: the data's own, so that two runs give the same */
export async function geopackage(layers: readonly Layer[], writtenAt: string): Promise<Uint8Array> {
  const { default: start } = await import('sql.js/dist/sql-asm-memory-growth.js');
  const sql = (await start()) as { Database: new () => Database };
  const database = new sql.Database();
  try {
    for (const statement of metadata) database.run(statement);
    for (const layer of layers) addLayer(database, layer, writtenAt);
    return database.export();
  } finally {
    database.close();
  }
}

const metadata = [
  // 'GPKG' and version 1.3 of the standard.
  'PRAGMA application_id = 1196444487',
  'PRAGMA user_version = 10300',
  `CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
    description TEXT)`,
  `INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
    ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
    ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', NULL)`,
  `CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
    identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)`,
  `CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    PRIMARY KEY (table_name, column_name))`,
];

function addLayer(database: Database, layer: Layer, writtenAt: string): void {
  const { name, geometry, columns, features } = layer;
  const fields = columns.map((one) => `${quoted(one.name)} ${sqlTypes[one.kind]}`);
  database.run(
    `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY, geom ${geometry.toUpperCase()}, ${fields.join(', ')})`,
  );
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, ?)', [
    name,
    'features',
    name,
    '',
    `${writtenAt}T00:00:00.000Z`,
    wgs84,
  ]);
  database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
    name,
    'geom',
    geometry.toUpperCase(),
    wgs84,
  ]);
  const marks = Array(columns.length + 2)
    .fill('?')
    .join(', ');
  const insert = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${marks})`);
  features.forEach((feature, i) =>
    insert.run([i + 1, feature.geometry && packaged(feature.geometry), ...feature.values]),
  );
  insert.free();
}

/** The package's own head, without an envelope, before the geometry. */
function packaged(geometry: Geometry): Uint8Array {
  const body = wkb(geometry);
  const bytes = new Uint8Array(8 + body.length);
  // "GP", version 0, little-endian, then the coordinate system.
  bytes.set([0x47, 0x50, 0, 1]);
  new DataView(bytes.buffer).setInt32(4, wgs84, true);
  bytes.set(body, 8);
  return bytes;
}
