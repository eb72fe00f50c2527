/**
 * A shapefile: .shp with its .dbf, .prj and .cpg. Our own reader, because the ones there are change
 * coordinates by the .prj at once, and Chinese .prj files are often wrong: here the originals stay.
 */
import { ok, problem, type Result } from '../../result';
import { readDbf } from './dbf';
import { placedOf, polygonsOfRings, type Geometry } from './geometry';
import {
  geometryColumns,
  tableOfRows,
  type OpenedFile,
  type RawArea,
  type RawRow,
} from './raw-table';

export interface ShapefileParts {
  readonly shp: Uint8Array | null;
  readonly dbf: Uint8Array | null;
  readonly prj: string | null;
  readonly cpg: string | null;
}

const MAGIC = 9994;
const BOX_BYTES = 32;

export function openShapefile(parts: ShapefileParts, fileName: string): Result<OpenedFile> {
  const shapes = parts.shp ? readShapes(parts.shp, fileName) : ok([]);
  if (!shapes.ok) return shapes;
  const table = parts.dbf ? readDbf(parts.dbf, fileName, parts.cpg) : null;
  if (table && !table.ok) return table;
  const names = table?.value.names ?? [];
  const rowCount = table?.value.rows.length ?? shapes.value.length;
  if (rowCount === 0) return problem('file_without_rows', { file: fileName });
  const areas: RawArea[] = [];
  const rows: RawRow[] = [];
  let lines = 0;
  for (let i = 0; i < rowCount; i++) {
    const cells = table?.value.rows[i] ?? [];
    if (table && cells.length === 0) continue;
    const placed = placedOf(shapes.value[i]);
    if (placed.isLine) lines++;
    if (placed.polygons) areas.push({ number: i + 1, polygons: placed.polygons });
    rows.push({ cells: parts.shp ? [...cells, placed.x, placed.y] : cells, number: i + 1 });
  }
  if (lines > rows.length / 2) return problem('shapefile_of_lines', { file: fileName });
  const head = { cells: parts.shp ? [...names, ...geometryColumns] : names, number: 0 };
  const raw = tableOfRows(fileName, fileName, [head, ...rows], {
    isHeaderKnown: true,
    areas,
    declaredSystem: parts.prj?.trim() || null,
  });
  const notes = parts.dbf ? [] : [{ code: 'shapefile_without_dbf', params: { file: fileName } }];
  return ok({
    kind: 'tables',
    format: 'shapefile',
    encoding: table?.value.encoding ?? null,
    tables: [raw],
    notes,
  });
}

function readShapes(bytes: Uint8Array, file: string): Result<(Geometry | null)[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== MAGIC)
    return problem('shapefile_broken', { file });
  const shapes: (Geometry | null)[] = [];
  for (let at = 100; at + 12 <= bytes.length;) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > bytes.length) return problem('shapefile_broken', { file });
    shapes.push(shapeOf(view, start, length));
    at = start + length;
  }
  return ok(shapes);
}

/** Z and M variants have the same start as the plain ones; what follows is not needed. */
function shapeOf(view: DataView, start: number, length: number): Geometry | null {
  const type = view.getInt32(start, true) % 10;
  const point = (at: number) => [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
  if (type === 1) return length >= 20 ? { type: 'Point', coordinates: point(start + 4) } : null;
  const body = start + 4 + BOX_BYTES;
  if (type === 8) return length >= 56 ? { type: 'Point', coordinates: point(body + 4) } : null;
  if ((type !== 3 && type !== 5) || length < 44) return null;
  const partCount = view.getInt32(body, true);
  const pointCount = view.getInt32(body + 4, true);
  const points = body + 8 + 4 * partCount;
  if (partCount < 1 || pointCount < 1 || points + 16 * pointCount > start + length) return null;
  if (type === 3) return { type: 'LineString' };
  const rings: number[][][] = [];
  for (let part = 0; part < partCount; part++) {
    const from = view.getInt32(body + 8 + 4 * part, true);
    const to = part + 1 < partCount ? view.getInt32(body + 12 + 4 * part, true) : pointCount;
    if (from < 0 || to > pointCount || from > to) return null;
    const ring: number[][] = [];
    for (let i = from; i < to; i++) ring.push(point(points + 16 * i));
    rings.push(ring);
  }
  return { type: 'MultiPolygon', coordinates: polygonsOfRings(rings) };
}
