/** From rings in cells of a grid to polygons in degrees, each hole in its own outer ring. */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import { ringHolds, signedArea2, type Ring } from './contour';
import type { Position } from '../streets/shapes';

/** RFC 7946: outer rings counter-clockwise, holes clockwise, closed; [lon, lat] to 6 decimals. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: Position[][][];
}

/** A regular grid in degrees, on fixed multiples of its cell. */
export interface Grid {
  readonly firstColumn: number;
  readonly firstRow: number;
  /** Degrees. */
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
}

/** A grid over a box [west, south, east, north] of cells of cellM metres, with a margin of cells. */
export function gridOver(
  [west, south, east, north]: readonly [number, number, number, number],
  cellM: number,
  margin: number,
): Grid {
  const cellLat = cellM / metresPerDegreeLat((south + north) / 2);
  const cellLon = cellM / metresPerDegreeLon((south + north) / 2);
  const firstColumn = Math.floor(west / cellLon) - margin;
  const firstRow = Math.floor(south / cellLat) - margin;
  return {
    firstColumn,
    firstRow,
    cellLon,
    cellLat,
    columns: Math.ceil(east / cellLon) + margin - firstColumn,
    rows: Math.ceil(north / cellLat) + margin - firstRow,
  };
}

export function columnOf(grid: Grid, lon: number): number {
  return lon / grid.cellLon - grid.firstColumn;
}

export function rowOf(grid: Grid, lat: number): number {
  return lat / grid.cellLat - grid.firstRow;
}

/** Rings to polygons: each hole goes to the smallest outer ring around it. */
export function polygonsOf(rings: Ring[], grid: Grid): MultiPolygon {
  const outer = rings
    .map((ring) => ({ ring, area: signedArea2(ring), box: boxOf(ring), holes: [] as Ring[] }))
    .filter(({ area }) => area > 0);
  for (const hole of rings) {
    if (signedArea2(hole) > 0) continue;
    const [x, y] = hole;
    let owner: (typeof outer)[number] | undefined;
    for (const candidate of outer) {
      if (owner && owner.area <= candidate.area) continue;
      const [west, south, east, north] = candidate.box;
      if (x < west || x > east || y < south || y > north) continue;
      if (ringHolds(candidate.ring, x, y)) owner = candidate;
    }
    owner?.holes.push(hole);
  }
  return {
    type: 'MultiPolygon',
    coordinates: outer.map(({ ring, holes }) => [ring, ...holes].map((r) => inDegrees(r, grid))),
  };
}

function boxOf(ring: Ring): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    west = Math.min(west, ring[i]);
    east = Math.max(east, ring[i]);
    south = Math.min(south, ring[i + 1]);
    north = Math.max(north, ring[i + 1]);
  }
  return [west, south, east, north];
}

function inDegrees(ring: Ring, grid: Grid): Position[] {
  const closed: Position[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    closed.push([
      rounded((ring[i] + grid.firstColumn) * grid.cellLon),
      rounded((ring[i + 1] + grid.firstRow) * grid.cellLat),
    ]);
  }
  closed.push([closed[0][0], closed[0][1]]);
  return closed;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
