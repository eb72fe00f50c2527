/**
 * From OpenStreetMap's ways and nodes to street lines, for both of its file formats: ways are kept
 * with the ids of their nodes until the nodes' places are known. Only a shared node joins streets.
 */
import type { Note } from '../../result';
import { GrowingFloat64 } from './growing';
import type { StreetLines } from '../graph';
import { walkability, type Tags, type WalkableOptions } from './walkable';

export class OsmWays {
  readonly #options: WalkableOptions;
  readonly #nodeIds = new GrowingFloat64();
  readonly #wayStart: number[] = [0];
  readonly #directions: number[] = [];
  readonly #streetClass: number[] = [];
  /** Ways seen that carry a highway or route tag, walkable or not. */
  candidates = 0;

  constructor(options: WalkableOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#directions.length;
  }

  /** Adds the way if it may be walked. */
  add(tags: Tags, nodeIds: ArrayLike<number>): void {
    this.candidates++;
    const walk = walkability(tags, this.#options);
    if (walk === undefined || nodeIds.length < 2) return;
    for (let i = 0; i < nodeIds.length; i++) this.#nodeIds.push(nodeIds[i]);
    this.#wayStart.push(this.#nodeIds.length);
    this.#directions.push(walk.directions);
    this.#streetClass.push(walk.streetClass);
  }

  /** The ids of all nodes on walkable ways, sorted, each once. */
  neededNodes(): Float64Array {
    const ids = this.#nodeIds.view().slice().sort();
    let count = 0;
    for (let i = 0; i < ids.length; i++) {
      if (i === 0 || ids[i] !== ids[i - 1]) ids[count++] = ids[i];
    }
    return ids.slice(0, count);
  }

  /**
   * Street lines over the nodes `ids` (sorted), whose places are lon and lat, NaN where the file
   * does not hold the node: there the way is cut in two, as extracts leave out what lies beyond
   * their border.
   */
  lines(
    ids: Float64Array,
    lon: Float64Array,
    lat: Float64Array,
  ): { lines: StreetLines; notes: Note[] } {
    const nodeIds = this.#nodeIds.view();
    const linePoints = new Uint32Array(nodeIds.length);
    const lineStart: number[] = [0];
    const lineDirections: number[] = [];
    const lineClass: number[] = [];
    let used = 0;
    let missing = 0;
    for (let way = 0; way < this.count; way++) {
      for (let i = this.#wayStart[way]; i <= this.#wayStart[way + 1]; i++) {
        const atEnd = i === this.#wayStart[way + 1];
        const point = atEnd ? -1 : indexOfId(ids, nodeIds[i]);
        const present = point >= 0 && !Number.isNaN(lon[point]);
        if (present) {
          linePoints[used++] = point;
          continue;
        }
        if (!atEnd) missing++;
        if (used - lineStart[lineStart.length - 1] < 2) {
          used = lineStart[lineStart.length - 1];
          continue;
        }
        lineStart.push(used);
        lineDirections.push(this.#directions[way]);
        lineClass.push(this.#streetClass[way]);
      }
    }
    return {
      lines: {
        pointLon: lon.map((degrees) => (Number.isNaN(degrees) ? 0 : degrees)),
        pointLat: lat.map((degrees) => (Number.isNaN(degrees) ? 0 : degrees)),
        lineStart: Uint32Array.from(lineStart),
        linePoints: linePoints.slice(0, used),
        lineDirections: Uint8Array.from(lineDirections),
        lineClass: Uint8Array.from(lineClass),
      },
      notes: missing === 0 ? [] : [{ code: 'streets_cut_at_border', params: { count: missing } }],
    };
  }
}

/** Index of an id in a sorted list, or −1. */
export function indexOfId(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ids[middle] < id) low = middle + 1;
    else if (ids[middle] > id) high = middle - 1;
    else return middle;
  }
  return -1;
}
