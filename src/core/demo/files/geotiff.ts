/**
 * terrain.tif: heights as a plain GeoTIFF (one band, int16 metres, EPSG:4326, one strip a row block,
 * no compression), twice as fine as the demo's lattice.
 */
import { CELL_LAT, CELL_LON, HEIGHT, NORTH, WEST, WIDTH } from '../land/frame';
import { noise } from '../land/noise';
import { heightAt } from '../land/terrain';

const FINER = 2;

/** @param bounds cells to write: first column and row, columns, rows */
export function terrainTiff(
  height: Float32Array,
  [column, row, columns, rows]: readonly [number, number, number, number] = [0, 0, WIDTH, HEIGHT],
): Uint8Array {
  const width = columns * FINER;
  const high = rows * FINER;
  const data = new Int16Array(width * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = Math.round(
        roughHeight(height, column + (x + 0.5) / FINER, row + (y + 0.5) / FINER),
      );
    }
  }
  const west = WEST + column * CELL_LON;
  const north = NORTH - row * CELL_LAT;
  return geotiff(data, width, high, west, north, CELL_LON / FINER, CELL_LAT / FINER);
}

/** Gullies and spurs finer than the lattice: the more relief around a place, the rougher it is. */
function roughHeight(height: Float32Array, x: number, y: number): number {
  const middle = heightAt(height, x, y);
  const relief =
    Math.abs(heightAt(height, x + 1, y) - heightAt(height, x - 1, y)) +
    Math.abs(heightAt(height, x, y + 1) - heightAt(height, x, y - 1));
  const roughness = Math.min(26, relief * 0.13);
  return (
    middle + roughness * (noise(x * 0.9, y * 0.9, 977) + noise(x * 1.9, y * 1.9, 983) / 2 - 0.75)
  );
}

const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;

/** Little-endian; tags in ascending order, what does not fit in an entry behind the directory. */
export function geotiff(
  data: Int16Array,
  width: number,
  height: number,
  west: number,
  north: number,
  stepLon: number,
  stepLat: number,
): Uint8Array {
  const tags: [tag: number, type: number, values: number[]][] = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, [16]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [273, LONG, [0]],
    [277, SHORT, [1]],
    [278, LONG, [height]],
    [279, LONG, [data.length * 2]],
    [339, SHORT, [2]],
    [33550, DOUBLE, [stepLon, stepLat, 0]],
    [33922, DOUBLE, [0, 0, 0, west, north, 0]],
    // Geographic, area pixels, WGS-84.
    [34735, SHORT, [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]],
  ];
  const size = (type: number) => (type === SHORT ? 2 : type === LONG ? 4 : 8);
  const directory = 2 + tags.length * 12 + 4;
  let extra = 8 + directory;
  const places = tags.map(([, type, values]) => {
    const bytes = size(type) * values.length;
    if (bytes <= 4) return 0;
    const at = extra;
    extra += bytes + (bytes % 8 === 0 ? 0 : 8 - (bytes % 8));
    return at;
  });
  const start = extra + (extra % 8 === 0 ? 0 : 8 - (extra % 8));
  const out = new Uint8Array(start + data.length * 2);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  const write = (at: number, type: number, value: number) => {
    if (type === SHORT) view.setUint16(at, value, true);
    else if (type === LONG) view.setUint32(at, value, true);
    else view.setFloat64(at, value, true);
  };
  tags.forEach(([tag, type, values], i) => {
    const at = 10 + i * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, values.length, true);
    const list = tag === 273 ? [start] : values;
    if (places[i] === 0) list.forEach((v, k) => write(at + 8 + k * size(type), type, v));
    else {
      view.setUint32(at + 8, places[i], true);
      list.forEach((v, k) => write(places[i] + k * size(type), type, v));
    }
  });
  for (let i = 0; i < data.length; i++) view.setInt16(start + i * 2, data[i], true);
  return out;
}
