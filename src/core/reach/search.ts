/**
 * Dial's search from many sources at once: buckets of whole centimetres in a ring, an occupancy
 * bitmap to find the next one, labels that carry the owner. A bucket spans several centimetres, so
 * a vertex may be settled twice inside one; costs are exact all the same, and the buckets stay in
 * the cache. Ties go to the lower owner, so the answer does not depend on any order of work.
 *
 * Everything is allocated once; a search allocates nothing unless its pool of entries must grow.
 */
import { UNREACHED, type Seeds } from './points';
import type { SearchGraph } from './search-graph';

export class Search {
  readonly graph: SearchGraph;
  /** Interleaved [cost in centimetres, owner] for each vertex; UNREACHED and -1 where none. */
  readonly label: Int32Array;
  /** Entries of the last drain, [vertex, cost, next entry]: every vertex it touched is in here. */
  entries: Int32Array;
  entryCount = 0;
  #shift: number;
  #heads: Int32Array;
  #occupied: Int32Array;

  constructor(graph: SearchGraph) {
    this.graph = graph;
    this.label = new Int32Array(2 * graph.vertexCount);
    this.entries = new Int32Array(3 * 4096);
    // An eighth of the mean street: few entries share a bucket, and few buckets are empty.
    this.#shift = Math.max(0, Math.round(Math.log2(graph.meanArcCm / 8)));
    this.#heads = new Int32Array(0);
    this.#occupied = new Int32Array(0);
    this.#reserveRing(graph.maxArcCm);
    this.clear();
  }

  /** Forgets all labels. */
  clear(): void {
    const { label } = this;
    for (let i = 0; i < label.length; i += 2) {
      label[i] = UNREACHED;
      label[i + 1] = -1;
    }
  }

  /** Forgets the labels the last drain touched: cheap after a search near one place. */
  clearTouched(): void {
    const { label, entries, entryCount } = this;
    for (let e = 0; e < entryCount; e++) {
      const at = 2 * entries[3 * e];
      label[at] = UNREACHED;
      label[at + 1] = -1;
    }
  }

  /**
   * Lowers labels from seeds begin … end - 1 on, up to limitCm inclusive, on top of what stands.
   * Labels that are already lower stop the search there. Afterwards every label is the least over
   * all seeds since the last clear.
   */
  drain(seeds: Seeds, begin: number, end: number, limitCm: number): void {
    let lowest = UNREACHED;
    let highest = 0;
    for (let s = begin; s < end; s++) {
      const costCm = seeds.costCm[s];
      if (costCm < lowest) lowest = costCm;
      if (costCm > highest) highest = costCm;
    }
    if (lowest > highest) {
      this.entryCount = 0;
      return;
    }
    this.#reserveRing(Math.max(this.graph.maxArcCm, highest - lowest));
    this.#reserveEntries(end - begin);

    // Locals, so that the loops below touch no property.
    const { arcStart, arcs } = this.graph;
    const label = this.label;
    const shift = this.#shift;
    const heads = this.#heads;
    const occupied = this.#occupied;
    const ringMask = heads.length - 1;
    const wordMask = occupied.length - 1;
    let entries = this.entries;
    let capacity = entries.length;
    let free = 0;
    let pending = 0;

    // Put the seeds into their buckets.
    for (let s = begin; s < end; s++) {
      const costCm = seeds.costCm[s];
      const owner = seeds.owner[s];
      const at = 2 * seeds.vertex[s];
      const stands = label[at];
      if (costCm > limitCm || costCm > stands) continue;
      if (costCm === stands && owner >= label[at + 1]) continue;
      label[at] = costCm;
      label[at + 1] = owner;
      const bucket = (costCm >> shift) & ringMask;
      entries[free] = at >> 1;
      entries[free + 1] = costCm;
      entries[free + 2] = heads[bucket];
      heads[bucket] = free;
      occupied[bucket >> 5] |= 1 << (bucket & 31);
      free += 3;
      pending++;
    }

    let cursor = (lowest >> shift) & ringMask;
    while (pending > 0) {
      // The next occupied bucket at or after the cursor, round the ring.
      let word = cursor >> 5;
      let bits = occupied[word] & (-1 << (cursor & 31));
      while (bits === 0) {
        word = (word + 1) & wordMask;
        bits = occupied[word];
      }
      const bit = 31 - Math.clz32(bits & -bits);
      cursor = (word << 5) | bit;
      let entry = heads[cursor];
      heads[cursor] = -1;
      occupied[word] &= ~(1 << bit);

      // Settle what is in it; whatever falls into the same bucket again is met in the next round.
      while (entry >= 0) {
        const vertex = entries[entry];
        const costCm = entries[entry + 1];
        entry = entries[entry + 2];
        pending--;
        if (label[2 * vertex] !== costCm) continue;
        const owner = label[2 * vertex + 1];
        const arcsEnd = 2 * arcStart[vertex + 1];
        let arc = 2 * arcStart[vertex];
        if (free + 3 * (arcsEnd - arc) > capacity) {
          this.#reserveEntries((capacity / 3) * 2 + arcsEnd - arc);
          entries = this.entries;
          capacity = entries.length;
        }
        for (; arc < arcsEnd; arc += 2) {
          const nextCm = costCm + arcs[arc + 1];
          if (nextCm > limitCm) continue;
          const at = 2 * arcs[arc];
          const stands = label[at];
          if (nextCm > stands || (nextCm === stands && owner >= label[at + 1])) continue;
          label[at] = nextCm;
          label[at + 1] = owner;
          const bucket = (nextCm >> shift) & ringMask;
          entries[free] = at >> 1;
          entries[free + 1] = nextCm;
          entries[free + 2] = heads[bucket];
          heads[bucket] = free;
          occupied[bucket >> 5] |= 1 << (bucket & 31);
          free += 3;
          pending++;
        }
      }
    }
    this.entryCount = free / 3;
  }

  /** A ring wide enough that costs `spanCm` apart never share a bucket of different rounds. */
  #reserveRing(spanCm: number): void {
    const needed = (spanCm >> this.#shift) + 2;
    if (needed <= this.#heads.length) return;
    const size = Math.max(32, 2 ** Math.ceil(Math.log2(needed)));
    this.#heads = new Int32Array(size).fill(-1);
    this.#occupied = new Int32Array(size >> 5);
  }

  #reserveEntries(count: number): void {
    if (this.entries.length >= 3 * count) return;
    const grown = new Int32Array(3 * 2 ** Math.ceil(Math.log2(count)));
    grown.set(this.entries);
    this.entries = grown;
  }
}
