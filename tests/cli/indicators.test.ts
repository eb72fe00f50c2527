import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSummary } from '../../src/core/export/summary/read-summary';
import { threeSentences } from '../../src/core/export/summary/sentences';
import { Workplace } from './carecircle';

const example = resolve(import.meta.dirname, '../../data/example');

describe('carecircle indicators', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.clear());

  it('writes figures, sentences and what fails; the same bytes twice', () => {
    const first = place.run('indicators', '--data', example, '--out', 'a');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(place.run('indicators', '--data', example, '--out', 'b').code).toBe(0);
    const names = place.names().filter((name) => name.startsWith('a/'));
    expect(names).toHaveLength(3 + 33);
    for (const name of names) {
      expect(place.bytes(name).equals(place.bytes(name.replace(/^a/, 'b'))), name).toBe(true);
    }
    const rows = place.rows('a/indicators.csv');
    const ids = new Set(rows.map((row) => row.indicator_id));
    expect(ids.size).toBe(33);
    const { indicators } = JSON.parse(place.read('a/indicators.json'));
    expect(indicators).toHaveLength(33);
    const village = indicators.find(
      (one: { id: string }) => one.id === 'rural_eldercare_village_coverage',
    );
    expect(village.quotes).toEqual(['农村幸福院等各类养老服务设施覆盖60%以上的建制村']);
    const failing = place.rows('a/failing_rural_eldercare_village_coverage.csv');
    const [whole] = village.units;
    expect(whole.denominator).toBeGreaterThan(whole.numerator);
    expect(failing).toHaveLength(whole.denominator - whole.numerator);
    // The example has no volunteers: no figure, never 0.
    const volunteers = rows.find((row) => row.indicator_id === 'volunteer_registration_rate')!;
    expect([volunteers.state, volunteers.value, volunteers.reason]).toEqual([
      'insufficient',
      '',
      'table_missing',
    ]);
    const record = JSON.parse(place.read('a/run.json'));
    expect(record.parameters.divisions).toBe('current');
    expect(JSON.stringify(record)).not.toContain(example);
  });

  it('takes another city’s catalogue, and says what is wrong in a bad one', () => {
    expect(place.run('catalogue', '--out', 'own').code).toBe(0);
    const path = join(place.path, 'own/catalogue.json');
    const catalogue = JSON.parse(readFileSync(path, 'utf8'));
    catalogue.indicators = catalogue.indicators.slice(9, 10);
    catalogue.indicators[0].target = 100;
    writeFileSync(path, JSON.stringify(catalogue));
    const run = place.run('indicators', '--data', example, '--catalogue', path, '--out', 'a');
    expect(run.code).toBe(0);
    expect(new Set(place.rows('a/indicators.csv').map((row) => row.indicator_id)).size).toBe(1);
    catalogue.indicators[0].levels = 'county';
    writeFileSync(path, JSON.stringify(catalogue));
    const bad = place.run('indicators', '--data', example, '--catalogue', path, '--out', 'c');
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain('indicators[0] (rural_eldercare_village_coverage).levels');
    expect(place.names()).not.toContain('c');
  });

  it('compares with another folder, or another date, and writes the trend', () => {
    const earlier = join(place.path, 'earlier');
    cpSync(example, earlier, { recursive: true });
    const path = join(earlier, 'facilities.csv');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const own = lines.findIndex((line) => line.includes('rural_happiness_home'));
    writeFileSync(path, `${lines.filter((_, i) => i !== own).join('\n')}\n`);
    const manifest = JSON.parse(readFileSync(join(earlier, 'manifest.json'), 'utf8'));
    delete manifest.files['facilities.csv'];
    writeFileSync(join(earlier, 'manifest.json'), JSON.stringify(manifest));

    const words = ['indicators', '--data', example];
    const run = place.run(...words, '--compare-with', earlier, '--out', 'a');
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain('figures of the city changed');
    const village = (row: Record<string, string>) =>
      row.indicator_id === 'rural_eldercare_village_coverage';
    const [whole] = place.rows('a/trend.csv').filter(village);
    const figures = place.rows('a/indicators.csv').filter(village);
    expect(whole.value).toBe(figures.find((row) => row.unit_code === whole.unit_code)!.value);
    const before = Number(whole.value) - Number(whole.value_before);
    expect(Number(whole.change)).toBeCloseTo(before, 6);
    expect(before).toBeGreaterThan(0);

    expect(place.run(...words, '--compare-with', '2000-01-01', '--out', 'b').code).toBe(0);
    expect(place.names()).toContain('b/trend.csv');
    const refused = place.run(...words, '--compare-with', '2000-02-31', '--out', 'c');
    expect([refused.code, place.names().includes('c')]).toEqual([2, false]);
  });

  it('summary lays a result without households beside the data, and leaves a fresh one alone', () => {
    const own = join(place.path, 'own');
    cpSync(example, own, { recursive: true });
    const made = place.run('summary', '--data', own);
    expect(made.code, made.stderr).toBe(0);
    const text = readFileSync(join(own, 'summary.json'), 'utf8');
    const summary = readSummary(text);
    if (!summary.ok) throw new Error(summary.problem.code);
    expect(summary.value.indicators).toHaveLength(33);
    expect(threeSentences(summary.value, 'zh')).toHaveLength(3);
    expect(text).not.toContain('household_id');
    expect(place.run('summary', '--data', own).stdout).toContain('up to date');
    expect(readFileSync(join(own, 'summary.json'), 'utf8')).toBe(text);
  });

  it('says what was changed, and refuses what cannot be', () => {
    const words = ['indicators', '--data', example, '--out', 'a'];
    const changed = place.run(...words, '--targets', 'rural_eldercare_village_coverage=62.5');
    expect(changed.code).toBe(0);
    expect(changed.stderr).toMatch(/from 60 to 62\.5/);
    const [row] = place
      .rows('a/indicators.csv')
      .filter((one) => one.indicator_id === 'rural_eldercare_village_coverage');
    expect(row.changed).toContain('目标值由 60 改为 62.5');
    for (const [options, said] of [
      [['--divisions', '2016'], '2016'],
      [['--as-of', '2020-13-01'], '2020-13-01'],
      [['--targets', 'no_such=1'], 'no_such=1'],
      [['--targets', 'social_worker_total=many'], 'many'],
      [['--interpretations', 'social_worker_total=mine'], 'certified'],
      [['--central-towns', '3504'], '3504'],
      [['--catalogue', 'absent.json'], 'absent.json'],
    ] as const) {
      const refused = place.run('indicators', '--data', example, '--out', 'z', ...options);
      expect(refused.code, options.join(' ')).toBe(2);
      expect(refused.stderr, options.join(' ')).toContain(said);
    }
    expect(place.names()).not.toContain('z');
  });
});
