import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hilbertIndex, hilbertOrder, sortedIndices } from '../../../src/core/geo';

test('the curve visits each cell of the lowest 32 × 32 once, each step to a neighbour', () => {
  const cells: [index: number, x: number, y: number][] = [];
  for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) cells.push([hilbertIndex(x, y), x, y]);
  cells.sort((a, b) => a[0] - b[0]);
  cells.forEach(([index, x, y], i) => {
    expect(index).toBe(i);
    if (i > 0) expect(Math.abs(x - cells[i - 1][1]) + Math.abs(y - cells[i - 1][2])).toBe(1);
  });
});

test('the far corner ends the curve', () => {
  expect(hilbertIndex(0, 0)).toBe(0);
  expect([hilbertIndex(65535, 0), hilbertIndex(0, 65535)].sort()).toContain(2 ** 32 - 1);
});

test('sortedIndices is a stable sort', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffffffff)), (keys) => {
      const expected = keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
      expect([...sortedIndices(Uint32Array.from(keys))]).toEqual(expected);
    }),
  );
});

test('hilbertOrder is a permutation, and one place keeps the order given', () => {
  expect([...hilbertOrder([1, 1, 1], [2, 2, 2])]).toEqual([0, 1, 2]);
  const order = hilbertOrder([0, 5, 1, 4], [0, 5, 1, 5]);
  expect([...order].sort()).toEqual([0, 1, 2, 3]);
  expect(hilbertOrder([], []).length).toBe(0);
});
