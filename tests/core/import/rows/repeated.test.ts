/** Rows that repeat one another, and columns whose texts repeat or do not. */
import { describe, expect, it } from 'vitest';
import { rowsOf, runImport } from '../../../fixtures/import/run';

describe('rows without an id', () => {
  const rows = '设施名称,床位数\n甲,1\n乙,2\n甲,1\n甲,3\n';

  it('are set aside where they say the same as an earlier one', async () => {
    const { account, ...outcome } = await runImport([['a.csv', rows]]);
    expect(rowsOf({ account, ...outcome }, 'facility_id', 'beds')).toEqual([
      ['row-2', 1],
      ['row-3', 2],
      ['row-5', 3],
    ]);
    expect(account.setAside.map(({ row, reason, detail }) => [row, reason, detail])).toEqual([
      [4, 'duplicate_row', '2'],
    ]);
  });

  it('stay where they are households, and are told', async () => {
    const { account } = await runImport([['a.csv', '家庭人口,村\n1,甲村\n1,甲村\n']], {
      table: 'households',
    });
    expect(account.rowsKept).toBe(2);
    expect(account.doubtCounts.same_content).toBe(1);
  });
});

it('mends and counts alike whether texts repeat or all differ', async () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `甲${i},约${i},${i % 2 ? '是' : '否'}`);
  const outcome = await runImport([['a.csv', `设施名称,建筑面积,电梯\n${lines.join('\n')}\n`]]);
  expect(rowsOf(outcome, 'floor_area_m2', 'has_lift')).toEqual(
    lines.map((_, i) => [i, i % 2 === 1]),
  );
  const { mended, mendedCount } = outcome.account;
  expect(mendedCount).toBe(18_000);
  expect(mended.filter(({ column }) => column === 'has_lift').map(({ count }) => count)).toEqual([
    4500, 4500,
  ]);
});
