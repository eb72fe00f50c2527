/**
 * Numbers that look random and are the same in every run (mulberry32): the same ask gives the same
 * answer.
 */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number in 0 … count - 1. */
  below(count: number): number;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return { next, below: (count) => Math.floor(next() * count) };
}
