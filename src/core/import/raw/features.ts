/** Features (properties and a geometry each) → a table; what GeoJSON, KML and GeoPackage share. */
import { placedOf, type Geometry } from './geometry';
import {
  geometryColumns,
  tableOfRows,
  type RawArea,
  type RawRow,
  type RawTable,
} from './raw-table';

export interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

export function tableOfFeatures(
  fileName: string,
  name: string,
  features: readonly Feature[],
  declaredSystem: string | null,
): { table: RawTable; lines: number } {
  const names = new Set<string>();
  for (const { properties } of features) for (const key of Object.keys(properties)) names.add(key);
  const header = [...names];
  const areas: RawArea[] = [];
  const rows: RawRow[] = [];
  let lines = 0;
  let hasPlace = false;
  for (const [i, { properties, geometry }] of features.entries()) {
    const placed = placedOf(geometry);
    if (placed.isLine) lines++;
    if (placed.x !== '') hasPlace = true;
    if (placed.polygons) areas.push({ number: i + 1, polygons: placed.polygons });
    const cells = header.map((key) => cellText(properties[key]));
    rows.push({ cells: [...cells, placed.x, placed.y], number: i + 1 });
  }
  // Without a single place the columns would only be blank ones.
  const shown = hasPlace
    ? rows
    : rows.map(({ cells, number }) => ({ cells: cells.slice(0, -2), number }));
  const head = { cells: hasPlace ? [...header, ...geometryColumns] : header, number: 0 };
  const table = tableOfRows(fileName, name, [head, ...shown], {
    isHeaderKnown: true,
    areas,
    declaredSystem,
  });
  return { table, lines };
}

export function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    return JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
  }
  return String(value);
}
