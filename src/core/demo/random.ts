/**
 * Seeded chance with the same numbers on every engine: 32-bit integers only (sfc32, seeded by
 * mixing a number and a label), so that the demo city's content never depends on the Node version.
 */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param label what the numbers are for: each use draws from a stream of its own */
  constructor(seed: number, label: string) {
    let hash = 0x811c9dc5 ^ seed;
    for (let i = 0; i < label.length; i++) {
      hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
    }
    this.#a = mixed(hash);
    this.#b = mixed(hash + 0x9e3779b9);
    this.#c = mixed(seed ^ 0x85ebca6b);
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** A whole number, 0 … 2³² − 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number, low … high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  between(low: number, high: number): number {
    return low + this.fraction() * (high - low);
  }

  /** True with the given probability. */
  is(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.fraction() * from.length)];
  }

  /** Fisher–Yates, in place. */
  shuffle<T extends { length: number; [i: number]: unknown }>(list: T): T {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.fraction() * (i + 1));
      const kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
    return list;
  }
}

/** A 32-bit integer hash (the finaliser of MurmurHash3). */
export function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A fraction that belongs to a place of a lattice and a seed, 0 ≤ x < 1. */
export function latticeFraction(x: number, y: number, seed: number): number {
  return mixed(Math.imul(x, 0x1f1f1f1f) ^ Math.imul(y, 0x5bd1e995) ^ seed) / 4294967296;
}
