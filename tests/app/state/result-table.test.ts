import { expect, it } from 'vitest';
import { ResultTable } from '../../../src/app/state/analysis/result-table.svelte';
import { Work } from '../../../src/app/state/work.svelte';
import { ok, problem } from '../../../src/core/result';
import type { AnalysisEngine } from '../../../src/runtime/browser/analysis/analysis-client';
import type { TablePage } from '../../../src/runtime/browser/data/analysis-data';
import { later } from './scripted-engine';

const column = { name: 'n', type: 'INTEGER', kind: 'whole' } as const;
const opened = { columns: [column], rowCount: 100_000, total: 100_000, elapsedMs: 0, plan: null };

async function openedTable(page: AnalysisEngine['page']): Promise<ResultTable> {
  const open = () => Promise.resolve(ok({ ...opened, placedBy: null }));
  const engine = { open, page } as Partial<AnalysisEngine> as AnalysisEngine;
  const table = new ResultTable('table', engine, new Work());
  await table.open({ sql: 'SELECT 1 AS n', limit: 100_000, language: 'zh' });
  return table;
}
const rowsFrom = (from: number) => ok(Array.from({ length: 200 }, (_, i) => [from + i]));
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('asks for what is in sight when a page has come, not for what was scrolled past', async () => {
  const asked: { from: number; answer: ReturnType<typeof later<TablePage>>['settle'] }[] = [];
  const table = await openedTable((_, from) => {
    const { promise, settle } = later<TablePage>();
    asked.push({ from, answer: settle });
    return promise;
  });
  table.want(0, 30);
  for (let first = 1000; first <= 90_000; first += 1000) table.want(first, first + 30);
  expect(asked.map(({ from }) => from)).toEqual([0]);
  asked[0].answer(rowsFrom(0));
  await settled();
  expect(asked.map(({ from }) => from)).toEqual([0, 90_000]);
  asked[1].answer(rowsFrom(90_000));
  await settled();
  expect(table.row(90_007)).toEqual([90_007]);
  expect(table.row(1000)).toBeNull();
  // Widths go by the first rows, whatever else comes and goes.
  expect(table.firstRows[7]).toEqual([7]);
});

it('a page that is refused is told once and asked again only when wanted again', async () => {
  let count = 0;
  const table = await openedTable(() => {
    count++;
    return Promise.resolve(problem('cancelled'));
  });
  table.want(0, 30);
  await settled();
  expect(count).toBe(1);
  expect(table.problem?.code).toBe('cancelled');
  table.want(0, 30);
  await settled();
  expect(count).toBe(2);
});
