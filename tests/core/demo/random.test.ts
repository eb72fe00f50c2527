/** Chance: the same numbers for ever, and fair ones. */
import { describe, expect, it } from 'vitest';
import { Chance } from '../../../src/core/demo/random';

describe('Chance', () => {
  it('gives these numbers on every engine', () => {
    const chance = new Chance(1, 'demo');
    expect([chance.bits(), chance.bits(), chance.bits()]).toEqual(GOLDEN);
  });

  it('differs by seed and by label', () => {
    const first = new Chance(1, 'a').bits();
    expect(new Chance(2, 'a').bits()).not.toBe(first);
    expect(new Chance(1, 'b').bits()).not.toBe(first);
  });

  it('is even over its range', () => {
    const chance = new Chance(7, 'even');
    const boxes = new Array<number>(16).fill(0);
    for (let i = 0; i < 160_000; i++) boxes[chance.whole(0, 15)]++;
    const chiSquare = boxes.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
    // 15 degrees of freedom: 37.7 is passed once in a thousand.
    expect(chiSquare).toBeLessThan(37.7);
  });

  it('shuffles without losing anything', () => {
    const list = new Chance(3, 's').shuffle(Array.from({ length: 500 }, (_, i) => i));
    expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    expect(list.slice(0, 5)).not.toEqual([0, 1, 2, 3, 4]);
  });
});

const GOLDEN = [4161378200, 759138860, 2846232523];
