import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexagonGrid } from '../../../src/app/map/layers/hexagon-grid';

const metresPerDegree = 111_320;
const place = fc.tuple(
  fc.double({ min: 116.4, max: 118.6, noNaN: true }),
  fc.double({ min: 25.5, max: 27.1, noNaN: true }),
);

describe('hexagonGrid', () => {
  it('keeps every person: the sums of hexagons are the sums of households', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat(9), fc.nat(3)), { minLength: 1, maxLength: 200 }),
        (households) => {
          const positions = Float32Array.from(households.flatMap(([at]) => at));
          const weights = households.map(([, weight]) => weight);
          const states = Uint8Array.from(households.map(([, , state]) => state));
          const grid = hexagonGrid(positions, weights, states, 500);
          const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + (b || 0), 0);
          expect(sum(grid.total)).toBe(sum(weights));
          expect(sum(grid.covered)).toBe(sum(weights.filter((_, i) => states[i] === 0)));
        },
      ),
    );
  });

  it('puts a place into the hexagon whose centre is nearest', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (places) => {
        const positions = Float32Array.from(places.flat());
        const radiusM = 3000;
        const grid = hexagonGrid(
          positions,
          places.map(() => 1),
          null,
          radiusM,
        );
        const lats = places.map((_, i) => positions[2 * i + 1]);
        const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
        const shrink = Math.cos((middle * Math.PI) / 180);
        places.forEach((_, i) => {
          const distanceM = (h: number) =>
            metresPerDegree *
            Math.hypot(
              (grid.positions[2 * h] - positions[2 * i]) * shrink,
              grid.positions[2 * h + 1] - positions[2 * i + 1],
            );
          const own = grid.at(positions[2 * i], positions[2 * i + 1]);
          // No place lies farther from its centre than a corner does (float32 degrees: 2 m).
          expect(distanceM(own)).toBeLessThanOrEqual(radiusM + 2);
          for (let h = 0; h < grid.count; h++)
            expect(distanceM(own)).toBeLessThanOrEqual(distanceM(h) + 3);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out households without a place or without people of the group', () => {
    const grid = hexagonGrid(Float32Array.of(117, 26, NaN, NaN, 117.5, 26.5), [2, 5, 0], null, 500);
    expect([...grid.total]).toEqual([2]);
    expect(grid.at(117.5, 26.5)).toBe(-1);
  });

  it('says nothing of hexagons where nobody is located', () => {
    const places = Float32Array.of(117, 26, 117, 26, 117.5, 26.5, 117.5, 26.5);
    const grid = hexagonGrid(places, [1, 1, 1, 1], Uint8Array.of(3, 3, 3, 1), 500);
    expect([...grid.covered]).toEqual([NaN, 0]);
  });
});
