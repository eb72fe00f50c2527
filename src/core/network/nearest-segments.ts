/**
 * The foot of each point on its nearest segment: rings of grid cells around it, outward until no
 * nearer one can exist. The loop runs in WebAssembly (kernel/snap-kernel.ts), at the pace of C++;
 * here its memory is laid out: the index once, then room for the points of a round, which grows at
 * the end. Points are handed over in blocks of neighbours, so that the same streets are read one
 * after another.
 */
import { geodesicMetres, metresPerDegreeLat, metresPerDegreeLon } from '../geo';
import { snapBytes } from './kernel/snap-bytes';
import type { Network } from './graph';
import type { SnapIndex } from './snap-index';

/** Most points of a round: enough that neighbours meet in it; 40 bytes each. */
export const pointsPerRound = 1 << 20;
/**
 * Points of one call into the kernel: the browser's second, twice as fast code of it takes over
 * between two calls only.
 */
const pointsPerCall = 1 << 14;
/** Cells along the side of a block: its streets fit in the processor's nearest cache. */
const blockShift = 5;

const pageBytes = 65536;
const settingsBytes = 128;
const bytesPerPoint = 40;
let compiled: WebAssembly.Module | undefined;
const made = new WeakMap<SegmentIndex, NearestSegments>();

/** What of an index a searcher needs. */
export interface SegmentIndex extends Omit<SnapIndex, 'network'> {
  readonly network: Pick<Network, 'shapeLon' | 'shapeLat' | 'shapeCm'>;
}

/** The searcher of an index, made when first asked for. */
export function nearestSegments(index: SegmentIndex): NearestSegments {
  let segments = made.get(index);
  if (segments === undefined) made.set(index, (segments = new NearestSegments(index)));
  return segments;
}

/** Points as the caller has them: degrees, and the longest door leg in metres for all or for each. */
export interface Asked {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly capM: Float64Array | number;
}

/** A row for each point; arrays of equal length. */
export interface SnappedPoints {
  /** −1 where there is no street within the cap, or no place. */
  readonly edge: Int32Array;
  /** From the edge's start to the foot of the point, centimetres. */
  readonly alongCm: Int32Array;
  /** From the point to its foot on the edge, centimetres. */
  readonly doorCm: Int32Array;
}

export class NearestSegments {
  readonly #index: SegmentIndex;
  readonly #memory: WebAssembly.Memory;
  readonly #findAll: (count: number) => void;
  /** Where the points begin. */
  readonly #pointsAt: number;
  readonly #blockColumns: number;
  /** Where each block's points go on. */
  readonly #blockNext: Uint32Array;
  #room = 0;
  /** [lon, lat, cap] of each point in the order of blocks, and its row in the round. */
  #points!: Float64Array;
  #order!: Int32Array;
  #edge!: Int32Array;
  #alongCm!: Int32Array;
  #doorCm!: Int32Array;

  constructor(index: SegmentIndex) {
    this.#index = index;
    const { west, south, cellLon, cellLat, columns, rows, cellStart, cellSegments } = index;
    const { shapeLon, shapeLat, shapeCm } = index.network;
    this.#blockColumns = ((columns - 1) >> blockShift) + 1;
    this.#blockNext = new Uint32Array(this.#blockColumns * (((rows - 1) >> blockShift) + 1) + 1);
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
    const scalesAt = room(32 * rows);
    this.#pointsAt = bytes;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const { buffer } = this.#memory;
    new Float64Array(buffer).set([west, south, cellLon, cellLat]);
    new Int32Array(buffer).set([columns, rows, cellStartAt, cellSegmentsAt, lonAt, latAt], 8);
    new Int32Array(buffer).set([widthAt, shapeCmAt, edgeOfShapeAt], 14);
    new Int32Array(buffer)[22] = scalesAt;
    new Uint32Array(buffer, cellStartAt).set(cellStart);
    new Uint32Array(buffer, cellSegmentsAt).set(cellSegments);
    new Float64Array(buffer, lonAt, shapeLon.length).set(shapeLon);
    new Float64Array(buffer, latAt, shapeLat.length).set(shapeLat);
    new Uint32Array(buffer, shapeCmAt).set(shapeCm);
    new Uint32Array(buffer, edgeOfShapeAt).set(index.edgeOfShape);
    new Float64Array(buffer, widthAt, rows).set(leastWidths(index));
    new Float64Array(buffer, scalesAt, 4 * rows).set(scalesOfRows(index));
    compiled ??= new WebAssembly.Module(snapBytes);
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#findAll = exports.findAll as (count: number) => void;
  }

