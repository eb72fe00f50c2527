import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  causes,
  suggestions,
  uncoveredByPolicy,
  uncoveredCsv,
  uncoveredOnFoot,
  type UncoveredVillage,
} from '../../../src/core/export';
import { zh } from '../../../src/core/i18n/zh';
import { countingStatuses, villageCoverageTypes } from '../../../src/core/store/counting';
import { openBothDatabases, type BothDatabases } from '../store/both-databases';

/** A village of the scene: what its rows in the database say. */
interface Village {
  code: string;
  kind?: string;
  sixty?: number | null;
  covered?: number;
  notConnected?: number;
  notLocated?: number;
  nearest?: string | null;
  cause?: string;
  driven?: number;
}

const villages: Village[] = [
  { code: '201', sixty: 10, covered: 10 }, // a counting facility in it
  { code: '202', sixty: 10, covered: 5, nearest: 'f1' }, // served from 201; exactly half on foot
  { code: '203', sixty: 10, covered: 4, nearest: 'f1', cause: 'detour' }, // nothing; 40 %
  { code: '204', sixty: 10, covered: 6, nearest: 'f1' }, // nothing; nearby facility reaches 60 %
  { code: '205', sixty: 10, covered: 0, notConnected: 6, notLocated: 4, cause: 'not_connected' }, // under construction
  { code: '206', sixty: 10, covered: 0, notConnected: 1, notLocated: 9, cause: 'not_located' }, // only a meal point
  { code: '207', sixty: 10, covered: 0, cause: 'no_route' }, // a closed one; streets lead nowhere
  { code: '208', sixty: null }, // nobody's age is known; an idle school
  { code: '209', sixty: 0 }, // nobody is 60
  {
    code: '001',
    kind: 'residents_committee',
    sixty: 8,
    covered: 0,
    nearest: 'f1',
    cause: 'too_far',
    driven: 3,
  },
  { code: '002', kind: 'residents_committee', sixty: 8, covered: 0, cause: 'too_far', driven: 4 }, // half within a short drive
];
const facilities = [
  { id: 'f1', type: 'rural_happiness_home', unit: '201', status: 'operating' },
  { id: 'f2', type: 'care_centre', unit: '205', status: 'under_construction' },
  { id: 'f3', type: 'meal_point', unit: '206', status: 'operating' },
  { id: 'f4', type: 'day_care_centre', unit: '207', status: 'closed' },
];
const full = (code: string) => `350421100${code}`;

