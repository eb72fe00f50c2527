import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';
import { drawStreet, metres } from './drawn-street';

describe('coverage on a drawn street', () => {
  let place: Workplace;
  const coverage = (...more: string[]) =>
    place.run(
      ...'coverage --network streets.geojson --households h.csv --facilities f.csv'.split(' '),
      ...'--minutes 15 --speed 0.8 --out out'.split(' '),
      ...more,
    );
  const states = () =>
    Object.fromEntries(
      place.rows('out/coverage_households.csv').map((r) => [r.household_id, r.state]),
    );

  beforeAll(() => {
    place = new Workplace();
    drawStreet(place);
  });
  afterAll(() => place.clear());

  it('tells every household’s state, walk and facility, and keeps standard output clean', () => {
    const ended = coverage('--weight', 'people');
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(states()).toEqual({
      near: 'covered',
      limit: 'covered',
      beyond: 'uncovered',
      island: 'uncovered',
      field: 'not_connected',
      nowhere: 'not_located',
    });
    const [near, , beyond, island, field] = place.rows('out/coverage_households.csv');
    expect(Number(near.metres)).toBeCloseTo(metres(0.001), 1);
    expect(Number(near.minutes)).toBeCloseTo(metres(0.001) / 0.8 / 60, 2);
    expect(near.facility_id).toBe('clinic');
    expect(Number(beyond.metres)).toBeCloseTo(metres(0.0066), 1);
    for (const lost of [island, field]) {
      expect([lost.minutes, lost.metres, lost.facility_id]).toEqual(['', '', '']);
    }
    expect(place.rows('out/coverage_units.csv')).toEqual([
      expect.objectContaining({
        unit_code: 'all',
        households_total: '6',
        households_covered: '2',
        households_not_connected: '1',
        households_not_located: '1',
        persons_total: '41',
        persons_covered: '5',
        persons_not_connected: '11',
        persons_not_located: '13',
        age_60_plus_total: '',
        rate_60_plus: '',
      }),
    ]);
  });

  it('records inputs and parameters without any path, and gives the same bytes twice', () => {
    coverage();
    const names = place.names().filter((name) => name.startsWith('out/'));
    const first = names.map((name) => place.bytes(name));
    expect(names.map((name) => name.slice(4))).toEqual([
      'coverage_households.csv',
      'coverage_units.csv',
      'run.json',
      'uncovered_by_policy.csv',
      'uncovered_on_foot.csv',
    ]);
    expect(coverage('--out', 'again').code).toBe(2);
    expect(
      place.run(
        ...'coverage --speed 0.8 --minutes 15 --out again --facilities f.csv'.split(' '),
        ...`--households ${place.path}/h.csv --network ./streets.geojson`.split(' '),
      ).code,
    ).toBe(0);
    names.forEach((name, i) =>
      expect(place.bytes(name.replace('out', 'again')).equals(first[i]), name).toBe(true),
    );
    const record = place.read('out/run.json');
    expect(record).not.toContain(place.path);
    expect(record).not.toContain('"out"');
    expect(JSON.parse(record)).toMatchObject({
      command: 'coverage',
      inputs: [
        {
          role: 'network',
          name: 'streets.geojson',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        { role: 'households', name: 'h.csv' },
        { role: 'facilities', name: 'f.csv' },
      ],
      parameters: { minutes: 15, speed_m_per_s: 0.8, max_snap_m_elsewhere: 300, weight: null },
    });
  });

  it('answers the same from a saved network', () => {
    coverage();
    const fromLines = place.bytes('out/coverage_households.csv');
    const ended = place.run('network', 'streets.geojson', '--out', 'saved.network');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/nodes\t4\narcs\t4\nkilometres\t3\.3\ncomponents\t2\n/);
    place.run(
      ...'coverage --network saved.network --households h.csv --facilities f.csv'.split(' '),
      ...'--minutes 15 --speed 0.8 --out saved'.split(' '),
    );
    expect(place.bytes('saved/coverage_households.csv').equals(fromLines)).toBe(true);
  });

  it('lets --max-snap reach the field, and only then', () => {
    coverage('--max-snap', '2300');
    expect(states().field).toBe('uncovered');
    coverage('--max-snap', '2200');
    expect(states().field).toBe('not_connected');
  });

  it('counts facilities by type and status where the file has them', () => {
    place.write(
      'typed.csv',
      'id,lon,lat,type,status\n' +
        'meals,0.003,0,meal_point,operating\n' +
        'building,0.0085,0,care_centre,under_construction\n' +
        'centre,0.002,0,care_centre,operating\n',
    );
    const typed = (...more: string[]) => {
      place.run(
        ...'coverage --network streets.geojson --households h.csv --facilities typed.csv'.split(
          ' ',
        ),
        ...'--minutes 15 --speed 0.8 --out typed'.split(' '),
        ...more,
      );
      return place.rows('typed/coverage_households.csv').map((row) => row.facility_id);
    };
    expect(typed().slice(0, 3)).toEqual(['centre', 'centre', 'centre']);
    expect(typed('--types', 'all').slice(0, 3)).toEqual(['meals', 'meals', 'meals']);
    expect(typed('--statuses', 'all').slice(0, 3)).toEqual(['centre', 'building', 'building']);
    expect(JSON.parse(place.read('typed/run.json')).parameters.statuses).toBeNull();
  });
});

