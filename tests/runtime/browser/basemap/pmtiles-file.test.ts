import { expect, it } from 'vitest';
import { openTileFile } from '../../../../src/runtime/browser/basemap/pmtiles-file';
import { tileAt } from '../../../../src/runtime/browser/basemap/probe-tiles';
import { filledVectorTile, plainPng, writePmtiles } from '../../../fixtures/write-pmtiles';

const fileOf = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'ground.pmtiles');
const never = new AbortController().signal;
const sanming = [116.3, 25.4, 118.8, 27.2] as const;

it('reads a vector file: its layers, its tiles unpacked, nothing where there is nothing', async () => {
  const [z, x, y] = tileAt(117.6, 26.3, 8);
  // Worked out by hand: x = (117.6 + 180) / 360 × 256, y by the projection's own table.
  expect([z, x, y]).toEqual([8, 211, 108]);
  const tile = filledVectorTile('water');
  const opened = await openTileFile(
    fileOf(
      writePmtiles([{ z, x, y, data: tile }], 'mvt', sanming, {
        vector_layers: [{ id: 'water', fields: { name: 'String' } }],
      }),
    ),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { isVector, layers, bounds, minZoom, maxZoom, read } = opened.value;
  expect({ isVector, minZoom, maxZoom }).toEqual({ isVector: true, minZoom: 8, maxZoom: 8 });
  expect(layers).toEqual([{ id: 'water', meaning: 'water', nameField: 'name' }]);
  bounds.forEach((degrees, i) => expect(degrees).toBeCloseTo(sanming[i], 6));
  expect(new Uint8Array((await read(z, x, y, never))!)).toEqual(new Uint8Array(tile));
  expect(await read(z, x + 1, y, never)).toBeNull();
});

it('says of a cut file, of another file and of strange tiles what is the matter', async () => {
  const whole = writePmtiles(
    [{ z: 0, x: 0, y: 0, data: plainPng([1, 2, 3]) }],
    'png',
    [-180, -85, 180, 85],
    {},
  );
  const problemOf = async (bytes: Uint8Array) => {
    const opened = await openTileFile(fileOf(bytes));
    return opened.ok ? null : opened.problem.code;
  };
  expect(await problemOf(whole)).toBeNull();
  expect(await problemOf(whole.subarray(0, 130))).toBe('basemap_file_broken');
  expect(await problemOf(Buffer.from('name,lon,lat\n'))).toBe('basemap_file_broken');
  const strange = Buffer.from(whole);
  strange[99] = 0;
  expect(await problemOf(strange)).toBe('basemap_file_kind');
});
