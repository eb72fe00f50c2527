import { describe, expect, it } from 'vitest';
import { Direction, type Network } from '../../../src/core/network/graph';
import { NearestSearch, costsOf, placeHouseholds, type EdgePoints } from '../../../src/core/reach';
import { gridOf, networkOf, pointsOf } from './scenes';

/** Walks in centimetres and facilities of the households. */
function walks(network: Network, households: EdgePoints, facilities: EdgePoints, limit?: number) {
  const nearest = new NearestSearch(network);
  nearest.run(facilities, limit);
  const places = placeHouseholds(network, households);
  const { label } = nearest.search;
  const { costCm, facility } = costsOf(network, places, facilities, label, nearest.limitCm);
  return { costCm: [...costCm], facility: [...facility], nearest };
}

describe('drawn streets', () => {
  it('a facility at 37 % of a street is reached from both ends by its own part', () => {
    const network = networkOf(4, [
      { from: 0, to: 1, lengthCm: 10_000 },
      { from: 1, to: 2, lengthCm: 10_000 },
      { from: 2, to: 3, lengthCm: 10_000 },
    ]);
    const { nearest, costCm } = walks(
      network,
      pointsOf([
        [0, 0],
        [2, 5000, 200],
      ]),
      pointsOf([[1, 3700, 150]]),
    );
    expect(nearest.costCm(1)).toBe(3700 + 150);
    expect(nearest.costCm(2)).toBe(6300 + 150);
    expect(costCm).toEqual([10_000 + 3700 + 150, 200 + 5000 + 6300 + 150]);
  });

  it('on a grid the reach is a diamond', () => {
    const network = gridOf(9, 9, 100);
    const nearest = new NearestSearch(network);
    nearest.run(pointsOf([[edgeAt(network, 40), 0]]), 300);
    for (let v = 0; v < 81; v++) {
      const blocks = Math.abs((v % 9) - 4) + Math.abs(Math.floor(v / 9) - 4);
      expect(nearest.costCm(v)).toBe(blocks <= 3 ? 100 * blocks : undefined);
    }
  });

  it('a river is crossed at its one bridge', () => {
    // Banks 0-1-2 and 3-4-5, bridge 2-5; from 0 the other bank lies opposite, and far.
    const network = networkOf(6, [
      { from: 0, to: 1, lengthCm: 40_000 },
      { from: 1, to: 2, lengthCm: 40_000 },
      { from: 3, to: 4, lengthCm: 40_000 },
      { from: 4, to: 5, lengthCm: 40_000 },
      { from: 2, to: 5, lengthCm: 5000 },
    ]);
    expect(walks(network, pointsOf([[0, 0]]), pointsOf([[2, 0]])).costCm).toEqual([165_000]);
  });

  it('an island without a facility has no walk, never a number', () => {
    const network = networkOf(4, [
      { from: 0, to: 1, lengthCm: 1000 },
      { from: 2, to: 3, lengthCm: 1000 },
    ]);
    const facilities = pointsOf([[0, 0]]);
    const { costCm, facility, nearest } = walks(network, pointsOf([[1, 500]]), facilities);
    expect(costCm).toEqual([-1]);
    expect(facility).toEqual([-1]);
    expect(nearest.costCm(2)).toBeUndefined();
    expect(nearest.facility(2)).toBeUndefined();
  });

  it('a loop is left by its shorter side, parallel streets by the shorter one', () => {
    const network = networkOf(2, [
      { from: 0, to: 0, lengthCm: 1000 },
      { from: 0, to: 1, lengthCm: 900 },
      { from: 0, to: 1, lengthCm: 700 },
    ]);
    const households = pointsOf([
      [0, 300],
      [0, 800],
      [1, 850],
    ]);
    const { costCm } = walks(network, households, pointsOf([[2, 700]]));
    expect(costCm).toEqual([1000, 900, 50]);
    // Round the loop and straight along it.
    const onLoop = walks(
      network,
      pointsOf([
        [0, 100],
        [0, 900],
      ]),
      pointsOf([[0, 950]]),
    );
    expect(onLoop.costCm).toEqual([150, 50]);
  });

  it('a one-way street is walked one way', () => {
    const network = networkOf(3, [
      { from: 0, to: 1, lengthCm: 1000, directions: Direction.forward },
      { from: 1, to: 2, lengthCm: 2000 },
      { from: 2, to: 0, lengthCm: 4000 },
    ]);
    const facilities = pointsOf([[0, 600]]);
    const { costCm } = walks(
      network,
      pointsOf([
        [0, 200],
        [0, 700],
        [1, 0],
      ]),
      facilities,
    );
    expect(costCm).toEqual([400, 300 + 2000 + 4000 + 600, 6600]);
  });

  it('a one-way street does not bind whoever stands at its end', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 1000, directions: 1 }]);
    expect(walks(network, pointsOf([[0, 1000]]), pointsOf([[0, 1000]])).costCm).toEqual([0]);
    expect(walks(network, pointsOf([[0, 1000]]), pointsOf([[0, 0]])).costCm).toEqual([-1]);
    expect(walks(network, pointsOf([[0, 0]]), pointsOf([[0, 1000]])).costCm).toEqual([1000]);
  });

  it('of two facilities on one node the lower index answers, or the nearer door', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 1000 }]);
    const twins = pointsOf([
      [0, 1000],
      [0, 1000],
    ]);
    expect(walks(network, pointsOf([[0, 0]]), twins).facility).toEqual([0]);
    const doors = pointsOf([
      [0, 1000, 20],
      [0, 1000, 10],
    ]);
    const { costCm, facility } = walks(network, pointsOf([[0, 0]]), doors);
    expect([costCm, facility]).toEqual([[1010], [1]]);
  });

  it('a household and a facility on one edge meet along it, in either order', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 10_000 }]);
    const before = walks(network, pointsOf([[0, 2000, 300]]), pointsOf([[0, 7000, 400]]));
    const after = walks(network, pointsOf([[0, 7000, 300]]), pointsOf([[0, 2000, 400]]));
    expect(before.costCm).toEqual([5700]);
    expect(after.costCm).toEqual([5700]);
    expect(before.facility).toEqual([0]);
  });

  it('a shorter way round beats a long shared edge', () => {
    const network = networkOf(2, [
      { from: 0, to: 1, lengthCm: 10_000 },
      { from: 0, to: 1, lengthCm: 500 },
    ]);
    const { costCm } = walks(network, pointsOf([[0, 100]]), pointsOf([[0, 9900]]));
    expect(costCm).toEqual([700]);
  });

  it('at the limit counts, a centimetre beyond does not', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 80_000 }]);
    const households = pointsOf([
      [0, 72_000],
      [0, 72_001],
    ]);
    expect(walks(network, households, pointsOf([[0, 0]]), 72_000).costCm).toEqual([72_000, -1]);
  });

  it('points that join no street take no part', () => {
    const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 1000 }]);
    const { costCm } = walks(
      network,
      pointsOf([
        [-1, 0],
        [0, 0],
      ]),
      pointsOf([
        [-1, 0],
        [0, 9],
      ]),
    );
    expect(costCm).toEqual([-1, 9]);
  });
});

/** The first edge that starts at a vertex. */
function edgeAt(network: Network, vertex: number): number {
  return network.edgeFrom.indexOf(vertex);
}
