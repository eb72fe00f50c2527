import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  JudgedSearch,
  LiveCoverage,
  LiveNearest,
  NearestSearch,
  costsOf,
  placeHouseholds,
  statesOf,
  sumByUnit,
  type EdgePoints,
} from '../../../../src/core/reach';
import type { Network } from '../../../../src/core/network/graph';
import { randomCase, randomCosts, spotOn, type RandomCase } from '../random-streets';
import { networkOf, pointsOf, type Spot } from '../scenes';

type Change = readonly ['add' | 'remove' | 'move', number, Spot];

function changesOn(random: RandomCase): fc.Arbitrary<Change[]> {
  const change = fc.tuple(
    fc.constantFrom('add' as const, 'remove' as const, 'move' as const, 'move' as const),
    fc.nat({ max: 30 }),
    fc.oneof(
      { weight: 9, arbitrary: spotOn(random.streets) },
      { weight: 1, arbitrary: fc.constant([-1, 0, 0] as Spot) },
    ),
  );
  return fc.array(change, { minLength: 1, maxLength: 12 });
}

const cases = randomCase().chain((random) => fc.tuple(fc.constant(random), changesOn(random)));
const point = ([edge, alongCm, doorCm = 0]: Spot) => ({ edge, alongCm, doorCm });

function rebuilt(network: Network, households: EdgePoints, facilities: EdgePoints) {
  const nearest = new NearestSearch(network);
  nearest.run(facilities);
  const places = placeHouseholds(network, households);
  return costsOf(network, places, facilities, nearest.search.label, nearest.limitCm);
}

