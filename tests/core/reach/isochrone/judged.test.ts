import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Isochrones,
  JudgedSearch,
  limitCm,
  speedOnSlope,
  type Judgement,
  type WalkCosts,
} from '../../../../src/core/reach';
import { built, randomCase } from '../random-streets';
import { networkOf, pointsOf } from '../scenes';

/** A straight street of 2 km, the point at its west end; up eastwards by `grade`. */
const street = networkOf(
  2,
  [{ from: 0, to: 1, lengthCm: 200_000 }],
  [
    [0, 0],
    [0.018, 0],
  ],
);
const end = pointsOf([[0, 0]]);

function hillCosts(grade: number): WalkCosts {
  const cost = (g: number) => street.shapeCm.map((cm) => Math.round(cm / speedOnSlope(g)));
  return { forwardCm: cost(grade), backwardCm: cost(-grade) };
}

describe('judged isochrones', () => {
  it('end where the slower way, or the mean of both, ends', () => {
    const up = speedOnSlope(0.2);
    const down = speedOnSlope(-0.2);
    const far = (judgement: Judgement) => {
      const rings = new Isochrones(street, { judged: { costs: hillCosts(0.2), judgement } });
      const { count, fromCm, toCm } = rings.stretches(end, 72_000);
      expect(count).toBe(1);
      expect(fromCm[0]).toBe(0);
      return toCm[0];
    };
    expect(far('worse')).toBeCloseTo(72_000 * up, -2);
    expect(far('round_trip')).toBeCloseTo(72_000 / ((1 / up + 1 / down) / 2), -2);
  });

  it('hold every place whose judged walk is within, and none well beyond', () => {
    fc.assert(
      fc.property(randomCase(false), fc.constantFrom('worse', 'round_trip'), (drawn, judgement) => {
        const { network, facilities } = built(drawn);
        fc.pre(facilities.edge.length > 0);
        const one = pointsOf([[facilities.edge[0], facilities.alongCm[0], facilities.doorCm[0]]]);
        // Forward uphill by a third, backward as it is.
        const costs = {
          forwardCm: network.shapeCm.map((cm) => Math.round(cm * 1.5)),
          backwardCm: network.shapeCm.slice(),
        };
        const limit = limitCm(5, 0.8);
        const judged = { costs, judgement: judgement as Judgement };
        const found = new Isochrones(network, { judged }).stretches(one, limit);
        const places: [number, number][] = [];
        for (let e = 0; e < network.edgeCount; e++) {
          for (const share of [0.13, 0.5, 0.91]) {
            places.push([e, Math.round(share * network.edgeLengthCm[e])]);
          }
        }
        const search = new JudgedSearch(network, costs, pointsOf(places));
        const { costCm } = search.run(one, 4 * limit, judgement as Judgement);
        const isInside = ([e, cm]: [number, number]) => {
          for (let s = 0; s < found.count; s++) {
            if (found.edge[s] === e && found.fromCm[s] - 800 <= cm && cm <= found.toCm[s] + 800) {
              return true;
            }
          }
          return false;
        };
        places.forEach((place, i) => {
          if (costCm[i] >= 0 && costCm[i] <= limit) expect(isInside(place)).toBe(true);
          if (costCm[i] < 0 || costCm[i] > limit + 3000) expect(isInside(place)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });
});
