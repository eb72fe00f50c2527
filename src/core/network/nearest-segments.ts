/**
 * The foot of each point on its nearest segment: rings of grid cells around it, outward until no
 * nearer one can exist. The loop runs in WebAssembly (kernel/snap-kernel.ts), at the pace of C++; here its memory
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
  /**
   * [edge, centimetres along it, door leg in centimetres] for each point; edge −1 where none is
   * within the cap, door leg −1 where it is too long to be measured here.
   */
  readonly answers: Int32Array;
  /** [lon, lat] of the foot, where the door leg was not measured. */
  readonly feet: Float64Array;
  readonly #findAll: (count: number) => void;

  constructor(index: SnapIndex) {
    const { west, south, cellLon, cellLat, columns, rows, cellStart, cellSegments } = index;
    const { shapeLon, shapeLat, shapeCm } = index.network;
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
    const shapeCmAt = room(shapeCm.byteLength);
    const edgeOfShapeAt = room(index.edgeOfShape.byteLength);
    const pointsAt = room(24 * pointsPerCall);
    const answersAt = room(12 * pointsPerCall);
    const feetAt = room(16 * pointsPerCall);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const { buffer } = memory;
    new Float64Array(buffer).set([west, south, cellLon, cellLat]);
    new Int32Array(buffer).set([columns, rows, cellStartAt, cellSegmentsAt, lonAt, latAt], 8);
    new Int32Array(buffer).set(
      [widthAt, shapeCmAt, edgeOfShapeAt, pointsAt, answersAt, feetAt],
      14,
    );
    new Uint32Array(buffer, cellStartAt).set(cellStart);
    new Uint32Array(buffer, cellSegmentsAt).set(cellSegments);
    new Float64Array(buffer, lonAt, shapeLon.length).set(shapeLon);
    new Float64Array(buffer, latAt, shapeLat.length).set(shapeLat);
    new Uint32Array(buffer, shapeCmAt).set(shapeCm);
    new Uint32Array(buffer, edgeOfShapeAt).set(index.edgeOfShape);
    new Float64Array(buffer, widthAt, rows).set(leastWidths(index));
    this.points = new Float64Array(buffer, pointsAt, 3 * pointsPerCall);
    this.answers = new Int32Array(buffer, answersAt, 3 * pointsPerCall);
    this.feet = new Float64Array(buffer, feetAt, 2 * pointsPerCall);
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
