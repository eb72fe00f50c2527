import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CoverageState,
  limitCm,
  minutesOf,
  quantilesByUnit,
  rateHundredths,
  statesOf,
  sumByUnit,
} from '../../../../src/core/reach';

const { covered, uncovered, notConnected, notLocated } = CoverageState;

describe('the limit', () => {
  it('is whole centimetres, and exactly on it counts', () => {
    expect(limitCm(15, 0.8)).toBe(72_000);
    expect(limitCm(15, 0.9)).toBe(81_000);
    expect(limitCm(15, 0.6)).toBe(54_000);
    expect(limitCm(15, 1.1)).toBe(99_000);
    expect(limitCm(5, 0.66)).toBe(19_800);
    // 1 minute at 0.123456 m/s is 740.736 cm: the part of a centimetre does not count.
    expect(limitCm(1, 0.123456)).toBe(740);
  });

  it('loses nothing to binary fractions at any hundredth of a metre per second', () => {
    for (let hundredths = 1; hundredths <= 300; hundredths++) {
      for (const minutes of [1, 5, 10, 15, 20, 30]) {
        expect(limitCm(minutes, hundredths / 100)).toBe(minutes * 60 * hundredths);
      }
    }
  });

  it('turns walks into minutes, and no walk into none', () => {
    expect(minutesOf(72_000, 0.8)).toBeCloseTo(15, 12);
    expect(minutesOf(-1, 0.8)).toBeUndefined();
  });
});

describe('states', () => {
  const input = {
    costCm: Int32Array.of(72_000, 72_001, -1, -1, -1, 100),
    edge: Int32Array.of(0, 0, 0, -1, -1, 3),
    located: Uint8Array.of(1, 1, 1, 1, 0, 1),
  };
  it('are four, and an island is uncovered, not unconnected', () => {
    expect([...statesOf(input, 72_000)]).toEqual([
      covered,
      uncovered,
      uncovered,
      notConnected,
      notLocated,
      covered,
    ]);
  });

  it('follow another limit, or one for each household, without a search', () => {
    expect([...statesOf(input, 72_001)].slice(0, 2)).toEqual([covered, covered]);
    const own = Int32Array.of(71_999, 80_000, 0, 0, 0, 99);
    expect([...statesOf(input, own)]).toEqual([
      uncovered,
      covered,
      uncovered,
      notConnected,
      notLocated,
      uncovered,
    ]);
  });
});

describe('sums by unit', () => {
  // City 0, county 1, towns 2 and 3, villages 4 and 5 in 2, 6 in 3; children need not follow parents.
  const tree = { parent: Int32Array.of(-1, 0, 1, 1, 2, 2, 3) };
  const unit = Int32Array.of(4, 4, 5, 6, 6, -1);
  const states = Uint8Array.of(covered, uncovered, notConnected, covered, notLocated, covered);
  const columns = { households: [1, 1, 1, 1, 1, 1], age_60_plus: [2, 1, 3, 0, 4, 9] };

  it('add up level by level, and a household of no known unit counts nowhere', () => {
    const sums = sumByUnit(tree, unit, states, columns);
    expect([...sums.households!.total]).toEqual([5, 5, 3, 2, 2, 1, 2]);
    expect([...sums.age_60_plus!.total]).toEqual([10, 10, 6, 4, 3, 3, 4]);
    expect([...sums.age_60_plus!.covered]).toEqual([2, 2, 2, 0, 2, 0, 0]);
    expect([...sums.age_60_plus!.notConnected]).toEqual([3, 3, 3, 0, 0, 3, 0]);
    expect([...sums.age_60_plus!.notLocated]).toEqual([4, 4, 0, 4, 0, 0, 4]);
    expect(sums.persons).toBeUndefined();
  });

  it('give rates rounded down, and none where nobody lives', () => {
    expect(rateHundredths(2, 3)).toBe(6666);
    expect(rateHundredths(9999, 10_000)).toBe(9999);
    expect(rateHundredths(99_999, 100_000)).toBe(9999);
    expect(rateHundredths(7, 7)).toBe(10_000);
    expect(rateHundredths(0, 0)).toBeUndefined();
  });
});

describe('quantiles', () => {
  const tree = { parent: Int32Array.of(-1, 0, 0) };

  it('are some household’s own walk; unreachable is infinitely far, unlocated is unknown', () => {
    const unit = Int32Array.of(1, 1, 1, 1, 2, 2, 2);
    const states = Uint8Array.of(covered, covered, covered, uncovered, notConnected, 1, notLocated);
    const costCm = Int32Array.of(300, 100, 200, 900, -1, 50, -1);
    const { medianCm, p90Cm } = quantilesByUnit(tree, unit, states, costCm);
    // Unit 1: 100 200 300 900; unit 2: 50 ∞; all: 50 100 200 300 900 ∞.
    expect([...medianCm]).toEqual([200, 200, 50]);
    expect([...p90Cm]).toEqual([-1, 900, -1]);
  });

  it('agree with sorting, weighted or not, whatever the order of units', () => {
    // 2 is the whole; 0 and 4 lie in it, 1 and 3 in 0, and 5 stands alone.
    const parent = Int32Array.of(2, 0, -1, 0, 2, -1);
    const household = fc.record({
      unit: fc.integer({ min: -1, max: 5 }),
      cost: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 40 })),
      weight: fc.integer({ min: 0, max: 4 }),
    });
    const isIn = (unit: number, above: number): boolean =>
      unit === above || (unit >= 0 && isIn(parent[unit], above));
    fc.assert(
      fc.property(fc.array(household, { maxLength: 60 }), fc.boolean(), (rows, isWeighed) => {
        const found = quantilesByUnit(
          { parent },
          Int32Array.from(rows, (r) => r.unit),
          new Uint8Array(rows.length).fill(uncovered),
          Int32Array.from(rows, (r) => r.cost),
          isWeighed ? rows.map((r) => r.weight) : undefined,
        );
        for (let u = 0; u < parent.length; u++) {
          const walks = rows
            .filter((r) => isIn(r.unit, u))
            .flatMap((r) =>
              Array<number>(isWeighed ? r.weight : 1).fill(r.cost < 0 ? Infinity : r.cost),
            )
            .sort((a, b) => a - b);
          const at = (tenths: number) => walks[Math.ceil((tenths * walks.length) / 10) - 1];
          const known = (cm: number | undefined) => (cm === undefined || cm === Infinity ? -1 : cm);
          expect(found.medianCm[u]).toBe(known(at(5)));
          expect(found.p90Cm[u]).toBe(known(at(9)));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
