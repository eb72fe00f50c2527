import { describe, expect, it } from 'vitest';
import {
  bases,
  BasisSums,
  basisSpeedMS,
  coverageRun,
  defaultConditions,
  type WalkConditions,
} from '../../../../src/core/reach';
import { drawnNetwork, drawnTable, expectOk, plainParameters, runOf } from '../drawn-city';

const ageColumns = ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'];

/** Households of one 60–64, one 75–79 and one 80+ each, at distances along one street. */
async function cityOf(distances: readonly number[], stepsBeyond = Infinity) {
  const steps = Math.min(stepsBeyond, 3000);
  const network = await drawnNetwork([
    {
      line: [
        [0, 0],
        [steps, 0],
      ],
    },
    ...(steps < 3000
      ? [
          {
            line: [
              [steps, 0],
              [3000, 0],
            ],
            highway: 'steps',
          } as const,
        ]
      : []),
  ]);
  const households = await drawnTable(
    'households',
    ['household_id', 'lon', 'lat', ...ageColumns],
    distances.map((x, i) => [`h${i}`, x, 0, 1, 0, 1, 1]),
  );
  const facilities = await drawnTable('facilities', ['facility_id', 'lon', 'lat'], [['f', 0, 0]]);
  return { network, households, facilities };
}

const coveredBy = (sums: BasisSums, basis: (typeof bases)[number]) =>
  sums.of(basis).age_60_plus!.covered[0];

describe('definitions side by side', () => {
  it('are 1,000 m, 720 m, 540 m, and 810, 720 and 540 m by age', async () => {
    const run = runOf(await cityOf([530, 550, 700, 730, 800, 820, 990, 1010]));
    const sums = new BasisSums(run);
    expect(coveredBy(sums, 'standard')).toBe(3 * 7);
    expect(coveredBy(sums, 'older')).toBe(3 * 3);
    expect(coveredBy(sums, 'oldest')).toBe(3 * 1);
    expect(coveredBy(sums, 'by_age')).toBe(5 + 3 + 1);
    expect(sums.of('by_age').age_80_plus!.covered[0]).toBe(1);
    expect(sums.of('by_age').households).toBeUndefined();
    expect(run.sums.age_60_plus!.covered[0]).toBe(9);
  });

  it('walk steps at the steps’ own speed, whoever walks', async () => {
    // 600 m of street, then steps at 0.45 m/s: 180 m of them in the 400 s left at 1.11 m/s … .
    const distances = [590, 620, 640, 700, 760, 780, 800];
    const conditions: WalkConditions = { ...defaultConditions };
    const run = runOf(await cityOf(distances, 600), { conditions });
    const sums = new BasisSums(run);
    for (const basis of ['standard', 'older', 'oldest'] as const) {
      const seconds = (x: number) =>
        Math.min(x, 600) / basisSpeedMS(basis) + Math.max(0, x - 600) / 0.45;
      const within = distances.filter((x) => seconds(x) <= 900).length;
      expect(coveredBy(sums, basis)).toBe(3 * within);
      // The same as a run of its own at that speed.
      const speedMS = basisSpeedMS(basis);
      const own = expectOk(coverageRun(run.ground, { ...plainParameters, conditions, speedMS }));
      expect(own.sums.age_60_plus!.covered[0]).toBe(3 * within);
    }
  });
});