describe('the two lists of villages', () => {
  let both: BothDatabases;
  const lists = async (ask: (database: BothDatabases['native']) => Promise<UncoveredVillage[]>) => {
    const rows = await ask(both.native);
    expect(await ask(both.wasm)).toEqual(rows);
    return rows;
  };
  const byPolicy = () =>
    lists((db) => uncoveredByPolicy(db, villageCoverageTypes, countingStatuses));
  const onFoot = (share?: number) => lists((db) => uncoveredOnFoot(db, share));
  const short = (rows: readonly UncoveredVillage[]) =>
    rows.map((row) => [row.unit_code.slice(-3), row.cause, row.suggestion]);

  beforeAll(async () => {
    both = await openBothDatabases();
    await both.insert('admin_units', {
      unit_code: [
        '350400000000',
        '350421000000',
        '350421100000',
        ...villages.map((v) => full(v.code)),
      ],
      // Parents of villages are left to their codes, but 209 has a host elsewhere.
      parent_code: [null, '350400000000', '350421000000', ...villages.map(() => null)],
      host_code: [
        null,
        null,
        null,
        ...villages.map((v) => (v.code === '209' ? '350421100000' : null)),
      ],
      name: ['三明市', '明溪县', '雪峰镇', ...villages.map((v) => `${v.code}村`)],
      level: ['city', 'county', 'town', ...villages.map(() => 'village')],
      kind: [null, null, 'town', ...villages.map((v) => v.kind ?? 'villagers_committee')],
    });
    await both.insert('facilities', {
      facility_id: facilities.map((f) => f.id),
      name: facilities.map((f) => `设施${f.id}`),
      type: facilities.map((f) => f.type),
      unit_code: facilities.map((f) => full(f.unit)),
      status: facilities.map((f) => f.status),
    });
    await both.insert('facility_services', { facility_id: ['f1'], unit_code: [full('202')] });
    await both.insert('premises', { premise_id: ['p1'], unit_code: [full('208')] });
    await both.insert('coverage_units', {
      unit_code: villages.map((v) => full(v.code)),
      level: villages.map(() => 'village'),
      households_total: villages.map(() => 20),
      age_60_plus_total: villages.map((v) => v.sixty ?? null),
      age_60_plus_covered: villages.map((v) => (v.sixty === null ? null : (v.covered ?? 0))),
      age_60_plus_not_connected: villages.map((v) => v.notConnected ?? 0),
      age_60_plus_not_located: villages.map((v) => v.notLocated ?? 0),
      median_minutes: villages.map((v) => (v.nearest ? 17.25 : null)),
    });
    await both.insert('coverage_unit_details', {
      unit_code: villages.map((v) => full(v.code)),
      dependent_total: villages.map(() => 2),
      nearest_facility_id: villages.map((v) => v.nearest ?? null),
      cause: villages.map((v) => v.cause ?? null),
      short_minutes: villages.map((v) => (v.nearest ? 2.25 : null)),
      age_60_plus_by_vehicle: villages.map((v) => v.driven ?? 0),
    });
  });
  afterAll(() => both.close());

  it('by policy: villages with no counting facility in them or serving them', async () => {
    expect(short(await byPolicy())).toEqual([
      ['203', 'no_facility', 'build_facility'],
      ['204', 'no_facility', 'share_nearby_facility'],
      ['205', 'facility_not_operating', 'complete_construction'],
      ['206', 'facility_type_not_counted', 'build_facility'],
      ['207', 'facility_not_operating', 'reopen_facility'],
      ['208', 'no_facility', 'convert_premises'],
      ['209', 'no_facility', 'build_facility'],
    ]);
  });

  it('on foot: units with less than half of their 60+ within the limit, never those without data', async () => {
    expect(short(await onFoot())).toEqual([
      ['001', 'too_far', 'build_facility'],
      ['002', 'too_far', 'vehicle_service'],
      ['203', 'detour', 'open_link'],
      ['205', 'not_connected', 'survey_streets'],
      ['206', 'not_located', 'complete_coordinates'],
      ['207', 'no_route', 'survey_streets'],
    ]);
    expect((await onFoot(51)).map((row) => row.unit_code.slice(-3))).toContain('202');
    expect((await onFoot(41)).map((row) => row.unit_code.slice(-3))).toContain('203');
    expect((await onFoot(40)).map((row) => row.unit_code.slice(-3))).not.toContain('203');
  });

  it('carry names up to the county, counts and the nearest facility; unknown stays unknown', async () => {
    const [row] = await byPolicy();
    expect(row).toEqual({
      unit_code: full('203'),
      name: '203村',
      kind: 'villagers_committee',
      town_name: '雪峰镇',
      county_name: '明溪县',
      households: 20,
      age_60_plus: 10,
      age_80_plus: null,
      living_alone: null,
      dependent: 2,
      nearest_facility_id: 'f1',
      nearest_facility_name: '设施f1',
      median_minutes: 17.25,
      short_minutes: 2.25,
      cause: 'no_facility',
      suggestion: 'build_facility',
      // Who is 80 or lives alone is unknown.
      priority: null,
    });
    expect([...uncoveredCsv([row])].join('').split('\n')[1]).toBe(
      `${full('203')},203村,villagers_committee,雪峰镇,明溪县,20,10,,,2,f1,设施f1,17.250,2.250,no_facility,build_facility,`,
    );
  });

  it('use only causes and suggestions that have words', async () => {
    const rows = [...(await byPolicy()), ...(await onFoot())];
    for (const row of rows) {
      expect(causes).toContain(row.cause);
      expect(suggestions).toContain(row.suggestion);
    }
    for (const cause of causes) expect(zh).toHaveProperty([`cause.${cause}`]);
    for (const suggestion of suggestions) expect(zh).toHaveProperty([`suggestion.${suggestion}`]);
  });
});
