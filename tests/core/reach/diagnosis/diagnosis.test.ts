import { beforeAll, describe, expect, it } from 'vitest';
import type { ElevationGrid } from '../../../../src/core/geo';
import {
  causesOf,
  COVERED,
  defaultConditions,
  diagnose,
  unitCauses,
  walkCauses,
  walkOf,
  type CoverageRun,
} from '../../../../src/core/reach';
import { drawnNetwork, drawnTable, metresPerDegree, runOf, type DrawnCity } from '../drawn-city';

/**
 * A street of 3 km eastwards with a clinic at 0; a second one 200 m north of it, joined only at its
 * east end, as across a river; an island street far north; 15 minutes at 0.8 m/s are 720 m.
 */
const rows: (string | number)[][] = [
  ['near', 500, 0, 'v1', 3],
  ['beyond', 960, 0, 'v1', 2],
  ['across', 100, 200, 'v2', 4],
  ['across_far', 2000, 200, 'v2', 1],
  ['island', 100, 9000, 'v2', 2],
  ['field', 500, -1600, 'v3', 5],
  ['nowhere', '', '', 'v3', 1],
];
let city: DrawnCity;
let run: CoverageRun;

beforeAll(async () => {
  const head = ['age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'];
  city = {
    network: await drawnNetwork([
      {
        line: [
          [0, 0],
          [3000, 0],
        ],
      },
      {
        line: [
          [0, 200],
          [3000, 200],
        ],
      },
      {
        line: [
          [3000, 0],
          [3000, 200],
        ],
      },
      {
        line: [
          [0, 9000],
          [500, 9000],
        ],
      },
    ]),
    households: await drawnTable(
      'households',
      ['household_id', 'lon', 'lat', 'unit_code', ...head],
      rows.map((row) => [...row, 0, 0, 0]),
    ),
    facilities: await drawnTable('facilities', ['facility_id', 'lon', 'lat'], [['clinic', 0, 0]]),
    units: await drawnTable(
      'admin_units',
      ['unit_code', 'name', 'level', 'kind', 'parent_code'],
      [
        ['t', '镇', 'town', 'town', ''],
        ...['v1', 'v2', 'v3'].map((v) => [v, v, 'village', 'villagers_committee', 't']),
      ],
    ),
  };
  run = runOf(city);
});

const index = (id: string) => rows.findIndex(([name]) => name === id);
const laidOpen = (id: string) => diagnose(run, index(id));

describe('why a household is not covered', () => {
  it('tells each household’s own cause', () => {
    const told = [...causesOf(run)].map((c) => (c === COVERED ? null : walkCauses[c]));
    expect(told).toEqual([
      null,
      'too_far',
      'detour',
      'too_far',
      'no_route',
      'not_connected',
      'not_located',
    ]);
    rows.forEach((_, i) => expect(diagnose(run, i).cause).toBe(told[i]));
  });

  it('too far: by how many minutes', () => {
    // 960 m − 720 m at 48 m a minute.
    expect(laidOpen('beyond').shortMinutes).toBeCloseTo(5, 3);
    expect(laidOpen('near').shortMinutes).toBeNull();
  });

  it('a way round: the line is near, the walk is long', () => {
    const { straight, detourRatio, shortMinutes } = laidOpen('across');
    const line = Math.hypot(100, 200);
    expect(straight?.facility).toBe(0);
    expect(straight?.metres).toBeCloseTo(line, 1);
    // 2,900 m east, 200 m over, 3,000 m back.
    expect(detourRatio).toBeCloseTo(6100 / line, 2);
    expect(shortMinutes).toBeCloseTo((6100 - 720) / 48, 2);
  });

  it('no way at all: the island it stands on', () => {
    const { islandKilometres, straight, shortMinutes } = laidOpen('island');
    expect(islandKilometres).toBeCloseTo(0.5, 3);
    expect(straight?.metres).toBeCloseTo(Math.hypot(100, 9000), 0);
    expect(shortMinutes).toBeNull();
  });

  it('not connected: how far the street is, and the cap', () => {
    const { street } = laidOpen('field');
    expect(street?.metres).toBeCloseTo(1600, 1);
    expect(street?.capM).toBe(1000);
    expect(laidOpen('nowhere')).toMatchObject({ straight: null, street: null });
  });

  it('hills: within the limit if they were level', () => {
    // A plane that rises 20 % eastwards: up at 0.497 of the level speed.
    const columns = 41;
    const heightM = Float32Array.from(
      { length: columns * 41 },
      (_, i) => (i % columns) * 0.001 * metresPerDegree * 0.2,
    );
    const elevation: ElevationGrid = {
      west: -0.001,
      north: 0.02,
      stepLon: 0.001,
      stepLat: 0.001,
      columns,
      rows: 41,
      heightM,
    };
    const steep = runOf(city, { conditions: { ...defaultConditions, elevation } });
    const { cause, levelMinutes, shortMinutes } = diagnose(steep, index('near'));
    expect(cause).toBe('slope');
    expect(levelMinutes).toBeCloseTo(500 / 48, 3);
    // Home again is uphill: 500 m / 0.497 (Tobler at 20 %).
    expect(shortMinutes).toBeCloseTo((500 * Math.exp(3.5 * 0.2) - 720) / 48, 1);
    expect(walkOf(steep, index('near'))?.lengthCm).toBe(50_000);
    expect(diagnose(steep, index('beyond')).cause).toBe('too_far');
    expect(steep.notes).toContainEqual(expect.objectContaining({ code: 'terrain_gaps' }));
  });
});

describe('why a unit is not covered', () => {
  it('counts people of 60 and over by cause, and tells the chief one', () => {
    const { group, counts, chief, shortMinutes } = unitCauses(run);
    expect(group).toBe('age_60_plus');
    const of = (unit: string) => run.ground.units.codes.indexOf(unit);
    expect(counts.too_far[of('v1')]).toBe(2);
    expect(counts.detour[of('v2')]).toBe(4);
    expect(counts.not_connected[of('t')]).toBe(5);
    expect(['v1', 'v2', 'v3', 't'].map((unit) => chief[of(unit)])).toEqual([
      'too_far',
      'detour',
      'not_connected',
      'detour',
    ]);
    // Every person left out has one cause.
    const { total, covered } = run.sums.age_60_plus!;
    const told = walkCauses.reduce((sum, cause) => sum + counts[cause][of('t')], 0);
    expect(told).toBe(total[of('t')] - covered[of('t')]);
    // The median household of v2 walks 6,100 m.
    expect(shortMinutes[of('v2')]).toBeCloseTo((6100 - 720) / 48, 2);
    expect(shortMinutes[of('v1')]).toBeNaN();
  });
});
