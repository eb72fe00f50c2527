/**
 * Dijkstra over a lattice with small whole costs (Dial's buckets as a ring of growing lists): the
 * one search behind rivers, slopes and roads.
 */
export class BucketQueue {
  readonly #buckets: Int32Array[];
  readonly #sizes: Int32Array;
  readonly #mask: number;
  #key = 0;
  #count = 0;

  /** @param span more than the largest cost of one step */
  constructor(span: number) {
    let size = 1;
    while (size <= span) size *= 2;
    this.#mask = size - 1;
    this.#sizes = new Int32Array(size);
    this.#buckets = Array.from({ length: size }, () => new Int32Array(16));
  }

  push(item: number, key: number): void {
    const slot = key & this.#mask;
    const size = this.#sizes[slot];
    if (size === this.#buckets[slot].length) {
      const larger = new Int32Array(size * 2);
      larger.set(this.#buckets[slot]);
      this.#buckets[slot] = larger;
    }
    this.#buckets[slot][size] = item;
    this.#sizes[slot] = size + 1;
    this.#count++;
  }

  /** The key of what `pop` gave last. */
  get key(): number {
    return this.#key;
  }

  /** The next item by key, or −1. */
  pop(): number {
    if (this.#count === 0) return -1;
    while (this.#sizes[this.#key & this.#mask] === 0) this.#key++;
    this.#count--;
    const slot = this.#key & this.#mask;
    return this.#buckets[slot][--this.#sizes[slot]];
  }
}
