/**
 * An attacker with every public count of a city: all sums over units, all groups that hold one another,
 * every `<10` as 1 to 9. Linear programming tells the smallest and largest value each withheld count
 * could have; where they meet, it is recovered.
 */
import loadHighs from 'highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  publicSummary,
  type Count,
  type GroupCount,
  type ResultSummary,
  type UnitSummary,
} from '../../../src/core/export';

const groups = [
  'households',
  'persons',
  'age_60_plus',
  'age_65_plus',
  'age_80_plus',
  'living_alone',
] as const;
const holds: readonly (readonly [string, string])[] = [
  ['persons', 'age_60_plus'],
  ['age_60_plus', 'age_65_plus'],
  ['age_65_plus', 'age_80_plus'],
  ['households', 'living_alone'],
  ['age_60_plus', 'dependent'],
  ['age_60_plus', 'covered'],
  // Other cases of the bands: slower walkers reach less, faster ones more.
  ['covered', 'slower'],
  ['faster', 'covered'],
  ['age_60_plus', 'faster'],
];
const cases = ['slower', 'faster'] as const;

type Solver = Awaited<ReturnType<typeof loadHighs>>;
let highs: Solver;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Counts of a village by group; sums above follow. */
interface Village {
  readonly persons: number;
  readonly older: number;
  readonly oldest: number;
  readonly alone: number;
  readonly dependent: number;
  readonly covered: number;
}

const village: fc.Arbitrary<Village> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }))
  .map(([persons, parts]) => {
    const share = (whole: number, i: number) => Math.floor((whole * parts[i]) / 1000);
    const older = share(persons, 0);
    return {
      persons,
      older,
      oldest: share(older, 1),
      alone: share(older, 2),
      dependent: share(older, 3),
      covered: share(older, 4),
    };
  });

/** Towns of villages; the third level is what a county report publishes. */
const city = fc.array(fc.array(village, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 5,
});

function unitOf(
  code: string,
  level: UnitSummary['level'],
  parent: string | null,
  parts: Village[],
) {
  const sum = (of: (one: Village) => number) => parts.reduce((total, one) => total + of(one), 0);
  const counts = (total: number, covered = 0): GroupCount => [total, covered, 0, total - covered];
  return {
    unitCode: code,
    name: code,
    level,
    kind: null,
    parentCode: parent,
    lon: null,
    lat: null,
    groups: {
      households: counts(sum(({ persons }) => persons)),
      persons: counts(sum(({ persons }) => persons)),
      age_60_plus: counts(
        sum(({ older }) => older),
        sum(({ covered }) => covered),
      ),
      age_65_plus: counts(sum(({ oldest }) => oldest)),
      age_80_plus: counts(sum(({ oldest }) => oldest)),
      living_alone: counts(sum(({ alone }) => alone)),
    },
    dependent: sum(({ dependent }) => dependent),
    medianMinutes: null,
    p90Minutes: null,
  } satisfies UnitSummary;
}

/** @param level of the units just below the city: bands of counties are published, of towns not */
function summaryOf(towns: Village[][], level: UnitSummary['level'] = 'town'): ResultSummary {
  const units = [
    unitOf('c', 'city', null, towns.flat()),
    ...towns.map((parts, t) => unitOf(`t${t}`, level, 'c', parts)),
    ...towns.flatMap((parts, t) =>
      parts.map((v, i) => unitOf(`v${t}_${i}`, 'village', `t${t}`, [v])),
    ),
  ];
  const inCases = (parts: Village[]) => [
    parts.reduce((sum, { covered }) => sum + Math.floor(covered * 0.7), 0),
    parts.reduce((sum, { covered, older }) => sum + covered + Math.ceil((older - covered) / 3), 0),
  ];
  return {
    sensitivity: {
      cases: [{ speedMS: 0.6 }, { speedMS: 1 }],
      covered: Object.fromEntries([
        ['c', inCases(towns.flat())],
        ...towns.map((parts, t) => [`t${t}`, inCases(parts)]),
      ]),
    },
    units,
    indicators: [],
    uncovered: { byPolicy: [], onFoot: [] },
  } as unknown as ResultSummary;
}

/** Every count that is published or withheld, as `<unit>.<measure>`. */
function cellsOf({ units, sensitivity }: ResultSummary): Map<string, Count> {
  const cells = new Map<string, Count>();
  for (const unit of units) {
    for (const group of groups) cells.set(`${unit.unitCode}.${group}`, unit.groups[group][0]);
    cells.set(`${unit.unitCode}.covered`, unit.groups.age_60_plus[1]);
    cells.set(`${unit.unitCode}.dependent`, unit.dependent);
    cases.forEach((name, i) =>
      cells.set(`${unit.unitCode}.${name}`, sensitivity?.covered[unit.unitCode]?.[i] ?? '*'),
    );
  }
  return cells;
}

