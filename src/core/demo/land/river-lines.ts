/**
 * Rivers as drawn and as felt: curves through the corners, an index of their segments by cell, and
 * the questions streets and houses ask: how far is the water, and does this line cross it?
 */
import {
  CELL_LAT,
  CELL_LON,
  CORNERS_WIDE,
  HEIGHT,
  METRES_PER_LAT,
  METRES_PER_LON,
  WIDTH,
  cellAt,
  latOf,
  lonOf,
} from './frame';
import { latticeFraction } from '../random';
import { RIVER_CELLS, riverWidthM, type Rivers } from './rivers';

export interface RiverLines {
  /** Segments: lon, lat of both ends, interleaved, and the river's width in metres. */
  readonly ends: Float64Array;
  readonly widthM: Float32Array;
  /** Catchment in cells, for drawing. */
  readonly catchment: Int32Array;
  readonly cellStart: Int32Array;
  readonly cellSegments: Int32Array;
}

const PIECES = 4;

const PASSES = 4;

export function drawRivers(rivers: Rivers, seed: number): RiverLines {
  const { downstream, catchment } = rivers;
  const places = smoothCourses(rivers, seed);
  const ends: number[] = [];
  const widths: number[] = [];
  const flows: number[] = [];
  for (let c = 0; c < downstream.length; c++) {
    const d = downstream[c];
    if (catchment[c] < RIVER_CELLS || d < 0) continue;
    // A quadratic curve from the middle of this edge, round the next corner, to the middle of the next.
    const e = downstream[d];
    const [cx, cy] = places.get(c)!;
    const [dx, dy] = places.get(d)!;
    const [ex, ey] = e >= 0 ? places.get(e)! : [dx, dy];
    let lon = (cx + dx) / 2;
    let lat = (cy + dy) / 2;
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      const a = ((1 - t) * (1 - t)) / 2;
      const c2 = (t * t) / 2;
      const b = 1 - a - c2;
      const nextLon = a * cx + b * dx + c2 * ex;
      const nextLat = a * cy + b * dy + c2 * ey;
      ends.push(lon, lat, nextLon, nextLat);
      widths.push(riverWidthM(catchment[c]));
      flows.push(catchment[c]);
      lon = nextLon;
      lat = nextLat;
    }
  }
  return {
    ends: Float64Array.from(ends),
    widthM: Float32Array.from(widths),
    catchment: Int32Array.from(flows),
    ...indexByCell(ends),
  };
}

/** Places of the rivers' corners, moved off the lattice and smoothed along each course. */
function smoothCourses(
  { downstream, catchment }: Rivers,
  seed: number,
): Map<number, [number, number]> {
  let places = new Map<number, [number, number]>();
  const upstream = new Map<number, number>();
  for (let c = 0; c < downstream.length; c++) {
    if (catchment[c] < RIVER_CELLS) continue;
    const x = c % CORNERS_WIDE;
    const y = (c - x) / CORNERS_WIDE;
    const dx = (latticeFraction(x, y, seed + 71) - 0.5) * 0.5;
    const dy = (latticeFraction(x, y, seed + 73) - 0.5) * 0.5;
    places.set(c, [lonOf(x + dx), latOf(y + dy)]);
    const main = upstream.get(downstream[c]);
    if (main === undefined || catchment[main] < catchment[c]) upstream.set(downstream[c], c);
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const next = new Map<number, [number, number]>();
    for (const [c, own] of places) {
      const above = places.get(upstream.get(c) ?? -1) ?? own;
      const below = places.get(downstream[c]) ?? own;
      next.set(c, [(above[0] + 2 * own[0] + below[0]) / 4, (above[1] + 2 * own[1] + below[1]) / 4]);
    }
    places = next;
  }
  return places;
}