  /** Answers for points begin … end - 1, at most pointsPerRound of them, into their rows. */
  find(asked: Asked, begin: number, end: number, answers: SnappedPoints): void {
    const count = end - begin;
    if (count > this.#room) this.#layOut(count);
    this.#fillPoints(asked, begin, end);
    for (let first = 0; first < count; first += pointsPerCall) {
      this.#pointTo(first);
      this.#findAll(Math.min(pointsPerCall, count - first));
    }
    answers.edge.set(this.#edge.subarray(0, count), begin);
    answers.alongCm.set(this.#alongCm.subarray(0, count), begin);
    answers.doorCm.set(this.#doorCm.subarray(0, count), begin);
    if (this.#doorCm.subarray(0, count).includes(-1)) this.#measureLong(asked, begin, end, answers);
  }

  #layOut(count: number): void {
    this.#room = Math.max(256, 2 ** Math.ceil(Math.log2(count)));
    const bytes = this.#pointsAt + bytesPerPoint * this.#room;
    const missing = Math.ceil((bytes - this.#memory.buffer.byteLength) / pageBytes);
    if (missing > 0) this.#memory.grow(missing);
    const { buffer } = this.#memory;
    this.#points = new Float64Array(buffer, this.#pointsAt, 3 * this.#room);
    const columns = [0, 1, 2, 3].map((i) => this.#pointsAt + (24 + 4 * i) * this.#room);
    [this.#order, this.#edge, this.#alongCm, this.#doorCm] = columns.map(
      (at) => new Int32Array(buffer, at, this.#room),
    );
  }

  /** The kernel's next points are those from `first` on, in the order of blocks. */
  #pointTo(first: number): void {
    const { buffer, byteOffset } = this.#points;
    const orderAt = this.#order.byteOffset + 4 * first;
    const answersAt = [this.#edge, this.#alongCm, this.#doorCm].map((column) => column.byteOffset);
    new Int32Array(buffer).set([byteOffset + 24 * first, orderAt, ...answersAt], 17);
  }

  /** Writes the points in the order of their blocks. */
  #fillPoints({ lon, lat, capM }: Asked, begin: number, end: number): void {
    const { west, south, cellLon, cellLat, columns, rows } = this.#index;
    const blockColumns = this.#blockColumns;
    const next = this.#blockNext;
    const points = this.#points;
    const order = this.#order;
    const [cap, caps] = typeof capM === 'number' ? [capM, null] : [0, capM];
    // Until they are placed, the blocks stand where the edges of the answers will.
    const blocks = this.#edge;
    next.fill(0);
    for (let p = begin; p < end; p++) {
      const column = Math.min(Math.max(Math.floor((lon[p] - west) / cellLon), 0), columns - 1);
      const row = Math.min(Math.max(Math.floor((lat[p] - south) / cellLat), 0), rows - 1);
      // What has no place (NaN) becomes block 0.
      const block = (row >> blockShift) * blockColumns + (column >> blockShift);
      blocks[p - begin] = block;
      next[block + 1]++;
    }
    for (let block = 1; block < next.length; block++) next[block] += next[block - 1];
    for (let p = begin; p < end; p++) {
      const at = next[blocks[p - begin]]++;
      order[at] = p - begin;
      // What is no place on the globe has no street near it.
      const isPlace = Math.abs(lon[p]) <= 360 && Math.abs(lat[p]) <= 90;
      points[3 * at] = isPlace ? lon[p] : NaN;
      points[3 * at + 1] = isPlace ? lat[p] : NaN;
      points[3 * at + 2] = caps === null ? cap : caps[p];
    }
  }

  /** Door legs beyond the short formula; a foot stands where its point stood. */
  #measureLong(
    { lon, lat, capM }: Asked,
    begin: number,
    end: number,
    answers: SnappedPoints,
  ): void {
    const { edge, alongCm, doorCm } = answers;
    for (let k = 0; k < end - begin; k++) {
      const p = begin + this.#order[k];
      if (doorCm[p] >= 0) continue;
      const foot = this.#points.subarray(3 * k, 3 * k + 2);
      doorCm[p] = Math.round(geodesicMetres(lon[p], lat[p], foot[0], foot[1]) * 100);
      if (doorCm[p] <= (typeof capM === 'number' ? capM : capM[p]) * 100) continue;
      edge[p] = -1;
      alongCm[p] = doorCm[p] = 0;
    }
  }
}

/** The least width of a column over each row of cells, metres. */
function leastWidths({ south, rows, cellLon, cellLat }: SegmentIndex): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const a = metresPerDegreeLon(Math.min(south + row * cellLat, 90));
    const b = metresPerDegreeLon(Math.min(south + (row + 1) * cellLat, 90));
    return Math.min(a, b) * cellLon;
  });
}

/**
 * For each row of cells, metres in a degree of longitude at its southern border and what they grow
 * by each degree northwards, then the same of latitude. Inside a row that is right within 1e-10.
 */
function scalesOfRows({ south, rows, cellLat }: SegmentIndex): Float64Array {
  const scales = new Float64Array(4 * rows);
  for (let row = 0; row < rows; row++) {
    const lat = south + row * cellLat;
    scales[4 * row] = metresPerDegreeLon(lat);
    scales[4 * row + 1] = (metresPerDegreeLon(lat + cellLat) - scales[4 * row]) / cellLat;
    scales[4 * row + 2] = metresPerDegreeLat(lat);
    scales[4 * row + 3] = (metresPerDegreeLat(lat + cellLat) - scales[4 * row + 2]) / cellLat;
  }
  return scales;
}
