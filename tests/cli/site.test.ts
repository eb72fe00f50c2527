import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';

/** Along the equator 0.001° is 111.3 m; at 1 m/s for 5 minutes reach is 300 m. */
const streets = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { highway: 'residential' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [0.03, 0],
        ],
      },
    },
  ],
});
const households = [
  ['h1', 0.001, 10],
  ['h2', 0.003, 20],
  ['h3', 0.01, 50],
  ['h4', 0.012, 5],
  ['h5', 0.02, 40],
  ['h6', 0.028, 30],
];
/** a reaches 1 and 2 (30), b reaches 3 and 4 (55), c reaches 5 (40), d reaches 6 (30), e only 4 (5). */
const candidates = [
  ['a', 0.002, 3],
  ['b', 0.011, 9],
  ['c', 0.021, 4],
  ['d', 0.0275, 4],
  ['e', 0.0135, 1],
];

describe('site on a drawn street', () => {
  let place: Workplace;
  const given = '--network s.geojson --households h.csv --candidates c.csv'.split(' ');
  const site = (...more: string[]) =>
    place.run('site', ...given, ...'--minutes 5 --speed 1 --out out'.split(' '), ...more);
  const verify = () => place.run('verify-site', '--certificate', 'out/certificate.json', ...given);
  const certificate = () => JSON.parse(place.read('out/certificate.json'));
  const chosen = () => place.rows('out/sites.csv').map((row) => row.id);

  beforeAll(() => {
    place = new Workplace();
    place.write('s.geojson', streets);
    const csv = (head: string, rows: unknown[][], tail = '') =>
      `${head}\n${rows.map(([id, x, n]) => `${id},${x},0,${n}${tail}`).join('\n')}\n`;
    place.write('h.csv', csv('id,lon,lat,people', households));
    place.write('c.csv', csv('id,lon,lat,cost', candidates));
  });
  afterAll(() => place.clear());

  it('chooses the two sites that reach most people, with a certificate that checks', () => {
    expect(site('--choose', '2', '--weight', 'people')).toMatchObject({ code: 0, stdout: '' });
    expect(chosen()).toEqual(['b', 'c']);
    expect(place.read('out/sites.csv')).toMatch(/^id,lon,lat/);
    expect(certificate()).toMatchObject({ objective: 95, bound: 95, gap: 0, sites: ['b', 'c'] });
    expect(certificate().parameters).toMatchObject({ minutes: 5, speed_m_per_s: 1 });
    expect(verify()).toMatchObject({ code: 0 });
    const once = place.bytes('out/certificate.json');
    site('--choose', '2', '--weight', 'people');
    expect(place.bytes('out/certificate.json').equals(once)).toBe(true);
  });

  it('stays within a budget, where three cheap sites beat the best one', () => {
    expect(site('--budget', '11', '--weight', 'people').code).toBe(0);
    expect(chosen()).toEqual(['a', 'c', 'd']);
    expect(certificate()).toMatchObject({ objective: 100, bound: 100 });
    expect(verify().code).toBe(0);
  });

  it('reaches a share with the fewest, or the cheapest, sites', () => {
    expect(site('--reach', '60', '--of', 'people', '--weight', 'people').code).toBe(0);
    expect(certificate()).toMatchObject({ unit: 'sites', objective: 2, bound: 2 });
    expect(verify().code).toBe(0);
    expect(site('--reach', '60', '--of', 'people', '--cheapest', '--weight', 'people').code).toBe(
      0,
    );
    expect(chosen()).toEqual(['a', 'c', 'd']);
    expect(certificate()).toMatchObject({ unit: 'money', objective: 11, bound: 11 });
    expect(verify().code).toBe(0);
  });

  it('takes existing facilities into account and writes what coverage --facilities takes', () => {
    place.write('f.csv', 'id,lon,lat\nold,0.011,0\n');
    expect(site('--facilities', 'f.csv', '--choose', '1', '--weight', 'people').code).toBe(0);
    expect(chosen()).toEqual(['c']);
    expect(certificate()).toMatchObject({ objective: 95, bound: 95 });
    const coverage = place.run(
      ...'coverage --network s.geojson --households h.csv --facilities out/sites.csv'.split(' '),
      ...'--weight people --minutes 5 --speed 1 --out covered'.split(' '),
    );
    expect(coverage.code).toBe(0);
    const states = place.rows('covered/coverage_households.csv').map((row) => row.state);
    expect(states.filter((state) => state === 'covered')).toHaveLength(1);
  });

  it('names what falls short of a target, and what could be asked instead', () => {
    place.write('far.csv', 'id,lon,lat\nonly,0.002,0\n');
    const ended = place.run(
      ...'site --network s.geojson --households h.csv --candidates far.csv --weight people'.split(
        ' ',
      ),
      ...'--reach 50 --of people --minutes 5 --speed 1 --out short'.split(' '),
    );
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('78 of 155 needed, all candidates together reach 30; 19 %');
    expect(place.names()).not.toContain('short');
  });

  it('refuses a certificate that was changed', () => {
    site('--choose', '2', '--weight', 'people');
    const changed = { ...certificate(), objective: 96, bound: 96 };
    place.write('out/certificate.json', JSON.stringify(changed));
    const ended = verify();
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('certificate');
  });

  it('says what is wrong with an ask', () => {
    for (const [more, words] of [
      [['--choose', '1', '--budget', '5'], 'only one'],
      [[], 'only one'],
      [['--choose', '1.5'], '--choose'],
      [['--reach', '60'], '--units'],
      [['--reach', '60', '--of', 'nobody'], 'nobody'],
    ] as const) {
      const ended = site(...more);
      expect({ more, code: ended.code }).toEqual({ more, code: 2 });
      expect(ended.stderr).toContain(words);
    }
  });
});
