/**
 * From a town's grid to streets: the sides of its blocks (some missing), alleys into the blocks,
 * a bridge here and there; and which stretch of street belongs to which committee or village.
 */
import { StreetClass } from '../../network/graph';
import { METRES_PER_LAT, METRES_PER_LON, metresBetween } from '../land/frame';
import { crossesRiver, metresToBank } from '../land/river-lines';
import type { Land } from '../land/land';
import type { Chance } from '../random';
import type { StreetBuilder } from '../streets/builder';
import type { Frontage } from '../streets/frontage';
import { Groups } from './groups';
import type { TownGrid } from './town-grid';

export interface TownStreets {
  /** Point of each crossing of the grid. */
  readonly points: number[];
  /** Frontage around each crossing. */
  readonly frontages: Frontage[];
  /** Crossings that hang together. */
  readonly groups: Groups;
}

const BRIDGE_EVERY_M = 750;

export function layTownStreets(
  grid: TownGrid,
  land: Land,
  streets: StreetBuilder,
  chance: Chance,
): TownStreets {
  const count = grid.lon.length;
  const points = grid.lon.map((lon, i) => streets.point(lon, grid.lat[i]));
  const frontages: Frontage[] = grid.lon.map(() => []);
  const groups = new Groups(count);
  const sides = new Map<number, [number, number, number]>();
  for (let i = 0; i < count; i++) {
    for (let direction = 0; direction < 2; direction++) {
      const other = grid.at(grid.column[i] + 1 - direction, grid.row[i] + direction);
      if (other < 0) continue;
      const far = metresBetween(grid.lon[i], grid.lat[i], grid.lon[other], grid.lat[other]);
      if (far > 210 || chance.is(0.075)) continue;
      if (crossesRiver(land.water, grid.lon[i], grid.lat[i], grid.lon[other], grid.lat[other]))
        continue;
      const middle = laySide(grid, i, other, points, streets, frontages, chance);
      sides.set(i * 2 + direction, middle);
      groups.join(i, other);
    }
  }
  for (let i = 0; i < count; i++) layAlleys(grid, i, sides, land, streets, frontages, chance);
  layBridges(grid, points, groups, land, streets);
  return { points, frontages, groups };
}

/** One side of a block with its middle a little off the straight; returns the middle's point and place. */
function laySide(
  grid: TownGrid,
  i: number,
  other: number,
  points: number[],
  streets: StreetBuilder,
  frontages: Frontage[],
  chance: Chance,
): [number, number, number] {
  const lon = (grid.lon[i] + grid.lon[other]) / 2 + chance.between(-4, 4) / METRES_PER_LON;
  const lat = (grid.lat[i] + grid.lat[other]) / 2 + chance.between(-4, 4) / METRES_PER_LAT;
  const middle = streets.point(lon, lat);
  streets.line([points[i], middle, points[other]]);
  frontages[i].push(grid.lon[i], grid.lat[i], lon, lat);
  frontages[other].push(lon, lat, grid.lon[other], grid.lat[other]);
  return [middle, lon, lat];
}

/** Dead ends into the block south-east of a crossing, from its first side and from its far side. */
function layAlleys(
  grid: TownGrid,
  i: number,
  sides: Map<number, [number, number, number]>,
  land: Land,
  streets: StreetBuilder,
  frontages: Frontage[],
  chance: Chance,
): void {
  const east = grid.at(grid.column[i] + 1, grid.row[i]);
  const south = grid.at(grid.column[i], grid.row[i] + 1);
  const across = grid.at(grid.column[i] + 1, grid.row[i] + 1);
  if (east < 0 || south < 0 || across < 0) return;
  const centreLon = (grid.lon[i] + grid.lon[east] + grid.lon[south] + grid.lon[across]) / 4;
  const centreLat = (grid.lat[i] + grid.lat[east] + grid.lat[south] + grid.lat[across]) / 4;
  const froms = [sides.get(i * 2), sides.get(south * 2), sides.get(i * 2 + 1)];
  let through: number | undefined;
  for (const side of froms) {
    if (!side || !chance.is(0.42)) continue;
    const [middle, lon, lat] = side;
    const share = chance.between(0.62, 0.9);
    const endLon = lon + (centreLon - lon) * share;
    const endLat = lat + (centreLat - lat) * share;
    if (metresToBank(land.water, endLon, endLat) < 8) continue;
    if (crossesRiver(land.water, lon, lat, endLon, endLat)) continue;
    const end = streets.point(endLon, endLat);
    streets.line([middle, end], StreetClass.path);
    frontages[i].push(lon, lat, endLon, endLat);
    if (through !== undefined && chance.is(0.3)) streets.line([through, end], StreetClass.path);
    through = end;
  }
}

/** Along each river that divides the grid, one bridge in so many metres, between the nearest crossings. */
function layBridges(
  grid: TownGrid,
  points: number[],
  groups: Groups,
  land: Land,
  streets: StreetBuilder,
): void {
  if (grid.lon.length < 12) return;
  const west = Math.min(...grid.lon) - 0.002;
  const east = Math.max(...grid.lon) + 0.002;
  const south = Math.min(...grid.lat) - 0.002;
  const north = Math.max(...grid.lat) + 0.002;
  const { ends, widthM } = land.water;
  const built: [number, number][] = [];
  for (let s = 0; s < widthM.length; s++) {
    const lon = (ends[4 * s] + ends[4 * s + 2]) / 2;
    const lat = (ends[4 * s + 1] + ends[4 * s + 3]) / 2;
    if (lon < west || lon > east || lat < south || lat > north) continue;
    if (built.some(([x, y]) => metresBetween(lon, lat, x, y) < BRIDGE_EVERY_M)) continue;
    const dx = (ends[4 * s + 2] - ends[4 * s]) * METRES_PER_LON;
    const dy = (ends[4 * s + 3] - ends[4 * s + 1]) * METRES_PER_LAT;
    const left = nearestCrossing(grid, lon, lat, dx, dy, 1);
    const right = nearestCrossing(grid, lon, lat, dx, dy, -1);
    if (left < 0 || right < 0) continue;
    streets.line([points[left], points[right]]);
    groups.join(left, right);
    built.push([lon, lat]);
  }
}

function nearestCrossing(
  grid: TownGrid,
  lon: number,
  lat: number,
  dx: number,
  dy: number,
  sign: number,
): number {
  let best = -1;
  let bestM = 190;
  for (let i = 0; i < grid.lon.length; i++) {
    const x = (grid.lon[i] - lon) * METRES_PER_LON;
    const y = (grid.lat[i] - lat) * METRES_PER_LAT;
    if (Math.abs(x) > bestM || Math.abs(y) > bestM || (dx * y - dy * x) * sign <= 0) continue;
    const distance = Math.sqrt(x * x + y * y);
    if (distance < bestM) {
      bestM = distance;
      best = i;
    }
  }
  return best;
}
