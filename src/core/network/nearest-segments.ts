/**
 * The nearest segment of each point: rings of grid cells around it, outward until no nearer one can
 * exist. The loop runs in WebAssembly (kernel/snap-kernel.ts), at the pace of C++; here its memory
 * is laid out, once for each index.
 */
import { metresPerDegreeLon } from '../geo';
import { snapBytes } from './kernel/snap-bytes';
import type { SnapIndex } from './snap-index';

/** Points asked about in one call. */
export const pointsPerCall = 8192;

const pageBytes = 65536;
const settingsBytes = 128;
let compiled: WebAssembly.Module | undefined;
const made = new WeakMap<SnapIndex, NearestSegments>();

/** The searcher of an index, made when first asked for. */
export function nearestSegments(index: SnapIndex): NearestSegments {
  let segments = made.get(index);
  if (segments === undefined) made.set(index, (segments = new NearestSegments(index)));
  return segments;
}

export class NearestSegments {
  /** Put in [lon, lat, longest door leg in metres] for each point; NaN for one without a place. */
  readonly points: Float64Array;
  /** Where on the segment found the foot is, 0 … 1. */
  readonly fraction: Float64Array;
  /** The segment, named by its first shape point, or −1 where none may be within the cap. */
  readonly segment: Int32Array;
  readonly #findAll: (count: number) => void;

  constructor(index: SnapIndex) {
    const { west, south, cellLon, cellLat, columns, rows, cellStart, cellSegments } = index;
    const { shapeLon, shapeLat } = index.network;
    let bytes = settingsBytes;
    const room = (byteLength: number) => {
      const at = bytes;
      bytes += Math.ceil(byteLength / 64) * 64;
      return at;
    };
    const cellStartAt = room(cellStart.byteLength);
    const cellSegmentsAt = room(cellSegments.byteLength);
    const lonAt = room(shapeLon.byteLength);
    const latAt = room(shapeLat.byteLength);
    const widthAt = room(8 * rows);
    const pointsAt = room(24 * pointsPerCall);
    const fractionsAt = room(8 * pointsPerCall);
    const segmentsAt = room(4 * pointsPerCall);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const { buffer } = memory;
    new Float64Array(buffer).set([west, south, cellLon, cellLat]);
    new Int32Array(buffer).set([columns, rows, cellStartAt, cellSegmentsAt, lonAt, latAt], 8);
    new Int32Array(buffer).set([widthAt, pointsAt, fractionsAt, segmentsAt], 14);
    new Uint32Array(buffer, cellStartAt).set(cellStart);
    new Uint32Array(buffer, cellSegmentsAt).set(cellSegments);
    new Float64Array(buffer, lonAt, shapeLon.length).set(shapeLon);
    new Float64Array(buffer, latAt, shapeLat.length).set(shapeLat);
    new Float64Array(buffer, widthAt, rows).set(leastWidths(index));
    this.points = new Float64Array(buffer, pointsAt, 3 * pointsPerCall);
    this.fraction = new Float64Array(buffer, fractionsAt, pointsPerCall);
    this.segment = new Int32Array(buffer, segmentsAt, pointsPerCall);
    compiled ??= new WebAssembly.Module(snapBytes);
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    this.#findAll = exports.findAll as (count: number) => void;
  }

  /** Answers for the first `count` points. */
  find(count: number): void {
    this.#findAll(count);
  }
}

/** The least width of a column over each row of cells, metres. */
function leastWidths({ south, rows, cellLon, cellLat }: SnapIndex): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const a = metresPerDegreeLon(Math.min(south + row * cellLat, 90));
    const b = metresPerDegreeLon(Math.min(south + (row + 1) * cellLat, 90));
    return Math.min(a, b) * cellLon;
  });
}
