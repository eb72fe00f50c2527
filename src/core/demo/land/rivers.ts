/**
 * Rivers of the demo: the three real ones (沙溪 through 宁化, 清流, 永安, 三明 and 沙县; 金溪 through
 * 建宁 and 将乐; 尤溪 through 大田 and 尤溪) pass their real seats in their real order; every other
 * seat gets a tributary, and the rest of the land drains by least cost over noise. The courses
 * themselves are generated.
 */
import { BucketQueue } from './buckets';
import { CORNERS_HIGH, CORNERS_WIDE, xOf, yOf } from './frame';
import { latticeFraction } from '../random';
import { layeredNoise } from './noise';

export interface Rivers {
  /** Downstream corner of each corner; −1 where the water leaves the sheet. */
  readonly downstream: Int32Array;
  /** Corners, each after everything upstream of it. */
  readonly upstreamFirst: Int32Array;
  /** Cells that drain through each corner, itself included. */
  readonly catchment: Int32Array;
}

export type Place = readonly [lon: number, lat: number];

/** Catchment of a cell, km². */
export const CELL_KM2 = 0.0622;
/** Cells of catchment from which a stream has a valley floor (2 km²) and a river must be bridged (45 km²). */
export const STREAM_CELLS = 32;
export const RIVER_CELLS = 720;

const COUNT = CORNERS_WIDE * CORNERS_HIGH;
const STEPS = [1, CORNERS_WIDE, -1, -CORNERS_WIDE];

export const cornerAt = ([lon, lat]: Place): number =>
  Math.min(CORNERS_HIGH - 1, Math.max(0, Math.round(yOf(lat)))) * CORNERS_WIDE +
  Math.min(CORNERS_WIDE - 1, Math.max(0, Math.round(xOf(lon))));

/** True width of a river, metres, by its catchment in cells. */
export function riverWidthM(cells: number): number {
  return 14 + 1.45 * Math.sqrt(cells * CELL_KM2);
}

/**
 * @param stems courses from source to the sheet's edge, as places in order
 * @param seats places that must lie on a stream
 */
export function drain(
  stems: readonly (readonly Place[])[],
  seats: readonly Place[],
  seed: number,
): Rivers {
  const cost = roughness(seed);
  const downstream = new Int32Array(COUNT).fill(-1);
  const onCourse = new Uint8Array(COUNT);
  for (const stem of stems) layStem(stem, cost, downstream, onCourse);

  // Every seat's own tributary, then all the land, both towards what is there already.
  const towards = spread(cost, onCourse, downstream);
  for (const seat of seats) {
    for (let corner = cornerAt(seat); onCourse[corner] === 0; corner = towards[corner]) {
      onCourse[corner] = 1;
      downstream[corner] = towards[corner];
    }
  }
  // Land beyond the city drains over the edge of the sheet, not through the city.
  for (let corner = 0; corner < COUNT; corner++) if (isEdge(corner)) onCourse[corner] = 1;
  const all = spread(cost, onCourse, downstream);
  const upstreamFirst = sortUpstreamFirst(all);
  const catchment = new Int32Array(COUNT).fill(1);
  for (let i = 0; i < COUNT; i++) {
    const corner = upstreamFirst[i];
    if (all[corner] >= 0) catchment[all[corner]] += catchment[corner];
  }
  return { downstream: all, upstreamFirst, catchment };
}

/**
 * Cost of each corner, 2 … about 250: broad hollows draw the water, and steps so unlike each other
 * that its ways wander instead of following the lattice.
 */
function roughness(seed: number): Uint8Array {
  const cost = new Uint8Array(COUNT);
  for (let y = 0, corner = 0; y < CORNERS_HIGH; y++) {
    for (let x = 0; x < CORNERS_WIDE; x++, corner++) {
      const broad = Math.abs(2 * layeredNoise(x / 19, y / 19, 3, seed) - 1);
      const fine = layeredNoise(x / 2.7, y / 2.7, 2, seed + 5);
      const own = latticeFraction(x, y, seed + 7);
      cost[corner] = 2 + Math.floor(90 * broad * broad + 70 * fine * fine + 88 * own * own * own);
    }
  }
  return cost;
}

