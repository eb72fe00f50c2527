/**
 * Dial's search from many sources at once: buckets of whole centimetres in a ring, an occupancy
 * bitmap to find the next one, labels that carry the owner. A bucket spans several centimetres, so
 * a vertex may be settled twice inside one; costs are exact all the same, and the buckets stay in
 * the cache. Ties go to the lower owner, so the answer does not depend on any order of work.
 *
 * The loop itself runs in WebAssembly (kernel/search-kernel.ts), at the pace of C++; here its
 * memory is laid out: settings, graph and labels once, then seeds, ring and the pool of entries,
 * which grows at the end.
 */
import { searchBytes } from './kernel/search-bytes';
import type { Seeds } from './seeds';
import type { SearchGraph } from './search-graph';

interface Kernel {
  clear(begin: number, end: number): void;
  clearEntries(count: number): void;
  drain(begin: number, end: number, limitCm: number): number;
  drainInBatches(count: number, step: number, limitCm: number): void;
}

/** Above every owner, so that a walk of exactly the limit still passes. */
const NOBODY = 0x7fffffff;
const pageBytes = 65536;
const settingsBytes = 64;
let compiled: WebAssembly.Module | undefined;

export class Search {
  readonly graph: SearchGraph;
  /**
   * Interleaved [cost in centimetres, owner] for each vertex; UNREACHED and -1 where none. Read it
   * anew after every search: it moves when the memory grows.
   */
  label!: Int32Array;
  /** Entries of the last drain, [vertex, cost, next entry]: every vertex it touched is in here. */
  entries!: Int32Array;
  entryCount = 0;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: Kernel;
  readonly #shift: number;
  readonly #labelsAt: number;
  /** Where seeds, ring and pool begin. */
  readonly #changingAt: number;
  #seedRoom = 0;
  #ringSize = 0;
  #headsAt = 0;
  #entriesAt = 0;
  #limitsCm: Int32Array | null = null;

