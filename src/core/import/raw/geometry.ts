/** Geometries of every format, reduced to what import needs: a point that stands for it, its areas. */
import { pointWithin } from '../read/point-within';
import type { RawArea } from './raw-table';

export interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

type Polygons = RawArea['polygons'];

export interface Placed {
  /** Texts, blank where there is no place. */
  readonly x: string;
  readonly y: string;
  readonly polygons: Polygons | null;
  /** Lines are streets, not places. */
  readonly isLine: boolean;
}

const nowhere: Placed = { x: '', y: '', polygons: null, isLine: false };

export function placedOf(geometry: Geometry | null | undefined): Placed {
  if (!geometry || typeof geometry !== 'object') return nowhere;
  const { type, coordinates } = geometry;
  if (type === 'Point') return at(coordinates);
  if (type === 'MultiPoint' && Array.isArray(coordinates)) return at(coordinates[0]);
  if (type === 'LineString' || type === 'MultiLineString') return { ...nowhere, isLine: true };
  if (type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    return placedOf(geometry.geometries[0] as Geometry);
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return nowhere;
  const point = pointWithin(type, coordinates);
  if (!point) return nowhere;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Polygons;
  return { ...at(point), polygons };
}

function at(point: unknown): Placed {
  if (!Array.isArray(point) || point.length < 2) return nowhere;
  const [x, y] = point as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return nowhere;
  return { ...nowhere, x: String(x), y: String(y) };
}

/** Rings of a shape → polygons: a ring that runs against the first one's way is a hole in it. */
export function polygonsOfRings(rings: readonly (readonly (readonly number[])[])[]): Polygons {
  const polygons: (readonly (readonly number[])[])[][] = [];
  let outerIsClockwise: boolean | null = null;
  for (const ring of rings) {
    if (ring.length < 4) continue;
    const isClockwise = twiceArea(ring) < 0;
    outerIsClockwise ??= isClockwise;
    if (isClockwise === outerIsClockwise || polygons.length === 0) polygons.push([ring]);
    else polygons[polygons.length - 1].push(ring);
  }
  return polygons;
}

function twiceArea(ring: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  return sum;
}