describe('live change', () => {
  it('leaves every household and every sum as a rebuild would, after each of thousands of changes', () => {
    let operations = 0;
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 40_000 }), ([random, changes], limit) => {
        const network = networkOf(random.vertexCount, random.streets);
        const spots: Spot[] = [...random.facilities];
        const households = pointsOf([...random.households, [-1, 0]]);
        const count = households.edge.length;
        const unit = Int32Array.from({ length: count }, (_, i) => (i % 4) - 1);
        const tree = { parent: Int32Array.of(-1, 0, 0) };
        const located = Uint8Array.from({ length: count }, (_, i) => (i === 2 ? 0 : 1));
        const columns = {
          households: new Uint8Array(count).fill(1),
          age_80_plus: Int32Array.from({ length: count }, (_, i) => i),
        };
        const live = new LiveCoverage({
          network,
          facilities: pointsOf(spots),
          households,
          located,
          limit,
          tree,
          unit,
          columns,
        });
        for (const [kind, n, spot] of changes) {
          const f = spots.length === 0 ? -1 : n % spots.length;
          const costBefore = live.costCm.slice();
          if (kind === 'add' || f < 0) {
            expect(live.add(point(spot))).toBe(spots.length);
            spots.push(spot);
          } else if (kind === 'remove') {
            live.remove(f);
            spots[f] = [-1, 0];
          } else {
            live.move(f, point(spot));
            spots[f] = spot;
          }
          operations++;
          const expected = rebuilt(network, households, pointsOf(spots));
          expect(live.costCm).toEqual(expected.costCm);
          expect(live.facility).toEqual(expected.facility);
          const states = statesOf(
            { costCm: expected.costCm, edge: households.edge, located },
            limit,
          );
          expect(live.states).toEqual(states);
          expect(live.sums).toEqual(sumByUnit(tree, unit, states, columns));
          const told = new Set(live.changed.subarray(0, live.changedCount));
          expect(told.size).toBe(live.changedCount);
          costBefore.forEach((cm, i) => {
            if (cm !== live.costCm[i]) expect(told.has(i)).toBe(true);
          });
        }
      }),
      { numRuns: 1000 },
    );
    expect(operations).toBeGreaterThan(3000);
  });

  it('keeps the labels of a limited search as well', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 30_000 }), ([random, changes], limit) => {
        const network = networkOf(random.vertexCount, random.streets);
        const spots: Spot[] = [...random.facilities];
        const live = new LiveNearest(network, pointsOf(spots), limit);
        const nearest = new NearestSearch(network);
        for (const [kind, n, spot] of changes) {
          const f = spots.length === 0 ? -1 : n % spots.length;
          if (kind === 'add' || f < 0) spots[live.add(point(spot))] = spot;
          else {
            spots[f] = kind === 'remove' ? [-1, 0] : spot;
            live.place(f, point(spots[f]));
          }
          nearest.run(pointsOf(spots), limit);
          expect(live.search.label).toEqual(nearest.search.label);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('on slopes, judged by both ways, is a judged search from scratch after every change', () => {
    let operations = 0;
    const steep = fc.array(fc.nat({ max: 999 }), { minLength: 2, maxLength: 9 });
    const limits = fc.integer({ min: 0, max: 60_000 });
    const judgements = fc.constantFrom('worse' as const, 'round_trip' as const);
    fc.assert(
      fc.property(cases, steep, limits, judgements, (drawn, seeds, limit, judgement) => {
        const [random, changes] = drawn;
        const network = networkOf(random.vertexCount, random.streets);
        const costs = randomCosts(network.edgeLengthCm, seeds);
        const none = new Uint8Array(network.edgeCount);
        const streets = {
          network,
          costs: { ...costs, steepestPercent: none, wheelchair: none, edgesWithoutHeight: 0 },
        };
        const households = pointsOf([...random.households, [-1, 0]]);
        const count = households.edge.length;
        const tree = { parent: Int32Array.of(-1, 0) };
        const unit = Int32Array.from({ length: count }, (_, i) => i % 2);
        const columns = { persons: Int32Array.from({ length: count }, (_, i) => i + 1) };
        const spots: Spot[] = [...random.facilities];
        const live = new LiveCoverage({
          network,
          facilities: pointsOf(spots),
          households,
          limit,
          judged: { streets, judgement },
          tree,
          unit,
          columns,
        });
        const search = new JudgedSearch(network, costs, households);
        const isRebuilt = (limitNow: number) => {
          const expected = search.run(pointsOf(spots), limitNow, judgement);
          expect(live.costCm).toEqual(expected.costCm);
          expect(live.facility).toEqual(expected.facility);
          const states = statesOf({ costCm: expected.costCm, edge: households.edge }, limitNow);
          expect(live.states).toEqual(states);
          expect(live.sums).toEqual(sumByUnit(tree, unit, states, columns));
        };
        isRebuilt(limit);
        for (const [kind, n, spot] of changes) {
          const f = spots.length === 0 ? -1 : n % spots.length;
          if (kind === 'add' || f < 0) {
            spots.push(spot);
            expect(live.add(point(spot))).toBe(spots.length - 1);
          } else {
            spots[f] = kind === 'remove' ? [-1, 0] : spot;
            live.move(f, point(spots[f]));
          }
          operations++;
          isRebuilt(limit);
        }
        live.setLimit(2 * limit);
        isRebuilt(2 * limit);
      }),
      { numRuns: 600 },
    );
    expect(operations).toBeGreaterThan(2000);
  });

  it('a change of the limit needs no search', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 10_000 }]);
    const live = new LiveCoverage({
      network,
      facilities: pointsOf([[0, 0]]),
      households: pointsOf([
        [0, 4000],
        [0, 8000],
      ]),
      limit: 5000,
      tree: { parent: Int32Array.of(-1) },
      unit: Int32Array.of(0, 0),
      columns: { persons: [3, 4] },
    });
    expect(live.sums.persons!.covered[0]).toBe(3);
    live.setLimit(8000);
    expect(live.sums.persons!.covered[0]).toBe(7);
    live.remove(0);
    expect(live.sums.persons!.covered[0]).toBe(0);
    expect([...live.costCm]).toEqual([-1, -1]);
  });
});
