import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NearestSearch,
  costsOf,
  placeHouseholds,
  timesMatrix,
  walkingPath,
} from '../../../../src/core/reach';
import { Direction } from '../../../../src/core/network/graph';
import { bruteForceMetres } from '../reference';
import { built, randomCase } from '../random-streets';
import { networkOf, pointsOf } from '../scenes';

interface Place {
  edge: number;
  alongCm: number;
}

describe('times between all pairs', () => {
  it('agree with brute force, whichever side is fewer', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const { network, households, facilities } = built(random);
        const expected = bruteForceMetres(network, households, facilities).flat();
        const { costCm } = timesMatrix(network, households, facilities);
        expect([...costCm]).toEqual(expected.map((m) => (m < Infinity ? Math.round(m * 100) : -1)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the path', () => {
  it('follows the streets’ shapes from door to door', () => {
    const network = networkOf(
      3,
      [
        { from: 0, to: 1, lengthCm: 1000, via: [[0.5, 1, 600]] },
        { from: 2, to: 1, lengthCm: 400 },
      ],
      [
        [0, 0],
        [1, 0],
        [1, -1],
      ],
    );
    const nearest = new NearestSearch(network);
    const facilities = pointsOf([[1, 100, 30]]);
    nearest.run(facilities);
    const start = { edge: 0, alongCm: 300, doorCm: 20, lon: 0.2, lat: 0.6 };
    const path = walkingPath(network, nearest, facilities, start, { lon: [1.1], lat: [-0.8] })!;
    expect(path.costCm).toBe(20 + 700 + 300 + 30);
    expect(path.coordinates).toEqual([
      [0.2, 0.6],
      [0.25, 0.5],
      [0.5, 1],
      [1, 0],
      [1, -0.75],
      [1.1, -0.8],
    ]);
    expect(path.legs).toEqual([
      { edge: 0, fromCm: 300, toCm: 1000 },
      { edge: 1, fromCm: 400, toCm: 100 },
    ]);
  });

  it('is a walk one may take, whose pieces add up to the household’s cost exactly', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const { network, households, facilities } = built(random);
        const nearest = new NearestSearch(network);
        nearest.run(facilities);
        const places = placeHouseholds(network, households);
        const { label } = nearest.search;
        const costs = costsOf(network, places, facilities, label, nearest.limitCm);
        random.households.forEach(([edge, alongCm, doorCm = 0], i) => {
          const path = walkingPath(network, nearest, facilities, { edge, alongCm, doorCm });
          if (costs.costCm[i] < 0) return expect(path).toBeUndefined();
          expect(path!.costCm).toBe(costs.costCm[i]);
          expect(path!.facility).toBe(costs.facility[i]);
          let at = { edge, alongCm };
          let sumCm = path!.doorCm + path!.facilityDoorCm;
          for (const leg of path!.legs) {
            expect(samePlace(at, { edge: leg.edge, alongCm: leg.fromCm })).toBe(true);
            const way = leg.toCm > leg.fromCm ? Direction.forward : Direction.backward;
            expect(network.edgeDirections[leg.edge] & way).not.toBe(0);
            sumCm += Math.abs(leg.toCm - leg.fromCm);
            at = { edge: leg.edge, alongCm: leg.toCm };
          }
          const goal = random.facilities[path!.facility];
          expect(samePlace(at, { edge: goal[0], alongCm: goal[1] })).toBe(true);
          expect(sumCm).toBe(costs.costCm[i]);
        });

        function samePlace(a: Place, b: Place) {
          if (a.edge === b.edge && a.alongCm === b.alongCm) return true;
          const vertex = (p: Place) =>
            p.alongCm === 0
              ? network.edgeFrom[p.edge]
              : p.alongCm === network.edgeLengthCm[p.edge]
                ? network.edgeTo[p.edge]
                : -1;
          return vertex(a) >= 0 && vertex(a) === vertex(b);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