/** Lays one course from place to place; it never touches itself, and ends where it meets another. */
function layStem(
  stem: readonly Place[],
  cost: Uint8Array,
  downstream: Int32Array,
  onCourse: Uint8Array,
): void {
  const own = new Uint8Array(COUNT);
  for (let leg = 0; leg + 1 < stem.length; leg++) {
    const path = cheapestPath(cornerAt(stem[leg]), cornerAt(stem[leg + 1]), cost, own);
    for (let i = 0; i < path.length; i++) {
      own[path[i]] = 1;
      if (onCourse[path[i]] === 1 && leg + i > 0 && downstream[path[i]] >= 0) return;
      onCourse[path[i]] = 1;
      if (i + 1 < path.length) downstream[path[i]] = path[i + 1];
    }
  }
}

function cheapestPath(from: number, to: number, cost: Uint8Array, blocked: Uint8Array): number[] {
  const queue = new BucketQueue(512);
  const distance = new Int32Array(COUNT).fill(0x7fffffff);
  const previous = new Int32Array(COUNT).fill(-1);
  distance[from] = 0;
  queue.push(from, 0);
  for (let corner = queue.pop(); corner >= 0 && corner !== to; corner = queue.pop()) {
    if (queue.key > distance[corner]) continue;
    for (let s = 0; s < 4; s++) {
      const next = neighbour(corner, s);
      if (next < 0) continue;
      const reached = queue.key + cost[next] + (blocked[next] === 1 ? 300 : 0);
      if (reached >= distance[next]) continue;
      distance[next] = reached;
      previous[next] = corner;
      queue.push(next, reached);
    }
  }
  const path = [];
  for (let corner = to; corner >= 0; corner = previous[corner]) path.push(corner);
  return path.reverse();
}

/** For every corner the next one on its cheapest way to a course; courses keep their own way. */
function spread(cost: Uint8Array, onCourse: Uint8Array, downstream: Int32Array): Int32Array {
  const queue = new BucketQueue(512);
  const distance = new Int32Array(COUNT).fill(0x7fffffff);
  const towards = downstream.slice();
  for (let corner = 0; corner < COUNT; corner++) {
    if (onCourse[corner] === 0) continue;
    distance[corner] = 0;
    queue.push(corner, 0);
  }
  for (let corner = queue.pop(); corner >= 0; corner = queue.pop()) {
    if (queue.key > distance[corner]) continue;
    for (let s = 0; s < 4; s++) {
      const next = neighbour(corner, s);
      if (next < 0) continue;
      const reached = queue.key + cost[next];
      if (reached >= distance[next]) continue;
      distance[next] = reached;
      towards[next] = corner;
      queue.push(next, reached);
    }
  }
  return towards;
}

function neighbour(corner: number, step: number): number {
  const x = corner % CORNERS_WIDE;
  if ((step === 0 && x === CORNERS_WIDE - 1) || (step === 2 && x === 0)) return -1;
  const next = corner + STEPS[step];
  return next >= 0 && next < COUNT ? next : -1;
}

function isEdge(corner: number): boolean {
  const x = corner % CORNERS_WIDE;
  return (
    x === 0 || x === CORNERS_WIDE - 1 || corner < CORNERS_WIDE || corner >= COUNT - CORNERS_WIDE
  );
}

function sortUpstreamFirst(downstream: Int32Array): Int32Array {
  const inflows = new Int32Array(COUNT);
  for (let corner = 0; corner < COUNT; corner++) {
    if (downstream[corner] >= 0) inflows[downstream[corner]]++;
  }
  const order = new Int32Array(COUNT);
  let filled = 0;
  for (let corner = 0; corner < COUNT; corner++)
    if (inflows[corner] === 0) order[filled++] = corner;
  for (let i = 0; i < filled; i++) {
    const next = downstream[order[i]];
    if (next >= 0 && --inflows[next] === 0) order[filled++] = next;
  }
  if (filled < COUNT) throw new Error('rivers run in a circle');
  return order;
}
