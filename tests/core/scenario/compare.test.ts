import { describe, expect, it } from 'vitest';
import { comparisonRows, type OptionFigures } from '../../../src/core/scenario';
import { townEquity } from '../../../src/core/scenario/compare/town-equity';
import type { CoverageRun } from '../../../src/core/reach';

const baseline: OptionFigures = {
  optionId: null,
  name: null,
  newSites: 0,
  correctedFacilities: 0,
  group: 'age_60_plus',
  people: { reached: 599, total: 1000 },
  newlyCovered: { age_60_plus: 0 },
  cost10kYuan: 0,
  sitesWithoutCost: 0,
  yuanPerPerson: null,
  meanMinutes: 10.01,
  p95Minutes: null,
  policyVillages: { reached: 5, total: 10 },
  onFootVillages: null,
  equity: null,
};
const option = (id: string, patch: Partial<OptionFigures>): OptionFigures => ({
  ...baseline,
  optionId: id,
  name: id,
  ...patch,
});

describe('the rows of a comparison', () => {
  const rows = comparisonRows([
    baseline,
    option('A', {
      people: { reached: 700, total: 1000 },
      newlyCovered: { age_60_plus: 101 },
      cost10kYuan: 50,
      yuanPerPerson: 4951,
      policyVillages: { reached: 7, total: 10 },
    }),
    option('B', {
      people: { reached: 700, total: 1000 },
      newlyCovered: { age_60_plus: 101 },
      cost10kYuan: null,
      policyVillages: { reached: 6, total: 10 },
    }),
  ]);
  const row = (key: string) => rows.find((one) => one.key === key)!;

  it('round shares down and walks up, and keep apart what cannot be told and what says nothing', () => {
    expect(row('rate').values).toEqual([59.9, 70, 70]);
    expect(row('mean_minutes').values[0]).toBe(10.1);
    expect(row('new_age_60_plus').values).toEqual([undefined, 101, 101]);
    expect(row('new_dependent').values).toEqual([undefined, null, null]);
    expect(row('cost').values).toEqual([undefined, 50, null]);
  });

  it('name the best option of a row, nobody where all are the same or one alone is known', () => {
    expect(row('policy_villages').best).toEqual([1]);
    expect(row('new_policy_villages').values).toEqual([undefined, 2, 1]);
    expect(row('covered').best).toEqual([]);
    expect(row('cost').best).toEqual([]);
  });
});

describe('evenness between towns', () => {
  const runOf = (towns: readonly (readonly [number, number])[]) =>
    ({
      ground: { units: { levels: ['city', ...towns.map(() => 'town')] } },
      sums: {
        age_60_plus: {
          covered: Float64Array.of(0, ...towns.map(([covered]) => covered)),
          total: Float64Array.of(0, ...towns.map(([, total]) => total)),
          notLocated: new Float64Array(towns.length + 1),
        },
      },
    }) as unknown as CoverageRun;
  const gini = (towns: readonly (readonly [number, number])[]) =>
    townEquity(runOf(towns), 'age_60_plus')?.gini;

  it('is 0 where every town has the same share, and known for two towns', () => {
    expect(
      gini([
        [10, 100],
        [20, 200],
        [5, 50],
      ]),
    ).toBeCloseTo(0, 12);
    // All in one of two equal towns: half of the area below the diagonal.
    expect(
      gini([
        [0, 100],
        [100, 100],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(gini([[0, 100]])).toBeUndefined();
  });

  it('sums the fifth of the towns with the lowest shares', () => {
    const towns = [
      [1, 10],
      [9, 10],
      [8, 10],
      [7, 10],
      [0, 100],
      [10, 10],
    ] as const;
    expect(townEquity(runOf(towns), 'age_60_plus')?.lowestFifth).toEqual({
      reached: 1,
      total: 110,
    });
  });
});
