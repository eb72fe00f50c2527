/** `demo` as a user runs it: made once, left alone, mended when something is missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';

const place = new Workplace();
afterAll(() => place.clear());

describe('carecircle demo', () => {
  beforeAll(() => {
    const made = place.run('demo', '--out', 'taining', '--county', '350429');
    expect(made.stderr + made.stdout).toContain('示例数据，非真实统计');
    expect(made.code).toBe(0);
  });

  it('says in its manifest that it is generated, and of what every file consists', () => {
    const manifest = JSON.parse(place.read('taining/manifest.json')) as {
      title: string;
      generated: boolean;
      recipe: string;
      files: Record<string, { sha256: string }>;
    };
    expect(manifest.title).toContain('示例数据，非真实统计');
    expect(manifest.generated).toBe(true);
    expect(manifest.recipe).toMatch(/^[0-9a-f]{64}$/);
    const names = place.names().filter((name) => name.startsWith('taining/'));
    expect(Object.keys(manifest.files).length).toBe(names.length - 1);
  });

  it('leaves an up-to-date folder alone', () => {
    const again = place.run('demo', '--out', 'taining', '--county', '350429');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('up to date');
  });

  it('makes it anew with the same bytes when a file was changed', () => {
    const before = place.read('taining/manifest.json');
    place.write('taining/volunteers.csv', 'unit_code\n');
    const again = place.run('demo', '--out', 'taining', '--county', '350429');
    expect(again.stdout).not.toContain('up to date');
    expect(place.read('taining/manifest.json')).toBe(before);
    expect(place.read('taining/volunteers.csv')).toContain('350429000000');
  });

  it('is a data folder for coverage', () => {
    const words = [
      'coverage',
      '--data',
      'taining',
      '--minutes',
      '15',
      '--speed',
      '0.8',
      '--out',
      'out',
    ];
    const done = place.run(...words);
    expect(done.code).toBe(0);
    const [city] = place
      .rows('out/coverage_units.csv')
      .filter((r) => r.unit_code === '350429000000');
    expect(city.age_60_plus_total).toBe('21741');
    expect(Number(city.rate_60_plus)).toBeGreaterThan(15);
    expect(Number(city.rate_60_plus)).toBeLessThan(60);
  });

  it('refuses an unknown county and a seed that is none, with exit code 2 and no output', () => {
    for (const wrong of [
      ['--county', '359999'],
      ['--seed', 'one'],
    ]) {
      const refused = place.run('demo', '--out', 'wrong', ...wrong);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(wrong[0]);
    }
    expect(place.names()).not.toContain('wrong');
  });
});
