import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbook, type Sheet } from '../../../src/core/export';

const sheet: Sheet = {
  name: '名单',
  title: '未覆盖村（社区）名单',
  caption: '截至2020年11月1日',
  unitLine: '单位：个、人',
  columns: [
    { head: '序号', width: 6, kind: 'centred' },
    { head: '区划代码', width: 16, kind: 'code' },
    { head: '总数', group: '60岁及以上', width: 10, kind: 'count' },
    { head: '覆盖率', group: '60岁及以上', width: 10, kind: 'decimal' },
  ],
  rows: [
    [1, '350404001001', 1234, 35.3],
    [2, '=1+1', null, '数据不足'],
  ],
  totals: ['合计', null, 1234, 35.3],
  remarks: ['示例数据，非真实统计'],
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a workbook as it is handed in', () => {
  it('opens elsewhere with title, merged heads, codes as text and formulas disarmed', async () => {
    const opened = read(await workbook([sheet]), { cellFormula: true });
    const page = opened.Sheets['名单'];
    expect(page.A1.v).toBe('未覆盖村（社区）名单');
    expect(page['!merges']).toEqual(
      expect.arrayContaining([
        { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
        { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
        { s: { r: 2, c: 2 }, e: { r: 2, c: 3 } },
      ]),
    );
    expect(page.B5).toMatchObject({ t: 's', v: '350404001001' });
    expect(page.B6).toMatchObject({ t: 's', v: '=1+1' });
    expect(page.B6.f).toBeUndefined();
    expect(page.C5).toMatchObject({ t: 'n', v: 1234, w: '1,234' });
    expect(page.D5.w).toBe('35.3');
    expect(utils.sheet_to_json(page, { header: 1 }).at(-1)).toEqual(['示例数据，非真实统计']);
  });

  it('prints one page wide with its heads and the footer on every page', async () => {
    const parts = unzipSync(await workbook([sheet], '示例 & 内部'));
    const page = text(parts['xl/worksheets/sheet1.xml']);
    expect(page).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(page).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToHeight="0"/);
    expect(page).toContain('示例 &amp;&amp; 内部');
    expect(page).toMatch(/<pane [^>]*ySplit="4"/);
    expect(text(parts['xl/workbook.xml'])).toContain("'名单'!$1:$4");
  });

  it('is the same bytes each time', async () => {
    expect(await workbook([sheet])).toEqual(await workbook([sheet]));
  });
});