/** What all published counts together say, as constraints on those withheld. */
function knowledge(
  units: readonly UnitSummary[],
  cells: Map<string, Count>,
  truth: Map<string, Count>,
) {
  const name = (cell: string) => cell.replace('.', '_');
  const rows: string[] = [];
  const relate = (parts: readonly (readonly [number, string])[], relation: '=' | '>=') => {
    let constant = 0;
    const terms: string[] = [];
    for (const [factor, cell] of parts) {
      const value = cells.get(cell)!;
      if (typeof value === 'number') constant += factor * value;
      else terms.push(`${factor > 0 ? '+' : '-'} ${name(cell)}`);
    }
    if (terms.length > 0)
      rows.push(` r${rows.length}: ${terms.join(' ')} ${relation} ${-constant}`);
  };
  for (const above of units) {
    const parts = units.filter(({ parentCode }) => parentCode === above.unitCode);
    if (parts.length === 0) continue;
    for (const measure of [...groups, 'dependent', 'covered', ...cases]) {
      const terms = parts.map(({ unitCode }) => [1, `${unitCode}.${measure}`] as const);
      relate([...terms, [-1, `${above.unitCode}.${measure}`]], '=');
    }
  }
  for (const { unitCode } of units) {
    for (const [holder, held] of holds)
      relate(
        [
          [1, `${unitCode}.${holder}`],
          [-1, `${unitCode}.${held}`],
        ],
        '>=',
      );
  }
  const withheld = [...cells].filter(([, count]) => typeof count === 'string');
  const bounds = withheld.map(([cell, count]) => {
    if (count === '<10') return ` 1 <= ${name(cell)} <= 9`;
    // The sharpest attacker knows that a * is none of 1 to 9; of a case left out he knows nothing.
    const own = truth.get(cell);
    return ` ${typeof own === 'number' && own >= 10 ? 10 : 0} <= ${name(cell)} <= 100000`;
  });
  const rest = `Subject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`;
  const extreme = (cell: string, sense: 'Minimize' | 'Maximize') => {
    const solved = highs.solve(`${sense}\n obj: ${name(cell)}\n${rest}`);
    if (solved.Status !== 'Optimal') throw new Error(`${solved.Status} for ${cell}`);
    return solved.ObjectiveValue;
  };
  return {
    withheld: withheld.map(([cell]) => cell),
    range: (cell: string) => [extreme(cell, 'Minimize'), extreme(cell, 'Maximize')] as const,
  };
}

describe('the public profile', () => {
  it('withholds every count of 1 to 9, and every rate that would tell one', () => {
    fc.assert(
      fc.property(city, (towns) => {
        for (const unit of publicSummary(summaryOf(towns)).units) {
          const [total, covered] = unit.groups.age_60_plus;
          const counts: Count[] = [
            ...groups.map((group) => unit.groups[group][0]),
            unit.dependent,
            covered,
          ];
          for (const count of counts)
            if (typeof count === 'number') expect(count === 0 || count >= 10).toBe(true);
          if (typeof total === 'number' && typeof covered === 'number')
            expect(total - covered === 0 || total - covered >= 10).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('lets no attacker recover a withheld count from all the others', () => {
    let attacked = 0;
    let withBands = 0;
    fc.assert(
      fc.property(city, fc.constantFrom('town', 'county'), (towns, level) => {
        const internal = summaryOf(towns, level as UnitSummary['level']);
        const told = publicSummary(internal);
        const truth = cellsOf({ ...internal, sensitivity: null });
        const { withheld, range } = knowledge(internal.units, cellsOf(told), truth);
        if (told.sensitivity !== null) withBands++;
        for (const cell of withheld) {
          // A case nobody publishes is worked out only where it must be nobody or the same as published.
          if (/slower|faster/.test(cell)) continue;
          const [low, high] = range(cell);
          attacked++;
          expect(high - low, `${cell} is ${low}`).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 28, seed: 2 },
    );
    expect(attacked).toBeGreaterThan(200);
    expect(withBands).toBeGreaterThan(2);
  });

  it('publishes bands of the city and its counties alone', () => {
    const large = { persons: 900, older: 400, oldest: 90, alone: 60, dependent: 40, covered: 150 };
    const three = [[large, large], [large]];
    const codes = (level: UnitSummary['level']) =>
      Object.keys(publicSummary(summaryOf(three, level)).sensitivity?.covered ?? {});
    expect(codes('county')).toEqual(['c', 't0', 't1']);
    expect(codes('town')).toEqual(['c']);
    const small = [[large], [{ ...large, covered: 9 }]];
    expect(publicSummary(summaryOf(small, 'county')).sensitivity).toBeNull();
  });
});
