/** What is handed in says the same as the other commands, figure by figure, and opens elsewhere. */
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultSummary } from '../../src/core/export';
import { packProject } from '../../src/core/scenario';
import { Workplace } from './carecircle';
import { project } from './planned';

const example = resolve(import.meta.dirname, '../../data/example');
const zh = { LANG: 'zh_CN.UTF-8' };

describe('carecircle report', () => {
  let place: Workplace;
  let summary: ResultSummary;
  beforeAll(() => {
    place = new Workplace();
    const made = place.runWith(zh, 'report', '--data', example, '--out', 'r');
    expect(made.code, made.stderr).toBe(0);
    summary = JSON.parse(place.read('r/summary.json'));
    const walk = ['--minutes', '15', '--speed', '0.8'];
    expect(place.run('coverage', '--data', example, ...walk, '--out', 'c').code).toBe(0);
    expect(place.run('indicators', '--data', example, '--out', 'i').code).toBe(0);
  });
  afterAll(() => place.clear());

  const sheets = (name: string) => read(place.bytes(`r/${name}.xlsx`)).Sheets;
  const rows = (sheet: WorkSheet) => utils.sheet_to_json<unknown[]>(sheet, { header: 1 });

  it('writes every format, the same bytes twice', () => {
    expect(
      place.runWith(
        zh,
        'report',
        '--data',
        example,
        '--format',
        'xlsx,csv,gpkg,geojson',
        '--out',
        'again',
      ).code,
    ).toBe(0);
    const again = place.names().filter((name) => name.startsWith('again/'));
    expect(again.length).toBeGreaterThan(12);
    for (const name of again)
      expect(place.bytes(name).equals(place.bytes(name.replace('again', 'r'))), name).toBe(true);
  });

  it('counts people as coverage does', () => {
    const [unit] = place.rows('c/coverage_units.csv');
    const table = rows(sheets('覆盖率统计表')['分乡镇（街道）']);
    const total = table.find(([first]) => first === '合计')!;
    expect(total.slice(8, 10)).toEqual([
      Number(unit.age_60_plus_total),
      Number(unit.age_60_plus_covered),
    ]);
    expect(total[10]).toBe(Math.floor(Number(unit.rate_60_plus) * 10 + 1e-9) / 10);
  });

  it('knows how sure it is: each case counts as coverage at that speed does', () => {
    const { cases, covered } = summary.sensitivity!;
    expect(cases).toHaveLength(15);
    const [unit] = summary.units;
    for (const speed of [0.6, 1]) {
      const walk = ['--minutes', '15', '--speed', String(speed), '--out', `c${speed}`];
      expect(place.run('coverage', '--data', example, ...walk).code).toBe(0);
      const [row] = place.rows(`c${speed}/coverage_units.csv`);
      const own = cases.findIndex((one) => one.speedMS === speed && one.townMaxSnapM === 300);
      expect(covered[unit.unitCode][own]).toBe(Number(row.age_60_plus_covered));
    }
    const share = (count: number) =>
      Math.floor((1000 * count) / (unit.groups.age_60_plus[0] as number)) / 10;
    const all = covered[unit.unitCode];
    const total = rows(sheets('覆盖率统计表')['覆盖率区间']).find(([first]) => first === '合计')!;
    expect(total.slice(5, 7)).toEqual([share(Math.min(...all)), share(Math.max(...all))]);
    const told = `${share(Math.min(...all)).toFixed(1)}—${share(Math.max(...all)).toFixed(1)}`;
    expect(place.read('r/离线网页.html')).toContain(`60岁以上人口覆盖率为${told}%`);
  });

  it('counts villages and states as indicators does', () => {
    const village = place
      .rows('i/indicators.csv')
      .find(
        (row) => row.indicator_id === 'rural_eldercare_village_coverage' && row.official === 'true',
      )!;
    const total = rows(sheets('覆盖率统计表')['分县（市、区）']).find(
      ([first]) => first === '合计',
    )!;
    expect(total.slice(3, 5)).toEqual([Number(village.denominator), Number(village.numerator)]);
    expect(total[7]).toBe(Number(village.shortfall));
    const states = rows(sheets('政策指标完成情况表')['完成情况']).filter(
      ([first]) => typeof first === 'number',
    );
    expect(states).toHaveLength(33);
    expect(states.filter((row) => String(row[7]).startsWith('数据不足')).length).toBeGreaterThan(0);
  });

  it('lists whom the lists list, codes whole', () => {
    for (const [sheet, file] of [
      ['政策未覆盖', 'c/uncovered_by_policy.csv'],
      ['步行未覆盖', 'c/uncovered_on_foot.csv'],
    ]) {
      const table = rows(sheets('未覆盖村（社区）名单')[sheet]);
      const codes = table.filter(([first]) => typeof first === 'number').map((row) => row[4]);
      expect(codes).toEqual(place.rows(file).map((row) => row.unit_code));
    }
  });

  it('says in its sentences only what the rows say', () => {
    const text = new TextDecoder().decode(
      unzipSync(place.bytes('r/评估报告.docx'))['word/document.xml'],
    );
    const plain = text.replace(/<[^>]+>/g, '');
    const [total, covered] = summary.units[0].groups.age_60_plus;
    expect(plain).toContain(`60岁以上${total}人中，步行15分钟可到养老服务设施的有${covered}人`);
    // One town alone is neither the best nor the worst.
    expect(plain).toContain('不作比较');
    expect(plain).toContain('示例数据，非真实统计');
    expect(plain).toContain('一、总体情况');
  });

  it('makes PDFs and pictures that carry the label and no approval number', () => {
    const svgless = ['评估报告.pdf', '覆盖图.pdf'];
    for (const name of svgless)
      expect(place.bytes(`r/${name}`).subarray(0, 5).toString()).toBe('%PDF-');
    expect(place.bytes('r/覆盖图.png').subarray(1, 4).toString()).toBe('PNG');
  });

  it('withholds 1 to 9 people in the public profile, in every file', () => {
    const made = place.runWith(
      zh,
      'report',
      '--data',
      example,
      '--profile',
      'public',
      '--county',
      '990101',
      '--maker',
      '示例县民政局',
      '--date',
      '2026-03-01',
      '--approval',
      '示S（2026）1号',
      '--format',
      'xlsx,csv,json,html',
      '--out',
      'p',
    );
    expect(made.code, made.stderr).toBe(0);
    const page = place.read('p/离线网页.html');
    for (const said of ['制图单位：示例县民政局', '2026年3月1日', '示S（2026）1号'])
      expect(page).toContain(said);
    expect(page).not.toContain('不得公开');
    const shown: ResultSummary = JSON.parse(place.read('p/summary.json'));
    const small = summary.units.filter(({ groups }) => {
      const [count] = groups.age_80_plus;
      return typeof count === 'number' && count > 0 && count < 10;
    });
    expect(small.length).toBeGreaterThan(0);
    for (const { unitCode } of small)
      expect(shown.units.find((unit) => unit.unitCode === unitCode)!.groups.age_80_plus[0]).toBe(
        '<10',
      );
    expect(shown.sensitivity).toBeNull();
    // An approval is of a map: the data beside it carry no borders.
    expect(shown.borders).toEqual([]);
    const unapproved = [
      'report',
      '--data',
      example,
      '--profile',
      'public',
      '--format',
      'html,geojson,gpkg',
    ];
    expect(place.runWith(zh, ...unapproved, '--out', 'u').code).toBe(0);
    const smallIn = (html: string) => peopleCells(html).filter((count) => /^[1-9]$/.test(count));
    // What the internal page tells, the public ones do not, in tables or in words.
    expect(smallIn(place.read('r/离线网页.html'))).not.toEqual([]);
    for (const html of [page, place.read('u/离线网页.html')]) {
      expect(peopleCells(html)).toContain('&lt;10');
      expect(smallIn(html)).toEqual([]);
      expect(html.replaceAll('1—9人', '')).not.toMatch(/[^0-9.][1-9]人/);
    }
    expect(place.read('u/离线网页.html')).toContain('公开用图（未绘行政区域界线）');
    const layers = place.names().filter((name) => /^u\/.*\.geojson$/.test(name));
    expect(layers.length).toBeGreaterThan(2);
    for (const name of layers) expect(place.read(name)).not.toContain('Polygon');
    expect(place.bytes('u/carecircle.gpkg').includes('MULTIPOLYGON')).toBe(false);
  });

  it('reports a project: its options compared as run compares them, or the facilities of one', () => {
    place.write('plan.carecircle', packProject(project, []));
    const own = ['--project', 'plan.carecircle', '--data', example, '--lang', 'zh'];
    expect(place.run('report', ...own, '--format', 'xlsx,csv,json', '--out', 'plan').code).toBe(0);
    expect(
      place.run('run', 'plan.carecircle', '--data', example, '--out', 'ran', '--lang', 'zh').code,
    ).toBe(0);
    const table = place.read('plan/选址方案比选表.csv');
    expect(place.read('ran/comparison.csv').startsWith(table.trimEnd())).toBe(true);
    const option = ['--option', '方案一', '--format', 'json', '--out', 'one'];
    expect(place.run('report', ...own, ...option).code).toBe(0);
    const told: ResultSummary = JSON.parse(place.read('one/summary.json'));
    expect(told.option).toBe('方案一');
    const [planned] = place.rows('ran/option-1_coverage_units.csv');
    expect(told.units[0].groups.age_60_plus[1]).toBe(Number(planned.age_60_plus_covered));
    expect(told.units[0].groups.age_60_plus[1]).not.toBe(summary.units[0].groups.age_60_plus[1]);
    expect(place.run('report', ...own, '--option', '方案九', '--out', 'none').code).toBe(2);
  });

  it('says what is wrong with a county, format or profile it does not know', () => {
    for (const [option, value] of [
      ['--county', '123456000000'],
      ['--format', 'doc'],
      ['--profile', 'secret'],
      ['--date', '2026-02-30'],
    ]) {
      const ended = place.run('report', '--data', example, option, value, '--out', 'x');
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain(value);
    }
  });
});

/** The cells of every table of an offline page that count people. */
function peopleCells(html: string): string[] {
  return [...html.matchAll(/<table>(.*?)<\/table>/gs)].flatMap(([, table]) => {
    const heads = [...table.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, head]) => head);
    const counts = heads.flatMap((head, i) => (head.endsWith('人数') ? [i] : []));
    return [...table.matchAll(/<tr[^>]*>(<td.*?)<\/tr>/gs)].flatMap(([, row]) => {
      const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
      return counts.map((i) => cells[i]);
    });
  });
}
