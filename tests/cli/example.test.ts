import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';

const example = resolve(import.meta.dirname, '../../data/example');

describe('the example that ships', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
  });
  afterAll(() => place.clear());

  it('computes, says that it is sample data, and tells its four stories', () => {
    const ended = place.run(
      ...['coverage', '--data', example, '--minutes', '15', '--speed', '0.8', '--out', 'out'],
    );
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(ended.stderr).toContain('Sample data, not real statistics');
    const units = Object.fromEntries(
      place.rows('out/coverage_units.csv').map((row) => [row.name, row]),
    );
    // The town has its centre; the south bank waits behind one bridge for a home under
    // construction; the east valley has its own; streets of the hill village lead nowhere.
    expect(Number(units['桥头社区居委会'].rate_60_plus)).toBeGreaterThan(70);
    expect(Number(units['南岸村村委会'].rate_60_plus)).toBeLessThan(50);
    expect(Number(units['东溪村村委会'].rate_60_plus)).toBeGreaterThan(50);
    expect(units['山前村村委会']).toMatchObject({ age_60_plus_covered: '0', median_minutes: '' });
    const listed = (name: string) =>
      place.rows(`out/${name}`).map((row) => [row.name, row.cause, row.suggestion]);
    expect(listed('uncovered_by_policy.csv')).toEqual([
      ['南岸村村委会', 'facility_not_operating', 'complete_construction'],
      ['山前村村委会', 'facility_type_not_counted', 'convert_premises'],
    ]);
    expect(listed('uncovered_on_foot.csv')).toEqual([
      ['南岸村村委会', 'too_far', 'complete_construction'],
      ['山前村村委会', 'no_route', 'survey_streets'],
    ]);
    const total = (column: string) =>
      Object.values(units)
        .filter((row) => row.level === 'village')
        .reduce((sum, row) => sum + Number(row[column]), 0);
    for (const column of ['households_total', 'persons_covered', 'age_60_plus_not_located']) {
      expect(Number(units['示例县'][column]), column).toBe(total(column));
    }
  });
});
