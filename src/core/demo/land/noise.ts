/**
 * Value noise on an integer lattice: only + − × ÷, so the same bits on every engine.
 */
import { latticeFraction } from '../random';

/** Smooth noise, 0 … 1, features about one unit wide. */
export function noise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const u = smooth(x - x0);
  const v = smooth(y - y0);
  const a = latticeFraction(x0, y0, seed);
  const b = latticeFraction(x0 + 1, y0, seed);
  const c = latticeFraction(x0, y0 + 1, seed);
  const d = latticeFraction(x0 + 1, y0 + 1, seed);
  const top = a + (b - a) * u;
  return top + (c + (d - c) * u - top) * v;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Several octaves of noise, each twice as fine and half as strong, 0 … 1. */
export function layeredNoise(x: number, y: number, octaves: number, seed: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y, seed + octave * 7919);
    total += weight;
    weight /= 2;
    x = x * 2 + 17.3;
    y = y * 2 + 9.1;
  }
  return sum / total;
}
