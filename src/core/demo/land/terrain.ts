/**
 * Heights of the demo: valley floors rise along the rivers, slopes rise from the valley floors until
 * they meet the slopes of the next valley, so ridges fall where they should. Heights are whole
 * decimetres until the end.
 */
import { BucketQueue } from './buckets';
import {
  CELL_M,
  CORNERS_HIGH,
  CORNERS_WIDE,
  METRES_PER_LAT,
  METRES_PER_LON,
  latOf,
  lonOf,
  xOf,
  yOf,
} from './frame';
import { layeredNoise, noise } from './noise';
import { CELL_KM2, STREAM_CELLS, type Rivers } from './rivers';

/** A place that needs flat ground: a town with its people. */
export interface Basin {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
}

const COUNT = CORNERS_WIDE * CORNERS_HIGH;
const SEA_EDGE_DM = 850;

/** Heights of the lattice's corners, metres. */
export function raiseTerrain(rivers: Rivers, basins: readonly Basin[], seed: number): Float32Array {
  const height = new Int32Array(COUNT).fill(0x7fffffff);
  const fromStreamM = new Float32Array(COUNT);
  const floorM = new Float32Array(COUNT);
  raiseStreams(rivers, height, floorM);
  const basin = basinMask(basins, seed);
  const steep = steepness(seed);
  const queue = new BucketQueue(1 << 16);
  for (let corner = 0; corner < COUNT; corner++) {
    if (height[corner] !== 0x7fffffff) queue.push(corner, height[corner]);
  }
  for (let corner = queue.pop(); corner >= 0; corner = queue.pop()) {
    if (queue.key > height[corner]) continue;
    const x = corner % CORNERS_WIDE;
    for (let s = 0; s < 8; s++) {
      const dx = DX[s];
      if (x + dx < 0 || x + dx >= CORNERS_WIDE) continue;
      const next = corner + dx + DY[s] * CORNERS_WIDE;
      if (next < 0 || next >= COUNT) continue;
      const stepM = dx !== 0 && DY[s] !== 0 ? CELL_M * 1.41421356 : CELL_M;
      const away = fromStreamM[corner] + stepM;
      const flat = away < floorM[corner] || basin[next] === 1;
      const rise = flat ? stepM * 0.09 : stepM * steep[next];
      const reached = queue.key + 1 + Math.floor(rise);
      if (reached >= height[next]) continue;
      height[next] = reached;
      fromStreamM[next] = away;
      floorM[next] = floorM[corner];
      queue.push(next, reached);
    }
  }
  return smoothed(height);
}

const DX = [1, 1, 0, -1, -1, -1, 0, 1];
const DY = [0, 1, 1, 1, 0, -1, -1, -1];

/** Streams climb towards their sources: gently where much water flows, steeply where little does. */
function raiseStreams(rivers: Rivers, height: Int32Array, floorM: Float32Array): void {
  const { downstream, upstreamFirst, catchment } = rivers;
  const exact = new Float64Array(COUNT);
  for (let i = COUNT - 1; i >= 0; i--) {
    const corner = upstreamFirst[i];
    if (catchment[corner] < STREAM_CELLS) continue;
    const km2 = catchment[corner] * CELL_KM2;
    const below = downstream[corner];
    const gradient = 0.0006 + 0.042 / (1 + km2 / 5);
    exact[corner] = below < 0 ? SEA_EDGE_DM : exact[below] + CELL_M * 10 * gradient;
    height[corner] = Math.floor(exact[corner]);
    floorM[corner] = Math.min(520, 60 + 17 * Math.sqrt(km2));
  }
}

/** Rise of slopes in decimetres per metre: 0.9 (9 %) to about 5 (50 %). */
function steepness(seed: number): Float32Array {
  const steep = new Float32Array(COUNT);
  for (let y = 0, corner = 0; y < CORNERS_HIGH; y++) {
    for (let x = 0; x < CORNERS_WIDE; x++, corner++) {
      const broad = layeredNoise(x / 60, y / 60, 3, seed + 31);
      const fine = noise(x / 3.1, y / 3.1, seed + 37);
      steep[corner] = 0.9 + 5.2 * broad * broad + 2.1 * fine * fine;
    }
  }
  return steep;
}

function basinMask(basins: readonly Basin[], seed: number): Uint8Array {
  const mask = new Uint8Array(COUNT);
  for (const { lon, lat, radiusM } of basins) {
    const reach = Math.ceil((radiusM * 1.5) / CELL_M) + 1;
    const cx = Math.round(xOf(lon));
    const cy = Math.round(yOf(lat));
    for (let y = Math.max(0, cy - reach); y <= Math.min(CORNERS_HIGH - 1, cy + reach); y++) {
      for (let x = Math.max(0, cx - reach); x <= Math.min(CORNERS_WIDE - 1, cx + reach); x++) {
        const east = (lonOf(x) - lon) * METRES_PER_LON;
        const north = (latOf(y) - lat) * METRES_PER_LAT;
        const limit = radiusM * (0.6 + 0.8 * noise(x / 5, y / 5, seed + 41));
        if (east * east + north * north < limit * limit) mask[y * CORNERS_WIDE + x] = 1;
      }
    }
  }
  return mask;
}

/** Metres, each corner the binomial mean of its neighbours: no cliffs where two valleys meet. */
function smoothed(height: Int32Array): Float32Array {
  const metres = new Float32Array(COUNT);
  for (let y = 0, corner = 0; y < CORNERS_HIGH; y++) {
    for (let x = 0; x < CORNERS_WIDE; x++, corner++) {
      let sum = 0;
      let weight = 0;
      for (let dy = -1; dy <= 1; dy++) {
        if (y + dy < 0 || y + dy >= CORNERS_HIGH) continue;
        for (let dx = -1; dx <= 1; dx++) {
          if (x + dx < 0 || x + dx >= CORNERS_WIDE) continue;
          const w = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          sum += w * height[corner + dx + dy * CORNERS_WIDE];
          weight += w;
        }
      }
      metres[corner] = sum / weight / 10;
    }
  }
  return metres;
}

/** Height of a place, metres, between the four corners around it. */
export function heightAt(height: Float32Array, x: number, y: number): number {
  const x0 = Math.min(CORNERS_WIDE - 2, Math.max(0, Math.floor(x)));
  const y0 = Math.min(CORNERS_HIGH - 2, Math.max(0, Math.floor(y)));
  const u = x - x0;
  const v = y - y0;
  const corner = y0 * CORNERS_WIDE + x0;
  const top = height[corner] + (height[corner + 1] - height[corner]) * u;
  const low = height[corner + CORNERS_WIDE];
  const bottom = low + (height[corner + CORNERS_WIDE + 1] - low) * u;
  return top + (bottom - top) * v;
}
