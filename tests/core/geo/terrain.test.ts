import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { heightAt, readTerrain, type ElevationGrid } from '../../../src/core/geo';
import { geotiff } from '../../../src/core/demo/files/geotiff';
import type { Result } from '../../../src/core/result';

/** Metres: 100 for a column eastwards, 10 for a row southwards. */
const columns = 6;
const rows = 5;
const metres = Int16Array.from(
  { length: columns * rows },
  (_, i) => 100 * (i % columns) + 10 * Math.floor(i / columns),
);
const plain = geotiff(metres, columns, rows, 117, 26, 0.01, 0.02);
const read = (bytes: Uint8Array, box?: readonly [number, number, number, number]) =>
  readTerrain([{ name: 'dem.tif', bytes }], box);

function grid(result: Result<ElevationGrid>): ElevationGrid {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Sets the value of a tag that fits in its entry. */
function withTag(bytes: Uint8Array, tag: number, value: number): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let i = 0; i < view.getUint16(8, true); i++) {
    const at = 10 + 12 * i;
    if (view.getUint16(at, true) !== tag) continue;
    if (view.getUint16(at + 2, true) === 3) view.setUint16(at + 8, value, true);
    else view.setUint32(at + 8, value, true);
  }
  return out;
}

describe('a GeoTIFF', () => {
  it('stands where it says: heights in the middle of its cells', async () => {
    const all = grid(await read(plain));
    expect([all.columns, all.rows]).toEqual([columns, rows]);
    expect(heightAt(all, 117.005, 25.99)).toBeCloseTo(0, 3);
    expect(heightAt(all, 117.025, 25.95)).toBeCloseTo(220, 3);
    // Halfway between two columns and two rows.
    expect(heightAt(all, 117.03, 25.94)).toBeCloseTo(275, 2);
    expect(heightAt(all, 116.99, 25.99)).toBeNaN();
  });

  it('is read over a box alone, with the same heights', async () => {
    const wide = geotiff(
      new Int16Array(100 * 80).map((_, i) => i % 997),
      100,
      80,
      117,
      26,
      0.01,
      0.01,
    );
    const part = grid(await read(wide, [117.4, 25.6, 117.45, 25.64]));
    const all = grid(await read(wide));
    expect(part.heightM.length).toBeLessThan(150);
    for (const [lon, lat] of [
      [117.4, 25.6],
      [117.45, 25.64],
      [117.4321, 25.6123],
    ]) {
      expect(heightAt(part, lon, lat)).toBeCloseTo(heightAt(all, lon, lat), 2);
    }
    const elsewhere = await read(wide, [100, 20, 100.1, 20.1]);
    expect(elsewhere).toMatchObject({ ok: false, problem: { code: 'terrain_elsewhere' } });
  });

  it('may be deflated, with differences along its rows', async () => {
    const differences = metres.map((m, i) => (i % columns === 0 ? m : m - metres[i - 1]));
    const start = plain.length - metres.byteLength;
    const packed = zlibSync(new Uint8Array(differences.buffer));
    const bytes = new Uint8Array(start + packed.length);
    bytes.set(plain.subarray(0, start));
    bytes.set(packed, start);
    // Tag 262 (photometric) gives way to 317, the predictor; deflate is 8.
    let deflated = withTag(withTag(bytes, 259, 8), 279, packed.length);
    const view = new DataView((deflated = deflated.slice()).buffer);
    for (let i = 0; i < view.getUint16(8, true); i++) {
      const at = 10 + 12 * i;
      if (view.getUint16(at, true) !== 262) continue;
      view.setUint16(at, 317, true);
      view.setUint16(at + 8, 2, true);
    }
    expect([...grid(await read(deflated)).heightM]).toEqual([...metres]);
  });

  it('knows its gaps', async () => {
    const holed = metres.slice();
    holed[7] = -32768;
    const { heightM } = grid(await read(geotiff(holed, columns, rows, 117, 26, 0.01, 0.02)));
    expect(heightM[7]).toBeNaN();
    expect(heightM[8]).toBe(210);
  });

  it('in metres of a projection, cut short or no TIFF at all is refused with a reason', async () => {
    const keysAt = plain.length - metres.byteLength - 34;
    const projected = plain.slice();
    const view = new DataView(projected.buffer);
    for (let at = keysAt - 8; at < keysAt + 32; at += 2) {
      // Key 1024, model type: projected.
      if (view.getUint16(at, true) === 1024) view.setUint16(at + 6, 1, true);
    }
    expect(await read(projected)).toMatchObject({ problem: { code: 'terrain_not_degrees' } });
    expect(await read(plain.slice(0, 60))).toMatchObject({
      problem: { code: 'terrain_unreadable' },
    });
    expect(await read(new Uint8Array(100))).toMatchObject({
      problem: { code: 'terrain_hgt_name' },
    });
  });
});

describe('SRTM tiles', () => {
  const side = 1201;
  const tile = (metres: number) => {
    const bytes = new Uint8Array(2 * side * side);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < side * side; i++) view.setInt16(2 * i, metres);
    return bytes;
  };
  it('lie side by side, over the box alone', async () => {
    const both = await readTerrain(
      [
        { name: 'N26E116.hgt', bytes: tile(300) },
        { name: 'N26E117.hgt', bytes: tile(400) },
        { name: 'N30E110.hgt', bytes: tile(9) },
      ],
      [116.98, 26.4, 117.02, 26.5],
    );
    const found = grid(both);
    expect(found.heightM.length).toBeLessThan(10_000);
    expect(heightAt(found, 116.99, 26.45)).toBe(300);
    expect(heightAt(found, 117.01, 26.45)).toBe(400);
  });
});
