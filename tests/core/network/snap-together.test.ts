/** Several threads must answer as one does, also when one of them breaks off. */
import { expect, test } from 'vitest';
import {
  buildSnapIndex,
  snapPiece,
  snapPoints,
  snapTogether,
  type SnapHelper,
} from '../../../src/core/network';
import { share, streetGrid } from '../../bench/street-grid';

const index = buildSnapIndex(streetGrid(60));
const count = 300_000;
const asked = {
  lon: Float64Array.from({ length: count }, (_, i) => 117 + 0.04 * share(5 * i)),
  lat: Float64Array.from({ length: count }, (_, i) => 26 + 0.035 * share(5 * i + 1)),
  capM: Float64Array.from({ length: count }, (_, i) => (i % 3 === 0 ? 20 : 300)),
};
const job = { index, asked };
const one = snapPoints(index, asked.lon, asked.lat, asked.capM);

const pieces: [number, number][] = [];
const helpful: SnapHelper = {
  find(begin, end) {
    pieces.push([begin, end]);
    return Promise.resolve(snapPiece(job, begin, end));
  },
};
const broken: SnapHelper = { find: () => Promise.reject(new Error('out of memory')) };

test.each([
  ['alone', []],
  ['with a helper', [helpful]],
  ['with one that breaks', [helpful, broken]],
  ['with none but broken ones', [broken, broken]],
])('%s', async (_, helpers) => {
  pieces.length = 0;
  const reports: number[] = [];
  const together = await snapTogether(job, helpers, (_, done) => reports.push(done));
  expect(together).toEqual(one);
  expect(reports.at(-1)).toBe(count);
  if (helpers.includes(helpful)) expect(pieces.length).toBeGreaterThan(0);
});

test('given up between two pieces', async () => {
  let stopped = false;
  const stopping: SnapHelper = {
    find(begin, end) {
      stopped = true;
      return helpful.find(begin, end);
    },
  };
  expect(
    await snapTogether(
      job,
      [stopping],
      () => {},
      () => stopped,
    ),
  ).toBeNull();
});
