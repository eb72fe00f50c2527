/**
 * The built area of seats: a grid of streets turned along its valley and bent by noise, grown block
 * by block over the flattest ground until the town's households have room. Towns of one cluster
 * (the 街道 of a city) share one grid and grow towards each other.
 */
import {
  CELL_LAT,
  CELL_LON,
  CORNERS_WIDE,
  METRES_PER_LAT,
  METRES_PER_LON,
  cellAt,
  xOf,
  yOf,
} from '../land/frame';
import { noise } from '../land/noise';
import { metresToBank } from '../land/river-lines';
import { cornerAt } from '../land/rivers';
import { heightAt } from '../land/terrain';
import type { Land } from '../land/land';
import { Frontier } from './frontier';

export interface Seed {
  readonly lon: number;
  readonly lat: number;
  readonly households: number;
}

export interface TownGrid {
  /** Column and row of each crossing in the grid. */
  readonly column: number[];
  readonly row: number[];
  readonly lon: number[];
  readonly lat: number[];
  /** Which of the cluster's towns a crossing belongs to. */
  readonly town: number[];
  /** Households that live around each crossing. */
  readonly room: number[];
  /** Number of a crossing by column and row, −1 if there is none. */
  at(column: number, row: number): number;
}

interface Frame {
  readonly lon: number;
  readonly lat: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly columnM: number;
  readonly rowM: number;
}

const SIDE = 512;

/** @param mayBuild false for cells outside the county's inner part */
export function growGrid(
  seeds: readonly Seed[],
  land: Land,
  mayBuild: (cell: number) => boolean,
): TownGrid {
  const total = seeds.reduce((sum, s) => sum + s.households, 0);
  const frame = frameOf(seeds, total, land);
  const density = Math.min(36, Math.max(6, 4.5 + 0.105 * Math.sqrt(total)));
  const number = new Int32Array(SIDE * SIDE).fill(-1);
  const grid = {
    column: [] as number[],
    row: [] as number[],
    lon: [] as number[],
    lat: [] as number[],
    town: [] as number[],
    room: [] as number[],
  };
  const left = seeds.map((s) => s.households);
  const frontier = new Frontier();
  seeds.forEach((seed, t) => {
    const [column, row] = toGrid(frame, seed.lon, seed.lat);
    for (let d = 0; d < 25; d++)
      frontier.push(0, column + (d % 5) - 2, row + Math.floor(d / 5) - 2, t);
  });
  for (let next = frontier.pop(); next; next = frontier.pop()) {
    const { column, row, town } = next;
    if (left[town] <= 0) continue;
    const slot = (row + SIDE / 2) * SIDE + column + SIDE / 2;
    if (Math.abs(column) >= SIDE / 2 || Math.abs(row) >= SIDE / 2 || number[slot] !== -1) continue;
    const [lon, lat] = place(frame, column, row, land.seed);
    if (!mayBuild(cellAt(lon, lat))) continue;
    const slope = slopeAt(land, lon, lat);
    if (slope > 0.3) continue;
    const bank = metresToBank(land.water, lon, lat);
    // Water, and here and there a park, a school or a works where no street runs.
    const isOpenGround =
      progressOf(left[town], seeds[town]) > 0.03 &&
      noise(xOf(lon) * 2.3, yOf(lat) * 2.3, land.seed + 251) > 0.86;
    const wet = bank < 22;
    if (!wet && !isOpenGround) {
      number[slot] = grid.lon.length;
      grid.column.push(column);
      grid.row.push(row);
      grid.lon.push(lon);
      grid.lat.push(lat);
      grid.town.push(town);
      const progress = progressOf(left[town], seeds[town]);
      const room = density * (1.3 - 0.75 * progress);
      grid.room.push(room);
      left[town] -= room;
    } else number[slot] = -2;
    for (const [dc, dr] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]) {
      const [nearLon, nearLat] = place(frame, column + dc, row + dr, land.seed);
      frontier.push(
        growthCost(frame, seeds[town], nearLon, nearLat, slope, wet, land.seed),
        column + dc,
        row + dr,
        town,
      );
    }
  }
  return {
    ...grid,
    at(column, row) {
      if (Math.abs(column) >= SIDE / 2 || Math.abs(row) >= SIDE / 2) return -1;
      return Math.max(-1, number[(row + SIDE / 2) * SIDE + column + SIDE / 2]);
    },
  };
}

