/** A grid dropped with a whole city: heights are taken, people are not made slopes of, and both are said. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { geotiff } from '../../../src/core/demo/files/geotiff';
import type { Network } from '../../../src/core/network';
import { chosenFiles } from '../../../src/runtime/browser/load/city-files';
import { ownHeights } from '../../../src/runtime/browser/load/own-heights';

const people = readFileSync(new URL('../../fixtures/import/written/people.tif', import.meta.url));
const streets = {
  shapeLon: Float64Array.of(117.2, 117.208),
  shapeLat: Float64Array.of(26.354, 26.36),
} as unknown as Network;
const heights = (name: string, bytes: Uint8Array = people) =>
  ownHeights(chosenFiles([new File([new Uint8Array(bytes)], name)]), streets);

it('leaves a raster of people out and says so', async () => {
  expect(await heights('fujian.tif')).toEqual({
    ok: true,
    value: { names: [], notes: [{ code: 'grid_left_out', params: { file: 'fujian.tif' } }] },
  });
});

it('leaves out what calls itself heights and has the numbers of people', async () => {
  const found = await heights('dem.tif');
  expect(found).toMatchObject({ value: { names: [], notes: [{ code: 'grid_left_out' }] } });
});

it('takes heights and says so', async () => {
  const metres = Int16Array.from({ length: 1600 }, (_, i) => 300 + 4 * (i % 40) + i / 40);
  expect(await heights('fujian.tif', geotiff(metres, 40, 40, 117.19, 26.37, 0.001, 0.001))).toEqual(
    {
      ok: true,
      value: {
        names: ['fujian.tif'],
        notes: [{ code: 'grid_taken_as_heights', params: { file: 'fujian.tif' } }],
      },
    },
  );
});

it('takes the terrain.tif of a data folder by its name', async () => {
  expect(await heights('terrain.tif')).toEqual({
    ok: true,
    value: { names: ['terrain.tif'], notes: [] },
  });
});
