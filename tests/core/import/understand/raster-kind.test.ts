/** Heights and people told apart by what their numbers can be; where neither can, the user is asked. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { geotiff } from '../../../../src/core/demo/files/geotiff';
import { readRaster, type Raster } from '../../../../src/core/geo/geotiff';
import { rasterKind } from '../../../../src/core/import';
import { randomStream } from '../random';

const SIDE = 60;

/** @param step degrees */
function raster(step: number, value: (x: number, y: number) => number): Raster {
  const values = Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    value(i % SIDE, Math.floor(i / SIDE)),
  );
  const size = { columns: SIDE, rows: SIDE, stepLon: step, stepLat: step };
  return { west: 117, north: 26.5, ...size, values };
}

const hills = (x: number, y: number) => 400 + 250 * Math.sin(x / 7) + 90 * Math.cos(y / 5);

describe('a raster', () => {
  it.each([
    [0.0003, 'crowded'],
    [0.0083, 'smooth'],
  ])('of hills, %d° a cell, holds heights: %s', (step, reason) => {
    expect(rasterKind('n26.tif', raster(step, hills))).toMatchObject({ kind: 'terrain', reason });
  });

  it('holds heights where some lie below the sea, whatever stands for unknown', () => {
    const coast = raster(0.0083, (x) => (x === 0 ? -9999 : x - 5));
    expect(rasterKind('a.tif', coast)).toMatchObject({ reason: 'negative', least: -4, most: 54 });
  });

  it('holds people where they crowd into few cells', () => {
    const random = randomStream(3);
    const people = raster(0.00083, () => (random() < 0.1 ? 40 * random() : 0.2 * random()));
    expect(rasterKind('a.tif', people)).toMatchObject({ kind: 'people', reason: 'uneven' });
  });

  it('is left to the user where name and numbers disagree, or neither says anything', () => {
    const contradicting = rasterKind('人口.tif', raster(0.0003, hills));
    expect(contradicting).toMatchObject({ kind: null, reason: 'contradicts' });
    const random = randomStream(5);
    const noise = raster(0.0083, () => 10 + 5 * random());
    expect(rasterKind('a.tif', noise)).toMatchObject({ kind: null, reason: 'unclear' });
    expect(rasterKind('dem.tif', noise)).toMatchObject({ kind: 'terrain', reason: 'name' });
  });

  it('of GDAL’s people is people; a part of a large model is enough to tell', async () => {
    const written = new URL('../../../fixtures/import/written/people.tif', import.meta.url);
    const people = await readRaster(new Uint8Array(readFileSync(written)), 'people.tif');
    expect(people.ok && rasterKind('x.tif', people.value).kind).toBe('people');
    const heights = Int16Array.from({ length: 200 * 100 }, (_, i) => hills(i % 200, i / 200));
    const model = geotiff(heights, 200, 100, 117, 26, 0.0003, 0.0003);
    const part = await readRaster(model, 'dem.tif', undefined, 50);
    expect(part).toMatchObject({ value: { columns: 50, rows: 50 } });
    expect(part.ok && part.value.west).toBeCloseTo(117 + 75.5 * 0.0003, 9);
    expect(part.ok && rasterKind('x.tif', part.value).kind).toBe('terrain');
  });
});