const progressOf = (left: number, seed: Seed): number => 1 - left / seed.households;

/** Along the stream that passes the cluster; blocks are larger in larger towns. */
function frameOf(seeds: readonly Seed[], total: number, land: Land): Frame {
  const largest = seeds.reduce((a, b) => (b.households > a.households ? b : a));
  let corner = cornerAt([largest.lon, largest.lat]);
  for (let i = 0; i < 30 && land.rivers.catchment[corner] < 100; i++) {
    if (land.rivers.downstream[corner] >= 0) corner = land.rivers.downstream[corner];
  }
  let far = corner;
  for (let i = 0; i < 12 && land.rivers.downstream[far] >= 0; i++)
    far = land.rivers.downstream[far];
  const dx = ((far % CORNERS_WIDE) - (corner % CORNERS_WIDE)) * CELL_LON * METRES_PER_LON;
  const dy =
    (Math.floor(corner / CORNERS_WIDE) - Math.floor(far / CORNERS_WIDE)) *
    CELL_LAT *
    METRES_PER_LAT;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const large = Math.min(1, total / 12_000);
  return {
    lon: largest.lon,
    lat: largest.lat,
    alongX: length === 1 ? 1 : dx / length,
    alongY: length === 1 ? 0 : dy / length,
    columnM: 74 + 24 * large,
    rowM: 58 + 14 * large,
  };
}

function toGrid(frame: Frame, lon: number, lat: number): [number, number] {
  const x = (lon - frame.lon) * METRES_PER_LON;
  const y = (lat - frame.lat) * METRES_PER_LAT;
  return [
    Math.round((x * frame.alongX + y * frame.alongY) / frame.columnM),
    Math.round((y * frame.alongX - x * frame.alongY) / frame.rowM),
  ];
}

/** The place of a crossing: its corner of the grid, bent by two scales of noise. */
function place(frame: Frame, column: number, row: number, seed: number): [number, number] {
  const along = column * frame.columnM;
  const across = row * frame.rowM;
  let x = along * frame.alongX - across * frame.alongY;
  let y = along * frame.alongY + across * frame.alongX;
  const lon = frame.lon + x / METRES_PER_LON;
  const lat = frame.lat + y / METRES_PER_LAT;
  const u = xOf(lon);
  const v = yOf(lat);
  x +=
    (noise(u / 4.4, v / 4.4, seed + 211) - 0.5) * 300 +
    (noise(u * 1.9, v * 1.9, seed + 223) - 0.5) * 46;
  y +=
    (noise(u / 4.4, v / 4.4, seed + 227) - 0.5) * 300 +
    (noise(u * 1.9, v * 1.9, seed + 229) - 0.5) * 46;
  // The bend moves the origin too: take its part away, so that a town stays at its seat.
  const u0 = xOf(frame.lon);
  const v0 = yOf(frame.lat);
  x -= (noise(u0 / 4.4, v0 / 4.4, seed + 211) - 0.5) * 300;
  y -= (noise(u0 / 4.4, v0 / 4.4, seed + 227) - 0.5) * 300;
  return [frame.lon + x / METRES_PER_LON, frame.lat + y / METRES_PER_LAT];
}

/** Nearer first, flat before steep, with fingers and gaps at the edge, and not over water if land is left. */
function growthCost(
  frame: Frame,
  seed: Seed,
  lon: number,
  lat: number,
  slope: number,
  wet: boolean,
  noiseSeed: number,
): number {
  const x = (lon - seed.lon) * METRES_PER_LON;
  const y = (lat - seed.lat) * METRES_PER_LAT;
  const along = x * frame.alongX + y * frame.alongY;
  const across = y * frame.alongX - x * frame.alongY;
  const distance = Math.sqrt(along * along * 0.55 + across * across * 1.45);
  const patch = noise(xOf(lon) * 0.9, yOf(lat) * 0.9, noiseSeed + 233);
  return distance * (0.7 + 0.6 * patch) + slope * 2600 + (wet ? 160 : 0);
}

export function slopeAt(land: Land, lon: number, lat: number): number {
  const x = xOf(lon);
  const y = yOf(lat);
  const dx = (heightAt(land.height, x + 0.3, y) - heightAt(land.height, x - 0.3, y)) / 150;
  const dy = (heightAt(land.height, x, y + 0.3) - heightAt(land.height, x, y - 0.3)) / 150;
  return Math.sqrt(dx * dx + dy * dy);
}
