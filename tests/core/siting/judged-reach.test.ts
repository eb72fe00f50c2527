import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/core/network';
import { passableNetwork } from '../../../src/core/network/passable';
import { JudgedSearch, placeHouseholds, type WalkCosts } from '../../../src/core/reach';
import type { SlopedStreets } from '../../../src/core/reach/streets/slope';
import { seededRandom } from '../../../src/core/siting/model/seeded-random';
import { CandidateReach } from '../../../src/core/siting/streets/candidate-reach';
import { OwnWalks } from '../../../src/core/siting/verify/own-walks';
import { built, randomCase } from '../reach/random-streets';

/** Hilly streets: each costs more each way than its length, by a factor of its own. */
function hilly({ edgeCount, shapeStart, shapeCm }: Network, seed: number): WalkCosts {
  const random = seededRandom(seed);
  const [forwardCm, backwardCm] = [shapeCm.slice(), shapeCm.slice()];
  for (let edge = 0; edge < edgeCount; edge++) {
    const [up, down] = [1 + random.next(), 1 + random.next()];
    for (let i = shapeStart[edge] + 1; i < shapeStart[edge + 1]; i++) {
      forwardCm[i] = Math.round(up * shapeCm[i]);
      backwardCm[i] = Math.round(down * shapeCm[i]);
    }
  }
  return { forwardCm, backwardCm };
}

describe('who is reached where there and back differ', () => {
  it('is what the verifier walks both ways, and what coverage judges', () => {
    fc.assert(
      fc.property(
        randomCase(),
        fc.integer({ min: 0, max: 60_000 }),
        fc.constantFrom('worse' as const, 'round_trip' as const),
        fc.boolean(),
        (random, limit, judgement, isWheelchair) => {
          const { network: all, households, facilities } = built(random);
          // A door at the corner of a street no wheelchair passes is still reached by the others.
          const passable = Uint8Array.from({ length: all.edgeCount }, (_, edge) => +(edge % 3 > 0));
          const network = isWheelchair ? passableNetwork(all, passable) : all;
          const costs = hilly(network, limit);
          const placed = (heading: 'to' | 'from') =>
            placeHouseholds(network, households, heading, costs);
          const judged = { network, costs: costs as SlopedStreets, judgement };
          const streets = { ...judged, placesHome: placed('to') };
          const reach = new CandidateReach(all, placed('from'), facilities, limit, streets);
          const own = new OwnWalks(network, households, judged);
          const best = new Map<number, number>();
          for (let j = 0; j < facilities.edge.length; j++) {
            const { points, walkCm } = reach.find(j);
            const found = [...points].map((h, n) => [h, walkCm[n]]).sort((a, b) => a[0] - b[0]);
            const walked = [
              ...own.walksTo(
                [
                  {
                    edge: facilities.edge[j],
                    alongCm: facilities.alongCm[j],
                    doorCm: facilities.doorCm[j],
                  },
                ],
                limit,
              ),
            ];
            expect(found).toEqual(walked.sort((a, b) => a[0] - b[0]));
            for (const [h, walk] of found) best.set(h, Math.min(walk, best.get(h) ?? Infinity));
          }
          const { costCm } = new JudgedSearch(network, costs, households).run(
            facilities,
            limit,
            judgement,
          );
          expect([...costCm]).toEqual([...costCm.keys()].map((h) => best.get(h) ?? -1));
        },
      ),
      { numRuns: 300 },
    );
  });
});
