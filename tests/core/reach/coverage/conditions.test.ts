import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  JudgedSearch,
  judgedWalks,
  UNLIMITED_CM,
  type Judgement,
} from '../../../../src/core/reach';
import { finish } from '../../../../src/core/steps';
import { passableNetwork } from '../../../../src/core/network/passable';
import { built, randomCase } from '../random-streets';
import { networkOf, pointsOf } from '../scenes';

it('the judged nearest, however far, is that of a search from every facility', () => {
  fc.assert(
    fc.property(
      randomCase(),
      fc.array(fc.integer({ min: 10, max: 30 }), { minLength: 28, maxLength: 28 }),
      fc.constantFrom('worse', 'round_trip'),
      fc.boolean(),
      (drawn, steep, judgement, hasClosed) => {
        const { network: whole, households, facilities } = built(drawn);
        const cost = (shift: number) => {
          const out = whole.shapeCm.slice();
          for (let e = 0; e < whole.edgeCount; e++) {
            const factor = steep[(2 * e + shift) % steep.length] / 10;
            for (let i = whole.shapeStart[e]; i < whole.shapeStart[e + 1]; i++) {
              out[i] = Math.round(whole.shapeCm[i] * factor);
            }
          }
          return out;
        };
        const passable = new Uint8Array(whole.edgeCount).fill(1);
        if (hasClosed) passable[0] = 0;
        const network = passableNetwork(whole, passable);
        const costs = {
          forwardCm: cost(0),
          backwardCm: cost(1),
          steepestPercent: passable,
          wheelchair: passable,
          edgesWithoutHeight: 0,
        };
        const way = judgement as Judgement;
        const exact = new JudgedSearch(network, costs, households).run(
          facilities,
          UNLIMITED_CM,
          way,
        );
        const streets = { network, costs };
        expect(finish(judgedWalks(streets, households, facilities, way))).toEqual(exact);
      },
    ),
    { numRuns: 700 },
  );
});

it('somebody without any way home takes no more memory than others', () => {
  // Of two at a one-way street one is at its end, the other in the middle: seen to fail once.
  const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 6, directions: 1 }]);
  const length = network.shapeCm;
  const flat = new Uint8Array(network.edgeCount);
  const costs = {
    ...{ forwardCm: length, backwardCm: length, steepestPercent: flat, wheelchair: flat },
    edgesWithoutHeight: 0,
  };
  const households = pointsOf([[0, 6, 0], [0, 3, 0], [0, 0, 0]]); // prettier-ignore
  const facilities = pointsOf([[0, 0, 0], [0, 6, 6]]); // prettier-ignore
  const exact = new JudgedSearch(network, costs, households).run(facilities, UNLIMITED_CM, 'worse');
  const walks = finish(judgedWalks({ network, costs }, households, facilities, 'worse'));
  expect(walks).toEqual(exact);
});

it('a street one may only leave by is no way home, however far one may walk', () => {
  const network = networkOf(2, [{ from: 0, to: 1, lengthCm: 10_000, directions: 1 }]);
  const length = network.shapeCm;
  const flat = new Uint8Array(network.edgeCount);
  const costs = {
    ...{ forwardCm: length, backwardCm: length, steepestPercent: flat, wheelchair: flat },
    edgesWithoutHeight: 0,
  };
  const [household, facility] = [pointsOf([[0, 0]]), pointsOf([[0, 10_000]])];
  for (const way of ['worse', 'round_trip'] as const) {
    const search = new JudgedSearch(network, costs, household);
    expect([...search.run(facility, UNLIMITED_CM, way).costCm], way).toEqual([-1]);
  }
});
