/** `run` over the small invented county: options computed again, compared, and refused where damaged. */
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packProject } from '../../src/core/scenario';
import { Workplace } from './carecircle';
import { project } from './planned';

const example = resolve(import.meta.dirname, '../../data/example');
const place = new Workplace();
afterAll(() => place.clear());
const rowsOf = (text: string) =>
  new Map(text.split('\r\n').map((line) => [line.split(',')[0], line.split(',').slice(1)]));

describe('carecircle run', () => {
  it('computes each option from the streets up and compares them', () => {
    place.write('plan.carecircle', packProject(project, []));
    const words = ['run', 'plan.carecircle', '--data', example, '--out', 'out', '--lang', 'zh'];
    const { code, stderr } = place.run(...words);
    expect(stderr).toContain('方案一');
    expect(code).toBe(0);
    const rows = rowsOf(place.read('out/comparison.csv').slice(1));
    expect(rows.get('指标')).toEqual(['单位', '现状基线', '方案一', '方案二', '推荐']);
    expect(rows.get('投资估算')?.slice(1, 4)).toEqual(['—', '12.5', '0']);
    // 202 has its own home; 203 gets the site; 201 counts once its home is built.
    expect(rows.get('有设施的建制村（政策口径）')?.slice(1, 4)).toEqual(['1', '2', '2']);
    // The same as coverage alone says of the facilities as they are.
    const basis = ['--minutes', '15', '--speed', '0.8', '--out', 'alone'];
    place.run('coverage', '--data', example, ...basis);
    expect(place.read('out/baseline_coverage_units.csv')).toBe(
      place.read('alone/coverage_units.csv'),
    );
    const village = place
      .rows('out/option-1_indicators.csv')
      .find(
        (row) =>
          row.indicator_id === 'rural_eldercare_village_coverage' &&
          row.unit_code === '990101000000',
      );
    expect(village).toMatchObject({ numerator: '2', denominator: '3' });
  });

  it('asks for the data a project does not carry, and refuses a damaged one', () => {
    const bytes = packProject(project, []);
    place.write('bare.carecircle', bytes);
    const bare = place.run('run', 'bare.carecircle', '--out', 'never');
    expect(bare).toMatchObject({ code: 2, stderr: expect.stringContaining('--data') });
    bytes[60] ^= 1;
    place.write('broken.carecircle', bytes);
    const broken = place.run('run', 'broken.carecircle', '--data', example, '--out', 'never');
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('broken.carecircle') });
    // Walked by slope in the page: never computed level without a word.
    const slope = { judged_by: 'worse', crossing_s: 30, wheelchair: false } as const;
    const hilly = { ...project, parameters: { ...project.parameters, slope } };
    place.write('hilly.carecircle', packProject(hilly, []));
    const level = place.run('run', 'hilly.carecircle', '--data', example, '--out', 'never');
    expect(level).toMatchObject({ code: 2, stderr: expect.stringContaining('terrain.tif') });
    expect(place.names()).not.toContain('never');
  });
});