function indexByCell(ends: number[]): Pick<RiverLines, 'cellStart' | 'cellSegments'> {
  const segments = ends.length / 4;
  const cells = new Int32Array(segments);
  const cellStart = new Int32Array(WIDTH * HEIGHT + 1);
  for (let s = 0; s < segments; s++) {
    const cell = cellAt(
      (ends[4 * s] + ends[4 * s + 2]) / 2,
      (ends[4 * s + 1] + ends[4 * s + 3]) / 2,
    );
    cells[s] = Math.min(WIDTH * HEIGHT - 1, Math.max(0, cell));
    cellStart[cells[s] + 1]++;
  }
  for (let c = 0; c < WIDTH * HEIGHT; c++) cellStart[c + 1] += cellStart[c];
  const cellSegments = new Int32Array(segments);
  const fill = cellStart.slice();
  for (let s = 0; s < segments; s++) cellSegments[fill[cells[s]]++] = s;
  return { cellStart, cellSegments };
}

/** Metres from a place to the bank of the nearest river within a cell or so; negative in the water. */
export function metresToBank(lines: RiverLines, lon: number, lat: number): number {
  const cx = Math.floor((lon - lonOf(0)) / CELL_LON);
  const cy = Math.floor((latOf(0) - lat) / CELL_LAT);
  let best = 1e9;
  for (let y = Math.max(0, cy - 1); y <= Math.min(HEIGHT - 1, cy + 1); y++) {
    for (let x = Math.max(0, cx - 1); x <= Math.min(WIDTH - 1, cx + 1); x++) {
      const cell = y * WIDTH + x;
      for (let i = lines.cellStart[cell]; i < lines.cellStart[cell + 1]; i++) {
        const s = lines.cellSegments[i];
        const distance = metresToSegment(lines.ends, 4 * s, lon, lat) - lines.widthM[s] / 2;
        if (distance < best) best = distance;
      }
    }
  }
  return best;
}

function metresToSegment(ends: Float64Array, at: number, lon: number, lat: number): number {
  const ax = (ends[at] - lon) * METRES_PER_LON;
  const ay = (ends[at + 1] - lat) * METRES_PER_LAT;
  const bx = (ends[at + 2] - lon) * METRES_PER_LON;
  const by = (ends[at + 3] - lat) * METRES_PER_LAT;
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  const x = ax + t * dx;
  const y = ay + t * dy;
  return Math.sqrt(x * x + y * y);
}

/** Does a line of at most about 250 m cross a river? */
export function crossesRiver(
  lines: RiverLines,
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
): boolean {
  const cx = Math.floor(((lon1 + lon2) / 2 - lonOf(0)) / CELL_LON);
  const cy = Math.floor((latOf(0) - (lat1 + lat2) / 2) / CELL_LAT);
  const { ends } = lines;
  for (let y = Math.max(0, cy - 1); y <= Math.min(HEIGHT - 1, cy + 1); y++) {
    for (let x = Math.max(0, cx - 1); x <= Math.min(WIDTH - 1, cx + 1); x++) {
      const cell = y * WIDTH + x;
      for (let i = lines.cellStart[cell]; i < lines.cellStart[cell + 1]; i++) {
        const s = 4 * lines.cellSegments[i];
        const a = side(ends[s], ends[s + 1], ends[s + 2], ends[s + 3], lon1, lat1);
        const b = side(ends[s], ends[s + 1], ends[s + 2], ends[s + 3], lon2, lat2);
        if (a * b > 0) continue;
        const c = side(lon1, lat1, lon2, lat2, ends[s], ends[s + 1]);
        const d = side(lon1, lat1, lon2, lat2, ends[s + 2], ends[s + 3]);
        if (c * d <= 0) return true;
      }
    }
  }
  return false;
}

const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);

/** Width of the widest river in a cell or beside it, metres; 0 if there is none. */
export function riversNear(lines: RiverLines, cx: number, cy: number): number {
  let widest = 0;
  for (let y = Math.max(0, cy - 1); y <= Math.min(HEIGHT - 1, cy + 1); y++) {
    for (let x = Math.max(0, cx - 1); x <= Math.min(WIDTH - 1, cx + 1); x++) {
      const cell = y * WIDTH + x;
      for (let i = lines.cellStart[cell]; i < lines.cellStart[cell + 1]; i++) {
        widest = Math.max(widest, lines.widthM[lines.cellSegments[i]]);
      }
    }
  }
  return widest;
}
