/**
 * Roads as least-cost paths over the terrain, from cell to cell: steep ground and rivers cost, roads
 * that exist already are cheap, so paths follow valleys, share bridges and meet like a tree with a
 * few loops.
 */
import { BucketQueue } from '../land/buckets';
import { CELL_M, HEIGHT, WIDTH } from '../land/frame';
import { crossesRiver, metresToBank, riversNear } from '../land/river-lines';
import type { Land } from '../land/land';
import { heightAt } from '../land/terrain';
import { cellPlace } from './cell-place';

/** Directions of steps: east, south-east, south … north-east. */
export const STEP_X = [1, 1, 0, -1, -1, -1, 0, 1];
export const STEP_Y = [0, 1, 1, 1, 0, -1, -1, -1];
export const opposite = (direction: number): number => (direction + 4) & 7;
export const cellTowards = (cell: number, direction: number): number =>
  cell + STEP_X[direction] + STEP_Y[direction] * WIDTH;

const COUNT = WIDTH * HEIGHT;
/** Of the bridge itself, and more for each metre of width. */
const BRIDGE_COST = 160;
const BRIDGE_COST_PER_M = 6;
/** Of standing in the water or on its bank. */
const WET_COST = 150;
const IMPASSABLE = 0;

export class Roads {
  /** For each cell a bit for each direction a road leaves in. */
  readonly exits = new Uint8Array(COUNT);
  readonly #cost: Uint16Array;
  readonly #distance = new Int32Array(COUNT).fill(0x7fffffff);
  readonly #previous = new Int8Array(COUNT).fill(-1);
  readonly #touched: number[] = [];

  constructor(land: Land) {
    this.#cost = stepCosts(land);
  }

  /** Searches from every start until `goal` (or everything in `region`) is reached. */
  search(starts: readonly number[], region: (cell: number) => boolean, goal = -1): void {
    for (const cell of this.#touched) {
      this.#distance[cell] = 0x7fffffff;
      this.#previous[cell] = -1;
    }
    this.#touched.length = 0;
    const queue = new BucketQueue(4096);
    for (const cell of starts) {
      this.#distance[cell] = 0;
      this.#touched.push(cell);
      queue.push(cell, 0);
    }
    for (let cell = queue.pop(); cell >= 0 && cell !== goal; cell = queue.pop()) {
      if (queue.key > this.#distance[cell]) continue;
      const exits = this.exits[cell];
      for (let direction = 0; direction < 8; direction++) {
        let cost = this.#cost[cell * 8 + direction];
        if (cost === IMPASSABLE) continue;
        const next = cellTowards(cell, direction);
        if (!region(next)) continue;
        if ((exits >> direction) & 1) cost = 5;
        else if ((direction & 1) === 1 && this.#isCrossed(cell, direction)) continue;
        const reached = queue.key + cost;
        if (reached >= this.#distance[next]) continue;
        if (this.#distance[next] === 0x7fffffff) this.#touched.push(next);
        this.#distance[next] = reached;
        this.#previous[next] = direction;
        queue.push(next, reached);
      }
    }
  }

  /** Does a road run over the other diagonal of the square a diagonal step crosses? */
  #isCrossed(cell: number, direction: number): boolean {
    const side = cell + STEP_X[direction];
    const over = (direction + (direction === 1 || direction === 5 ? 2 : 6)) & 7;
    return ((this.exits[side] >> over) & 1) === 1;
  }

  reached(cell: number): boolean {
    return this.#distance[cell] !== 0x7fffffff;
  }

  /** Makes the path the last search found to a cell a road; false if there is none. */
  build(to: number): boolean {
    if (!this.reached(to)) return false;
    for (let cell = to; this.#previous[cell] >= 0;) {
      const direction = this.#previous[cell];
      const before = cellTowards(cell, opposite(direction));
      this.exits[before] |= 1 << direction;
      this.exits[cell] |= 1 << opposite(direction);
      cell = before;
    }
    return true;
  }
}

/** Cost of each step out of each cell; 0 where there is no way. */
function stepCosts(land: Land): Uint16Array {
  const { height, water } = land;
  const cost = new Uint16Array(COUNT * 8);
  const middle = new Float32Array(COUNT);
  for (let cell = 0; cell < COUNT; cell++) {
    const x = cell % WIDTH;
    middle[cell] = heightAt(height, x + 0.5, (cell - x) / WIDTH + 0.5);
  }
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const cell = y * WIDTH + x;
      const widthM = riversNear(water, x, y);
      const from = widthM > 0 ? cellPlace(cell, land.seed) : undefined;
      for (let direction = 0; direction < 8; direction++) {
        const dx = STEP_X[direction];
        const dy = STEP_Y[direction];
        if (x + dx < 0 || x + dx >= WIDTH || y + dy < 0 || y + dy >= HEIGHT) continue;
        const diagonal = dx !== 0 && dy !== 0;
        const lengthM = diagonal ? CELL_M * 1.41421356 : CELL_M;
        const next = cell + dx + dy * WIDTH;
        const slope = (middle[next] - middle[cell]) / lengthM;
        const steep = Math.min(24, 1 + 170 * slope * slope + 4 * Math.abs(slope));
        let step = Math.round((diagonal ? 17 : 12) * steep);
        if (from) {
          const to = cellPlace(next, land.seed);
          if (metresToBank(water, to[0], to[1]) < 12) step += WET_COST;
          if (crossesRiver(water, from[0], from[1], to[0], to[1])) {
            step += Math.round(BRIDGE_COST + BRIDGE_COST_PER_M * widthM);
          }
        }
        cost[cell * 8 + direction] = step;
      }
    }
  }
  return cost;
}
