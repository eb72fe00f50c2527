import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsWithin, gridIndex, nearestPoint } from '../../../src/app/map/grid-index';

const points = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 116.4, max: 118.6, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    ),
    fc.double({ min: 25.5, max: 27.1, noNaN: true }),
  ),
  { minLength: 1, maxLength: 300 },
);

describe('gridIndex', () => {
  it('holds every point that has a place exactly once', () => {
    fc.assert(
      fc.property(points, (list) => {
        const positions = Float32Array.from(list.flat());
        const index = gridIndex(positions, list.length, 0.05);
        const wanted = list.flatMap(([lon], i) => (Number.isNaN(lon) ? [] : [i]));
        expect([...index.order].sort((a, b) => a - b)).toEqual(wanted);
      }),
    );
  });

  it('finds in the cells of a box all points inside the box', () => {
    fc.assert(
      fc.property(points, (list) => {
        const positions = Float32Array.from(list.flat());
        const index = gridIndex(positions, list.length, 0.1);
        const box = { west: 117, east: 117.6, south: 26, north: 26.4 };
        const found = new Set(
          cellsWithin(index, box).flatMap((c) => [
            ...index.order.subarray(index.cellStart[c], index.cellStart[c + 1]),
          ]),
        );
        list.forEach((_, i) => {
          const [lon, lat] = [positions[2 * i], positions[2 * i + 1]];
          const isInside =
            lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
          if (isInside) expect(found.has(i)).toBe(true);
        });
      }),
    );
  });

  it('finds the nearest point as a search of all of them does', () => {
    fc.assert(
      fc.property(points, (list) => {
        const positions = Float32Array.from(list.flat());
        const index = gridIndex(positions, list.length, 0.05);
        const [lon, lat, reach] = [117.4, 26.3, 0.3];
        const shrink = Math.cos((lat * Math.PI) / 180);
        const distance = (i: number) =>
          Math.hypot((positions[2 * i] - lon) * shrink, positions[2 * i + 1] - lat);
        const best = list
          .map((_, i) => i)
          .filter((i) => distance(i) < reach)
          .sort((a, b) => distance(a) - distance(b))[0];
        const found = nearestPoint(index, positions, lon, lat, reach);
        if (best === undefined) expect(found).toBe(-1);
        else expect(distance(found)).toBeCloseTo(distance(best), 12);
      }),
    );
  });
});
