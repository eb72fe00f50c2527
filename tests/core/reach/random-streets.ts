/** Small random street networks with one-ways, loops, parallels, islands, and points on them. */
import fc from 'fast-check';
import type { WalkCosts } from '../../../src/core/reach';
import { networkOf, pointsOf, type Spot, type Street } from './scenes';

export interface RandomCase {
  readonly vertexCount: number;
  readonly streets: readonly Street[];
  readonly households: readonly Spot[];
  readonly facilities: readonly Spot[];
}

const lengths = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 30_000 }),
  fc.constantFrom(1000, 2000, 10_000),
);

export function spotOn(streets: readonly Street[]): fc.Arbitrary<Spot> {
  return fc
    .tuple(
      fc.integer({ min: 0, max: streets.length - 1 }),
      fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
    )
    .map(([e, share, door]) => [e, Math.round(share * streets[e].lengthCm), door]);
}

export function randomCase(oneWays = true): fc.Arbitrary<RandomCase> {
  return fc
    .integer({ min: 1, max: 9 })
    .chain((vertexCount) =>
      fc
        .array(
          fc.record({
            from: fc.integer({ min: 0, max: vertexCount - 1 }),
            to: fc.integer({ min: 0, max: vertexCount - 1 }),
            lengthCm: lengths,
            directions: oneWays ? fc.constantFrom(3, 3, 3, 1, 2) : fc.constant(3),
          }),
          { minLength: 1, maxLength: 14 },
        )
        .map((streets) => ({ vertexCount, streets })),
    )
    .chain(({ vertexCount, streets }) =>
      fc.record({
        vertexCount: fc.constant(vertexCount),
        streets: fc.constant(streets),
        households: fc.array(spotOn(streets), { minLength: 1, maxLength: 6 }),
        facilities: fc.array(spotOn(streets), { minLength: 0, maxLength: 5 }),
      }),
    );
}

export function built(random: RandomCase) {
  return {
    network: networkOf(random.vertexCount, random.streets),
    households: pointsOf(random.households),
    facilities: pointsOf(random.facilities),
  };
}

/** Random costs per direction between 1 and 3 times the length. */
export function randomCosts(lengths: ArrayLike<number>, seeds: readonly number[]): WalkCosts {
  const forwardCm = new Uint32Array(2 * lengths.length);
  const backwardCm = new Uint32Array(2 * lengths.length);
  for (let e = 0; e < lengths.length; e++) {
    forwardCm[2 * e + 1] = Math.round(
      lengths[e] * (1 + (seeds[(2 * e) % seeds.length] % 200) / 100),
    );
    backwardCm[2 * e + 1] = Math.round(
      lengths[e] * (1 + (seeds[(2 * e + 1) % seeds.length] % 200) / 100),
    );
  }
  return { forwardCm, backwardCm };
}