  constructor(graph: SearchGraph) {
    this.graph = graph;
    const { vertexCount, arcStart, arcs } = graph;
    // An eighth of the mean street: few entries share a bucket, and few buckets are empty.
    this.#shift = Math.max(0, Math.round(Math.log2(graph.meanArcCm / 8)));
    const arcsAt = aligned(settingsBytes + 4 * arcStart.length);
    this.#labelsAt = aligned(arcsAt + 4 * arcs.length);
    this.#changingAt = aligned(this.#labelsAt + 8 * vertexCount);
    this.#memory = new WebAssembly.Memory({ initial: pagesFor(this.#changingAt) });
    compiled ??= new WebAssembly.Module(searchBytes);
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#kernel = instance.exports as unknown as Kernel;
    const words = new Int32Array(this.#memory.buffer);
    words.set([settingsBytes, arcsAt, this.#labelsAt]);
    words.set(arcStart, settingsBytes / 4);
    words.set(arcs, arcsAt / 4);
    this.#layOut(64, graph.maxArcCm);
    this.clear();
  }

  /** Forgets all labels, and limits of vertices. */
  clear(): void {
    this.#limitsCm = null;
    this.#kernel.clear(this.#labelsAt, this.#labelsAt + 8 * this.graph.vertexCount);
  }

  /**
   * Forgets all labels and from now on lets searches pass each vertex up to its own limit only
   * (inclusive; below 0 never). A limit stands as a label of nobody: whoever asks for a cost looks
   * at the owner first.
   */
  confine(limitsCm: Int32Array): void {
    this.#limitsCm = limitsCm;
    for (let v = 0; v < limitsCm.length; v++) this.#limit(v, limitsCm[v]);
  }

  /** Forgets the labels the last drain touched: cheap after a search near one place. */
  clearTouched(): void {
    const limitsCm = this.#limitsCm;
    if (limitsCm === null) this.#kernel.clearEntries(this.entryCount);
    else {
      for (let e = 0; e < this.entryCount; e++) {
        const vertex = this.entries[3 * e];
        this.#limit(vertex, limitsCm[vertex]);
      }
    }
  }

  #limit(vertex: number, limitCm: number): void {
    this.label[2 * vertex] = limitCm;
    this.label[2 * vertex + 1] = NOBODY;
  }

  /**
   * Lowers labels from seeds begin … end - 1 on, up to limitCm inclusive, on top of what stands.
   * Labels that are already lower stop the search there. Afterwards every label is the least over
   * all seeds since the last clear.
   */
  drain(seeds: Seeds, begin: number, end: number, limitCm: number): void {
    this.#giveSeeds(seeds, begin, end);
    this.entryCount = this.#kernel.drain(0, end - begin, limitCm);
    this.#look();
  }

  /** The same for all seeds, `step` at a time; entries are not kept. */
  drainInBatches(seeds: Seeds, step: number, limitCm: number): void {
    this.#giveSeeds(seeds, 0, seeds.count);
    this.#kernel.drainInBatches(seeds.count, step, limitCm);
    this.entryCount = 0;
    this.#look();
  }

  #giveSeeds(seeds: Seeds, begin: number, end: number): void {
    let lowest = Infinity;
    let highest = 0;
    for (let s = begin; s < end; s++) {
      if (seeds.costCm[s] < lowest) lowest = seeds.costCm[s];
      if (seeds.costCm[s] > highest) highest = seeds.costCm[s];
    }
    // The ring must be wide enough that costs of different rounds never share a bucket.
    const spanCm = Math.max(this.graph.maxArcCm, highest - lowest);
    if (end - begin > this.#seedRoom || (spanCm >> this.#shift) + 2 > this.#ringSize) {
      this.#layOut(end - begin, spanCm);
    }
    const words = new Int32Array(this.#memory.buffer, this.#changingAt, 3 * this.#seedRoom);
    for (let s = begin; s < end; s++) {
      words[s - begin] = seeds.vertex[s];
      words[this.#seedRoom + s - begin] = seeds.costCm[s];
      words[2 * this.#seedRoom + s - begin] = seeds.owner[s];
    }
  }

  /** Places seeds, ring and pool behind the labels, with room for more than asked. */
  #layOut(seedCount: number, spanCm: number): void {
    this.#seedRoom = Math.max(this.#seedRoom, powerOfTwo(seedCount));
    const buckets = powerOfTwo(Math.max(64, (spanCm >> this.#shift) + 2));
    this.#ringSize = Math.max(this.#ringSize, buckets);
    this.#headsAt = this.#changingAt + 12 * this.#seedRoom;
    const occupiedAt = this.#headsAt + 4 * this.#ringSize;
    this.#entriesAt = occupiedAt + this.#ringSize / 8;
    const missing = pagesFor(this.#entriesAt) - this.#memory.buffer.byteLength / pageBytes;
    if (missing > 0) this.#memory.grow(missing);
    const words = new Int32Array(this.#memory.buffer);
    words.fill(-1, this.#headsAt / 4, occupiedAt / 4);
    words.fill(0, occupiedAt / 4, this.#entriesAt / 4);
    words.set([this.#headsAt, occupiedAt, this.#entriesAt], 3);
    words.set([this.#ringSize - 1, this.#ringSize / 32 - 1, this.#shift], 6);
    for (let part = 0; part < 3; part++) {
      words[9 + part] = this.#changingAt + 4 * part * this.#seedRoom;
    }
    this.#look();
  }

  /** Makes the views anew where the memory has grown or the pool has moved. */
  #look(): void {
    const { buffer } = this.#memory;
    const isCurrent =
      this.entries?.buffer === buffer && this.entries.byteOffset === this.#entriesAt;
    if (isCurrent) return;
    this.label = new Int32Array(buffer, this.#labelsAt, 2 * this.graph.vertexCount);
    this.entries = new Int32Array(buffer, this.#entriesAt);
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** Pages up to an address, and some for the pool behind it. */
function pagesFor(bytes: number): number {
  return Math.ceil(bytes / pageBytes) + 4;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)));
}
