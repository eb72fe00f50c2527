/**
 * Heights from a GeoTIFF in degrees of WGS-84 or CGCS2000, any of the usual encodings. The library
 * is loaded when a file comes; only the part over the box is read, so a province's model will do.
 */
import { ok, problem, type Result } from '../result';
import type { ElevationGrid } from './elevation';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** EPSG codes of degrees that are one and the same for heights: WGS-84 and CGCS2000. */
const degreeCodes = [4326, 4490, 4979, 4480];
/** Above this a model does not fit beside a city's streets. */
const mostSamples = 80_000_000;
/** Nothing on land lies outside: what does is a file's word for unknown. */
const lowestM = -500;
const highestM = 9000;

export function isTiff(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  const isLittle = a === 0x49 && b === 0x49 && (c === 42 || c === 43) && d === 0;
  return isLittle || (a === 0x4d && b === 0x4d && c === 0 && (d === 42 || d === 43));
}

/** @param box what heights are needed for; absent: all of the file */
export async function readGeoTiff(
  bytes: Uint8Array,
  file: string,
  box?: Box,
): Promise<Result<ElevationGrid>> {
  const raster = await readRaster(bytes, file, box);
  if (!raster.ok) return raster;
  const { values, ...grid } = raster.value;
  const heightM = values.map((metres) => (metres > lowestM && metres < highestM ? metres : NaN));
  return ok({ ...grid, heightM });
}

/** Numbers on a grid of degrees, row by row from the north; NaN where the file knows none. */
export interface Raster extends Omit<ElevationGrid, 'heightM'> {
  readonly values: Float32Array;
}

/**
 * The first band of a GeoTIFF of anything; `west` and `north` are the middle of the first cell.
 * @param mostSide a part of so many cells a side, from the middle, is enough
 */
export async function readRaster(
  bytes: Uint8Array,
  file: string,
  box?: Box,
  mostSide = Infinity,
): Promise<Result<Raster>> {
  const { fromArrayBuffer } = await import('geotiff');
  try {
    const tiff = await fromArrayBuffer(bytes.slice().buffer);
    const image = await tiff.getImage();
    const keys = image.getGeoKeys();
    const code = keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
    if (keys?.GTModelTypeGeoKey !== 2 || !degreeCodes.includes(Number(code))) {
      return problem('terrain_not_degrees', { file, code: String(code ?? '?') });
    }
    const [west, north] = image.getOrigin();
    const [stepLon, stepSouth] = image.getResolution();
    const stepLat = -stepSouth;
    if (!(stepLon > 0 && stepLat > 0)) return problem('terrain_unreadable', { file });
    // Heights stand in the middle of their cells, unless the file says on the corners.
    const inset = image.pixelIsArea() ? 0.5 : 0;
    const size = [image.getWidth(), image.getHeight()] as const;
    const window = middleOf(windowOver(box, west, north, stepLon, stepLat, size), mostSide);
    const [left, top, right, bottom] = window;
    const columns = right - left;
    const rows = bottom - top;
    if (columns < 2 || rows < 2) return problem('terrain_elsewhere', { file });
    if (columns * rows > mostSamples) return problem('terrain_too_large', { file });
    const [band] = await image.readRasters({ window: [...window], samples: [0] });
    const noData = image.getGDALNoData();
    const values = Float32Array.from(band as ArrayLike<number>, (value) =>
      value === noData ? NaN : value,
    );
    return ok({
      west: west + (left + inset) * stepLon,
      north: north - (top + inset) * stepLat,
      stepLon,
      stepLat,
      columns,
      rows,
      values,
    });
  } catch {
    return problem('terrain_unreadable', { file });
  }
}

type Window = readonly [left: number, top: number, right: number, bottom: number];

function middleOf([left, top, right, bottom]: Window, mostSide: number): Window {
  const inset = (length: number) => Math.max(0, Math.ceil((length - mostSide) / 2));
  const [x, y] = [inset(right - left), inset(bottom - top)];
  return [left + x, top + y, right - x, bottom - y];
}

/** In cells, two beyond the box on each side. */
function windowOver(
  box: Box | undefined,
  west: number,
  north: number,
  stepLon: number,
  stepLat: number,
  [width, height]: readonly [number, number],
): Window {
  if (!box) return [0, 0, width, height];
  const within = (cell: number, most: number) => Math.min(Math.max(cell, 0), most);
  return [
    within(Math.floor((box[0] - west) / stepLon) - 2, width),
    within(Math.floor((north - box[3]) / stepLat) - 2, height),
    within(Math.ceil((box[2] - west) / stepLon) + 2, width),
    within(Math.ceil((north - box[1]) / stepLat) + 2, height),
  ];
}
