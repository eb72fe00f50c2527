/** Each number and superlative of the sentences is counted again, straight from the rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threeSentences, type ResultSummary, type UnitSummary } from '../../../src/core/export';

function unit(
  code: string,
  level: 'city' | 'county',
  people: number,
  covered: number,
): UnitSummary {
  const none = [null, null, null, null] as const;
  return {
    unitCode: code,
    name: `<${code}>`,
    level,
    kind: null,
    parentCode: level === 'city' ? null : 'city',
    lon: null,
    lat: null,
    groups: {
      households: none,
      persons: none,
      age_60_plus: [people, covered, 0, 0],
      age_65_plus: none,
      age_80_plus: none,
      living_alone: none,
    },
    dependent: null,
    medianMinutes: null,
    p90Minutes: null,
  };
}

const county = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(1000))
  .map(([people, share]) => [people, Math.floor((people * share) / 1000)] as const);

function summaryOf(counties: readonly (readonly [number, number])[]): ResultSummary {
  const sum = (i: 0 | 1) => counties.reduce((total, one) => total + one[i], 0);
  return {
    parameters: { minutes: 15 },
    indicators: [],
    uncovered: { byPolicy: [], onFoot: [] },
    units: [
      unit('city', 'city', sum(0), sum(1)),
      ...counties.map(([people, covered], i) => unit(`c${i}`, 'county', people, covered)),
    ],
  } as unknown as ResultSummary;
}

describe('three sentences', () => {
  it('name the best and the worst, every one of them on a tie, with rates rounded down', () => {
    fc.assert(
      fc.property(fc.array(county, { minLength: 2, maxLength: 8 }), (counties) => {
        const [, , where] = threeSentences(summaryOf(counties), 'zh');
        const [, highest, high, lowest, low] =
          /最高的是(.*?)（(.*?)%），最低的是(.*?)（(.*?)%）/.exec(where)!;
        const hundredths = counties.map(([people, covered]) =>
          Math.floor((10000 * covered) / people),
        );
        const names = (rate: number) =>
          hundredths.flatMap((one, i) => (one === rate ? [`<c${i}>`] : [])).join('、');
        expect(highest).toBe(names(Math.max(...hundredths)));
        expect(lowest).toBe(names(Math.min(...hundredths)));
        // Never more than it is: 59.96 % reads 59.9.
        for (const [shown, exact] of [
          [high, Math.max(...hundredths)],
          [low, Math.min(...hundredths)],
        ] as const) {
          expect(Number(shown)).toBeLessThanOrEqual(exact / 100);
          expect(Number(shown) + 0.1).toBeGreaterThan(exact / 100);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('give the ratio of sums for the whole, and no comparison of a single unit', () => {
    const [stands, villages, where] = threeSentences(summaryOf([[200, 119]]), 'zh');
    expect(stands).toContain('60岁以上200人中，步行15分钟可到养老服务设施的有119人，占59.5%');
    expect(villages).toContain('数据不足');
    expect(where).toContain('不作比较');
  });
});