describe('coverage with units', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
    drawStreet(place);
    place.write(
      'u.csv',
      'unit_code,parent_code,name,level,kind\n' +
        '350421000000,,明溪县,county,\n' +
        '350421100000,350421000000,雪峰镇,town,town\n' +
        '350421100001,350421100000,街上居委会,village,residents_committee\n' +
        '350421100201,350421100000,上村,village,villagers_committee\n' +
        '350421100202,350421100000,下村,village,villagers_committee\n',
    );
    // Doors 500 m north of the street: within a village's cap, beyond a town's.
    place.write(
      'h.csv',
      'household_id,unit_code,lon,lat,persons,age_60_64,age_65_74,age_75_79,age_80_plus,living_alone,location_precision\n' +
        'town,350421100001,0.002,0.0045,3,1,0,0,0,false,door\n' +
        'up,350421100201,0.002,0.0045,4,0,1,0,1,false,door\n' +
        'far,350421100201,0.018,0,1,0,0,1,0,true,\n' +
        'committee,350421100202,0.002,0,2,0,2,0,0,false,village\n' +
        'unsure,350421100202,0.002,0,,,,,,,door\n' +
        'stray,999999999999,0.002,0,9,9,0,0,0,false,door\n',
    );
    place.write('f.csv', 'id,lon,lat,unit_code\nhome,0.002,0,350421100201\n');
  });
  afterAll(() => place.clear());

  const coverage = (...more: string[]) =>
    place.run(
      ...'coverage --network streets.geojson --households h.csv --facilities f.csv'.split(' '),
      ...'--units u.csv --minutes 15 --speed 0.8 --out out'.split(' '),
      ...more,
    );

  it('caps the door by the unit, sums as ratios of sums, and never takes unknown for 0', () => {
    const ended = coverage();
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('h.csv');
    const state = Object.fromEntries(
      place.rows('out/coverage_households.csv').map((row) => [row.household_id, row.state]),
    );
    expect(state).toEqual({
      town: 'not_connected',
      up: 'covered',
      far: 'uncovered',
      committee: 'not_located',
      unsure: 'covered',
      stray: 'covered',
    });
    const units = Object.fromEntries(
      place.rows('out/coverage_units.csv').map((row) => [row.unit_code, row]),
    );
    expect(units['350421100201']).toMatchObject({
      level: 'village',
      households_total: '2',
      age_60_plus_total: '3',
      age_60_plus_covered: '2',
      age_80_plus_covered: '1',
      living_alone_total: '1',
      living_alone_covered: '0',
      rate_60_plus: '66.66',
    });
    expect(units['350421100202']).toMatchObject({
      households_total: '2',
      persons_total: '2',
      age_60_plus_total: '2',
      age_60_plus_covered: '',
      age_60_plus_not_located: '2',
      rate_60_plus: '',
    });
    // 1 + 3 + 2 known people of 60 and over, 2 of them covered; the stray household is in no unit.
    expect(units['350421000000']).toMatchObject({
      households_total: '5',
      age_60_plus_total: '6',
      age_60_plus_covered: '2',
      age_60_plus_not_connected: '1',
      age_60_plus_not_located: '2',
      rate_60_plus: '33.33',
    });
  });

  it('lists villages uncovered by policy and on foot, apart', () => {
    coverage();
    const short = (name: string) =>
      place.rows(`out/${name}`).map((row) => [row.name, row.cause, row.town_name, row.county_name]);
    // A facility without a type is none of the types that count for a village.
    expect(short('uncovered_by_policy.csv')).toEqual([
      ['上村', 'facility_type_not_counted', '雪峰镇', '明溪县'],
      ['下村', 'no_facility', '雪峰镇', '明溪县'],
    ]);
    // 下村: nobody there has a place, so nobody can say.
    expect(short('uncovered_on_foot.csv')).toEqual([
      ['街上居委会', 'not_connected', '雪峰镇', '明溪县'],
    ]);
  });

  it('walks from a village’s point when asked to', () => {
    coverage('--include-village-points');
    const rows = place.rows('out/coverage_households.csv');
    expect(rows.find((row) => row.household_id === 'committee')?.state).toBe('covered');
  });

  it('reads the same from a data folder', () => {
    coverage();
    const files = ['admin_units.csv', 'households.csv', 'facilities.csv', 'streets.geojson'];
    const folder = new Workplace();
    try {
      const from = ['u.csv', 'h.csv', 'f.csv', 'streets.geojson'];
      files.forEach((name, i) =>
        folder.write(name, place.read(from[i]).replace(/^id,/, 'facility_id,')),
      );
      folder.write(
        'manifest.json',
        JSON.stringify({ format_version: 1, title: 'x', generated: true, files: {} }),
      );
      const ended = place.run(
        ...`coverage --data ${folder.path} --minutes 15 --speed 0.8 --out folder`.split(' '),
      );
      expect(ended.code).toBe(0);
      expect(ended.stderr).toContain('Sample data');
      for (const name of [
        'coverage_households.csv',
        'coverage_units.csv',
        'uncovered_on_foot.csv',
      ]) {
        expect(place.read(`folder/${name}`)).toBe(place.read(`out/${name}`));
      }
      expect(JSON.parse(place.read('folder/run.json')).generated).toBe(true);
    } finally {
      folder.clear();
    }
  });
});
