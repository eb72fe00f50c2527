/** Where the rows of a result lie: by their own degrees, else by what they name. */
import type { ResultColumn, ResultSession } from '../../../core/analysis';
import type { Database } from '../../../core/store/database';

const placesOf = [
  ['household_id', 'households'],
  ['facility_id', 'facilities'],
  ['unit_code', 'admin_units'],
  ['premise_id', 'premises'],
] as const;

/** `lon`, or the column that names a thing with a place; null where there is neither. */
export function placedBy(columns: readonly ResultColumn[]): string | null {
  const has = (name: string) => columns.some((column) => column.name === name);
  const isNumber = (name: string) =>
    columns.some((column) => column.name === name && column.kind === 'number');
  if (isNumber('lon') && isNumber('lat')) return 'lon';
  return placesOf.find(([name]) => has(name))?.[0] ?? null;
}

/** [lon, lat] of each row that has a place. */
export async function pointsOf(database: Database, session: ResultSession): Promise<Float32Array> {
  const by = placedBy(session.columns);
  const table = placesOf.find(([name]) => name === by)?.[1];
  if (by === null) return new Float32Array();
  const rows = await database.query<{ lon: number; lat: number }>(
    table === undefined
      ? `SELECT CAST(lon AS DOUBLE) AS lon, CAST(lat AS DOUBLE) AS lat FROM ${session.relation} AS r WHERE lon IS NOT NULL AND lat IS NOT NULL`
      : `SELECT p.lon, p.lat FROM (SELECT DISTINCT CAST(${by} AS VARCHAR) AS id FROM ${session.relation} AS s) AS r JOIN ${table} AS p ON p.${by} = r.id WHERE p.lon IS NOT NULL AND p.lat IS NOT NULL`,
  );
  const points = new Float32Array(2 * rows.length);
  rows.forEach(({ lon, lat }, i) => {
    points[2 * i] = lon;
    points[2 * i + 1] = lat;
  });
  return points;
}
