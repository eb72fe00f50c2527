import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedData, Workplace } from './carecircle';

const data = sharedData();

describe.skipIf(data === null)('São Paulo, cells weighted by population', () => {
  const osm = join(data ?? '', 'osm');
  const cells = join(osm, 'sao-paulo-hexgrid.csv');
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
    const [, ...lines] = readFileSync(cells, 'utf8').trimEnd().split('\n');
    const care = lines.filter((line) => Number(line.split(',')[6]) > 0);
    const rows = care.map((line) => line.split(',').slice(0, 3).join(','));
    place.write('care.csv', `id,lon,lat\n${rows.join('\n')}\n`);
    place.run('network', join(osm, 'sao-paulo.osm.pbf'), '--out', 'streets.network');
  });
  afterAll(() => place.clear());

  const coverage = (network: string, out: string, speed = '0.8') =>
    place.run(
      ...['coverage', '--network', network, '--households', cells, '--facilities', 'care.csv'],
      ...['--weight', 'population', '--minutes', '15', '--speed', speed, '--out', out],
    );
  const covered = (out: string) =>
    Number(place.rows(`${out}/coverage_units.csv`)[0].persons_covered);

  it('counts the same people from the extract and from the saved network', () => {
    expect(coverage(join(osm, 'sao-paulo.osm.pbf'), 'a').code).toBe(0);
    expect(coverage('streets.network', 'b').code).toBe(0);
    const households = 'coverage_households.csv';
    expect(place.bytes(`a/${households}`).equals(place.bytes(`b/${households}`))).toBe(true);

    const population = new Map(
      readFileSync(cells, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => [line.split(',')[0], Number(line.split(',')[3])]),
    );
    const rows = place.rows(`a/${households}`);
    expect(rows.map((row) => row.household_id)).toEqual([...population.keys()]);
    let people = 0;
    for (const { household_id, state, minutes } of rows) {
      if (state === 'covered') people += population.get(household_id)!;
      if (minutes !== '') expect(Number(minutes) <= 15).toBe(state === 'covered');
    }
    expect(covered('a')).toBe(people);
    expect(people).toBeGreaterThan(250_000);
  });

  it('gives the same bytes twice, and never fewer people at a higher speed', () => {
    coverage('streets.network', 'c');
    coverage('streets.network', 'd');
    for (const name of ['coverage_households.csv', 'coverage_units.csv', 'run.json']) {
      expect(place.bytes(`c/${name}`).equals(place.bytes(`d/${name}`)), name).toBe(true);
    }
    coverage('streets.network', 'fast', '1.2');
    expect(covered('fast')).toBeGreaterThan(covered('c'));
  });

  it('names a saved network that was cut off', () => {
    place.write('cut.network', place.bytes('streets.network').subarray(0, 20_000));
    const ended = coverage('cut.network', 'none');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('cut.network');
  });
});
