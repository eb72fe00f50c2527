import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completions, minuteBars, namesIn } from '../../../src/core/analysis';
import { lorenzCurve } from '../../../src/core/reach';

describe('Lorenz curve and Gini', () => {
  it('is 0 where every unit has the same share, whatever its size', () => {
    const even = lorenzCurve([10, 400, 30].map((total) => ({ total, covered: total / 2 })));
    expect(even?.gini).toBeCloseTo(0, 12);
  });

  it('of n equal units where one has everything is 1 − 1/n', () => {
    const one = [0, 0, 0, 7].map((covered) => ({ total: 7, covered }));
    expect(lorenzCurve(one)?.gini).toBeCloseTo(3 / 4, 12);
  });

  it('of shares 0, 1/2 and 1 in units of 100 is 4/9', () => {
    // Below the curve (0,0) (1/3,0) (2/3,1/3) (1,1): 0 + 1/18 + 4/18 = 5/18.
    const curve = lorenzCurve([100, 0, 50].map((covered) => ({ total: 100, covered })));
    expect(curve?.gini).toBeCloseTo(1 - 10 / 18, 12);
    expect(curve?.points.map(({ index }) => index)).toEqual([-1, 1, 2, 0]);
  });

  it('says nothing where nobody is covered, and leaves out what is unknown', () => {
    expect(lorenzCurve([{ total: 5, covered: 0 }])).toBeNull();
    expect(lorenzCurve([])).toBeNull();
    const known = [{ total: 4, covered: 1 }, null, { total: 4, covered: 3 }];
    expect(lorenzCurve(known)?.people).toBe(8);
  });

  it('agrees with the mean difference between any two people, and bends only upward', () => {
    const unit = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([total, share]) => ({ total, covered: Math.round(total * share) }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const curve = lorenzCurve(units);
        if (curve === null) return;
        let difference = 0;
        for (const a of units)
          for (const b of units)
            difference += a.total * b.total * Math.abs(a.covered / a.total - b.covered / b.total);
        const mean = curve.covered / curve.people;
        expect(curve.gini).toBeCloseTo(difference / (2 * curve.people ** 2 * mean), 9);
        const slopes = curve.points
          .slice(1)
          .map(
            ({ people, covered }, i) =>
              (covered - curve.points[i].covered) / (people - curve.points[i].people),
          );
        slopes.forEach((slope, i) =>
          expect(slope).toBeGreaterThanOrEqual((slopes[i - 1] ?? 0) - 1e-9),
        );
      }),
    );
  });
});

describe('people by minutes', () => {
  it('puts a walk of exactly 15 minutes with those of up to 15, and loses nobody', () => {
    const bars = minuteBars(
      {
        state: [0, 0, 1, 1, 2, 3, 0],
        timeS: [0, 900, 900.5, 100_000, NaN, NaN, 61],
        people: [1, 2, 4, 8, 16, 32, 64],
      },
      20,
    );
    expect(bars.bars[0]).toEqual({ covered: 1, uncovered: 0 });
    expect(bars.bars[1]).toEqual({ covered: 64, uncovered: 0 });
    expect(bars.bars[14]).toEqual({ covered: 2, uncovered: 0 });
    expect(bars.bars[15]).toEqual({ covered: 0, uncovered: 4 });
    expect(bars).toMatchObject({ beyond: 8, notConnected: 16, notLocated: 32, total: 127 });
  });
});

describe('completion', () => {
  const tables = [
    {
      name: 'households',
      columns: [
        { name: 'household_id', type: 'VARCHAR' },
        { name: 'persons', type: 'INTEGER' },
      ],
    },
    { name: 'facilities', columns: [{ name: 'facility_id', type: 'VARCHAR' }] },
  ];
  const at = (sql: string) => {
    const caret = sql.indexOf('|');
    return completions(sql.replace('|', ''), caret, tables).options.map(({ text }) => text);
  };

  it('offers tables after FROM, columns of the named table, those of an alias after its dot', () => {
    expect(at('SELECT * FROM ho|')).toEqual(['households']);
    expect(at('SELECT pe| FROM households')[0]).toBe('persons');
    expect(at('SELECT fac| FROM households')).not.toContain('facility_id');
    expect(at('SELECT h.| FROM households AS h')).toEqual(['household_id', 'persons']);
    expect(at('SELECT h.per| FROM households h')).toEqual(['persons']);
  });

  it('is silent in strings and comments', () => {
    expect(at("SELECT 'ho|use'")).toEqual([]);
    expect(at('SELECT 1 -- ho|')).toEqual([]);
  });
});

describe('tables named by a query', () => {
  it('are found however they are written, and are no columns after a dot', () => {
    const names = namesIn(
      `SELECT h.duties, 'orgs' FROM /* volunteers */ "Households" h, main . premises JOIN grid_units -- hamlets`,
    );
    for (const table of ['households', 'premises', 'grid_units']) expect(names).toContain(table);
    for (const none of ['duties', 'orgs', 'volunteers', 'hamlets'])
      expect(names).not.toContain(none);
  });
});
