import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geotiff } from '../../src/core/demo/files/geotiff';
import { Workplace } from './carecircle';
import { drawStreet, metres } from './drawn-street';

describe('what coverage tells beside itself', () => {
  let place: Workplace;
  const coverage = (...more: string[]) =>
    place.run(
      ...'coverage --households h.csv --facilities f.csv --minutes 15 --speed 0.8'.split(' '),
      ...'--weight people --out out'.split(' '),
      ...more,
    );
  const overStreets = (...more: string[]) => coverage('--network', 'streets.geojson', ...more);

  beforeAll(() => {
    place = new Workplace();
    drawStreet(place);
    // A plane that rises 20 % eastwards: 22.26 m for each 0.001°.
    const heights = Int16Array.from({ length: 60 * 60 }, (_, i) =>
      Math.round((i % 60) * metres(0.001) * 0.2),
    );
    place.write('dem.tif', geotiff(heights, 60, 60, -0.002, 0.056, 0.001, 0.001));
  });
  afterAll(() => place.clear());

  it('causes, definitions, estimates and vehicles, each in files of its own', () => {
    expect(overStreets('--diagnose', '--bases', '--estimate', '--vehicle').code).toBe(0);
    const causes = place.rows('out/diagnosis_households.csv');
    expect(causes.map((row) => [row.household_id, row.cause])).toEqual([
      ['beyond', 'too_far'],
      ['island', 'no_route'],
      ['field', 'not_connected'],
      ['nowhere', 'not_located'],
    ]);
    expect(Number(causes[0].short_minutes)).toBeCloseTo((metres(0.0066) - 720) / 48, 2);
    expect(Number(causes[2].street_metres)).toBeCloseTo(0.02 * 110_574.3, 0);
    // Of 41 people 2, 3 and 5 live 111, 712 and 735 m along the street.
    const covered = place
      .rows('out/coverage_bases.csv')
      .map((row) => [row.basis, row.persons_covered]);
    expect(covered).toEqual([
      ['standard', '10'],
      ['older', '5'],
      ['oldest', '2'],
      ['by_age', ''],
    ]);
    // Only who joins no street is estimated: 2,214 m × 1.5, since no units say it is in town.
    const estimates = place.rows('out/estimates_households.csv');
    expect(estimates.map((row) => row.household_id)).toEqual(['field']);
    expect(Number(estimates[0].estimated_metres)).toBeCloseTo(
      1.5 * Math.hypot(metres(0.001), 0.02 * 110_574.3),
      -1,
    );
    const [vehicle] = place.rows('out/vehicle_units.csv');
    expect(vehicle.persons_by_vehicle_15_min).toBe('10');
    expect(place.rows('out/coverage_units.csv')[0].persons_covered).toBe('5');
  });

  it('slope, judged by the way that is slower, and printed with the result', () => {
    const ended = overStreets('--terrain', 'dem.tif');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).toContain('slower of both ways');
    const [near, limit] = place.rows('out/coverage_households.csv');
    // Home is uphill at 0.497 of the level speed (Tobler, 20 %).
    expect(Number(near.minutes)).toBeCloseTo((metres(0.001) * Math.exp(0.7)) / 48, 0);
    expect(limit.state).toBe('uncovered');
    expect(near.level_metres).toBeDefined();
    const { parameters, inputs } = JSON.parse(place.read('out/run.json'));
    expect(parameters.slope).toMatchObject({ terrain: ['dem.tif'], judged_by: 'worse' });
    expect(inputs.map((input: { role: string }) => input.role)).toContain('terrain');
    expect(overStreets('--terrain', 'h.csv')).toMatchObject({ code: 2 });
  });

  it('without streets there are estimates alone, and only when asked for', () => {
    expect(coverage().code).toBe(2);
    const ended = coverage('--estimate');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).toContain('an estimate');
    expect(place.names().filter((name) => name.startsWith('coverage_'))).toEqual([]);
    const [near] = place.rows('out/estimates_households.csv');
    expect(near.household_id).toBe('near');
  });
});
