import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NearestSearch,
  UNLIMITED_CM,
  costsOf,
  placeHouseholds,
  type EdgePoints,
} from '../../../../src/core/reach';
import type { Network } from '../../../../src/core/network/graph';
import { bruteForceMetres, bruteForceNearest } from '../reference';
import { built, randomCase, spotOn, type RandomCase } from '../random-streets';
import { networkOf, pointsOf } from '../scenes';

function answers(
  network: Network,
  households: EdgePoints,
  facilities: EdgePoints,
  limit = UNLIMITED_CM,
) {
  const nearest = new NearestSearch(network);
  nearest.run(facilities, limit);
  const places = placeHouseholds(network, households);
  const costs = costsOf(network, places, facilities, nearest.search.label, limit);
  return Array.from(costs.costCm, (costCm, i) => ({ costCm, facility: costs.facility[i] }));
}

const solve = (random: RandomCase, limit?: number) => {
  const { network, households, facilities } = built(random);
  return answers(network, households, facilities, limit);
};

describe('nearest facility, against brute force', () => {
  it('agrees on random streets with one-ways, loops, parallels and islands', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const { network, households, facilities } = built(random);
        const reference = bruteForceNearest(bruteForceMetres(network, households, facilities));
        expect(answers(network, households, facilities)).toEqual(reference);
      }),
      { numRuns: 3000 },
    );
  });

  it('within a limit keeps exactly what lies within it', () => {
    fc.assert(
      fc.property(randomCase(), fc.integer({ min: 0, max: 30_000 }), (random, limit) => {
        const free = solve(random);
        const kept = free.map((a) => (a.costCm > limit ? { costCm: -1, facility: -1 } : a));
        expect(solve(random, limit)).toEqual(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what must hold whatever the streets', () => {
  const infinite = (cm: number) => (cm < 0 ? Infinity : cm);

  it('another facility never makes a walk longer', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const fewer = { ...random, facilities: random.facilities.slice(1) };
        const more = solve(random);
        solve(fewer).forEach((a, i) => {
          expect(infinite(more[i].costCm)).toBeLessThanOrEqual(infinite(a.costCm));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('many sources are the least of single sources', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const single = random.facilities.map((f) => solve({ ...random, facilities: [f] }));
        const together = solve(random).map((a) => infinite(a.costCm));
        together.forEach((cm, i) => {
          expect(cm).toBe(Math.min(Infinity, ...single.map((s) => infinite(s[i].costCm))));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('cutting a street in two changes nothing', () => {
    fc.assert(
      fc.property(
        randomCase(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (r, n, at) => {
          const e = n % r.streets.length;
          const street = r.streets[e];
          fc.pre(street.lengthCm > 1);
          const cutCm = 1 + Math.floor(at * (street.lengthCm - 2));
          const moved = ([edge, along, door]: readonly [number, number, number?]) =>
            edge === e && along > cutCm
              ? ([r.streets.length, along - cutCm, door] as const)
              : ([edge, along, door] as const);
          const streets = [
            ...r.streets.map((s, i) =>
              i === e ? { ...s, to: r.vertexCount, lengthCm: cutCm } : s,
            ),
            { ...street, from: r.vertexCount, lengthCm: street.lengthCm - cutCm },
          ];
          const cut = {
            vertexCount: r.vertexCount + 1,
            streets,
            households: r.households.map(moved),
            facilities: r.facilities.map(moved),
          };
          expect(solve(cut)).toEqual(solve(r));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('where streets go both ways, there is as far as back', () => {
    fc.assert(
      fc.property(
        randomCase(false).chain((r) =>
          fc.tuple(fc.constant(r), spotOn(r.streets), spotOn(r.streets)),
        ),
        ([r, a, b]) => {
          const there = solve({ ...r, households: [a], facilities: [b] });
          expect(solve({ ...r, households: [b], facilities: [a] })).toEqual(there);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a search leaves nothing behind for the next', () => {
    fc.assert(
      fc.property(randomCase(), randomCase(), (one, other) => {
        const { network, facilities } = built(one);
        const others = pointsOf(other.facilities.filter((f) => f[0] < network.edgeCount));
        const used = new NearestSearch(network);
        used.run(others, 5000);
        used.run(facilities);
        const fresh = new NearestSearch(network);
        fresh.run(facilities);
        expect(used.search.label).toEqual(fresh.search.label);
      }),
      { numRuns: 300 },
    );
  });
});

it('a 15-minute walk over hundreds of streets stays within a second of float64', () => {
  // 4,000 streets of fractional length, rounded to centimetres as the network rounds them.
  const metres = Array.from({ length: 4000 }, (_, i) => 0.1 + ((i * 7919) % 1000) / 2700);
  const network = networkOf(
    4001,
    metres.map((m, i) => ({ from: i, to: i + 1, lengthCm: Math.max(1, Math.round(m * 100)) })),
  );
  const nearest = new NearestSearch(network);
  nearest.run(pointsOf([[0, 0]]));
  let exact = 0;
  for (let v = 1; v <= 4000; v++) {
    exact += metres[v - 1];
    if (exact > 720) break;
    expect(Math.abs(nearest.costCm(v)! / 100 - exact) / 0.8).toBeLessThan(1);
  }
});
