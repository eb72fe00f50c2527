/** `import`, `check` and `templates` as a user starts them. */
import { afterAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';

const place = new Workplace();
afterAll(() => place.clear());

describe('import', () => {
  it('writes the table and the report, the same bytes twice', () => {
    place.write(
      'a.csv',
      '附件1 统计表\n设施名称,类型,所在乡镇,经度,纬度,联系电话\n列东中心,照料中心,列东街道,117.63,26.27,13800138000\n',
    );
    const words = ['import', 'a.csv', '--as', 'facilities', '--datum', 'wgs84', '--out'];
    expect(place.run(...words, 'one').code).toBe(0);
    expect(place.run(...words, 'two').code).toBe(0);
    expect(place.rows('one/facilities.csv')).toMatchObject([
      {
        name: '列东中心',
        type: 'care_centre',
        unit_code: '350404001000',
        lon: '117.63',
        lat: '26.27',
        coord_source: 'wgs84',
      },
    ]);
    expect(place.read('one/report.json')).toBe(place.read('two/report.json'));
    expect(place.read('one/report.json')).not.toContain('13800138000');
    expect(place.names()).toContain('one/report.xlsx');
  });

  it('brings an earlier table up to date and tells what changed', () => {
    const head = 'facility_id,name,unit_code,beds,lon,lat\n';
    place.write(
      'last.csv',
      `${head}F1,甲,350404001001,10,117.6,26.2\nF2,乙,350404001001,5,117.6,26.2\n`,
    );
    place.write(
      'next.csv',
      '设施编号,名称,区划代码,床位数\nF1,甲,350404001001,12张\nF3,丙,350404001001,\n',
    );
    const words = ['import', 'next.csv', '--as', 'facilities', '--onto', 'last.csv'];
    expect(place.run(...words, '--join', 'replace', '--out', 'joined').code).toBe(0);
    expect(place.rows('joined/facilities.csv')).toMatchObject([
      { facility_id: 'F1', beds: '12', lon: '117.6' },
      { facility_id: 'F3', beds: '' },
    ]);
    expect(place.rows('joined/changes.csv')).toMatchObject([
      { change: 'changed', key: 'F1', column: 'beds', from: '10', to: '12' },
      { change: 'removed', key: 'F2' },
      { change: 'added', key: 'F3' },
    ]);
    expect(place.run(...words, '--join', 'somehow', '--out', 'none').code).toBe(2);
  });

  it('ends with exit code 2 and no output where nothing can be read', () => {
    place.write('b.docx', 'x');
    const { code, stderr } = place.run('import', 'b.docx', '--as', 'facilities', '--out', 'none');
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
    expect(place.names()).not.toContain('none');
    expect(
      place.run('import', 'a.csv', '--as', 'facilities', '--datum', 'moon', '--out', 'none').code,
    ).toBe(2);
  });

  it('writes no places where the datum is uncertain, and ends with exit code 2', () => {
    place.write('c.csv', '设施名称,乡镇,经度,纬度\n甲,列东街道,117.63,26.27\n');
    const { code, stderr } = place.run('import', 'c.csv', '--as', 'facilities', '--out', 'places');
    expect(code).toBe(2);
    expect(stderr).toContain('--datum');
    expect(place.rows('places/facilities.csv')).toMatchObject([
      { name: '甲', lon: '', lat: '', location_precision: 'none', source_x: '117.63' },
    ]);
  });

  it('places households by a gazetteer of hamlets', () => {
    place.write('h.csv', '村代码,自然村,经度,纬度\n350421102201,下坑,117.201,26.301\n');
    place.write('d.csv', '户编号,村代码,自然村,家庭人口\n1,350421102201,下坑自然村,2\n');
    const words = [
      '--as',
      'households',
      '--hamlets',
      'h.csv',
      '--datum',
      'wgs84',
      '--out',
      'homes',
    ];
    expect(place.run('import', 'd.csv', ...words).code).toBe(0);
    expect(place.rows('homes/households.csv')).toMatchObject([
      { lon: '117.201', location_precision: 'hamlet', coord_source: 'hamlet' },
    ]);
  });

  it('spreads totals where there is no household table, and says so wherever it is read', () => {
    place.write(
      'p.csv',
      '行政区划代码,统计时点,常住人口,60岁以上,65岁以上,80岁以上\n350421000000,2020-11-01,98930,20829,14850,3681\n',
    );
    const raster = new URL('../fixtures/import/written/people.tif', import.meta.url).pathname;
    const { code, stdout } = place.run('estimate', 'p.csv', '--raster', raster, '--out', 'guess');
    expect([code, stdout]).toEqual([0, expect.stringContaining('guess/households.csv')]);
    const rows = place.rows('guess/households.csv');
    const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
    expect([sum('persons'), sum('age_80_plus')]).toEqual([98930, 3681]);
    expect(rows.every((row) => row.is_estimated === 'true')).toBe(true);
    expect(JSON.parse(place.read('guess/estimate.json'))).toMatchObject({ estimated: true });
  });

  it('checks alone, as JSON, and writes templates', () => {
    const { code, stdout } = place.run('check', 'a.csv');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ table: 'facilities', rows_read: 1, rows_kept: 1 });
    expect(place.run('templates', '--out', 'templates').code).toBe(0);
    expect(place.names()).toContain('templates/households.xlsx');
  });
});
