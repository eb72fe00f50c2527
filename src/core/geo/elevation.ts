/** Heights on a regular grid of longitudes and latitudes, as elevation models come. */
import { ok, problem, type Result } from '../result';

export interface ElevationGrid {
  /** Degrees, WGS-84, of the first sample (north-west). */
  readonly west: number;
  readonly north: number;
  /** Degrees between samples, eastwards and southwards. */
  readonly stepLon: number;
  readonly stepLat: number;
  readonly columns: number;
  readonly rows: number;
  /** Metres, row by row from the north; NaN where unknown. */
  readonly heightM: Float32Array;
}

/** Height between the four samples around a place, in metres; NaN outside or beside a gap. */
export function heightAt(grid: ElevationGrid, lon: number, lat: number): number {
  const x = (lon - grid.west) / grid.stepLon;
  const y = (grid.north - lat) / grid.stepLat;
  const { columns, rows, heightM } = grid;
  if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) return NaN;
  const column = Math.min(Math.floor(x), columns - 2);
  const row = Math.min(Math.floor(y), rows - 2);
  const right = x - column;
  const down = y - row;
  const at = row * columns + column;
  const upper = heightM[at] + right * (heightM[at + 1] - heightM[at]);
  const below = at + columns;
  const lower = heightM[below] + right * (heightM[below + 1] - heightM[below]);
  return upper + down * (lower - upper);
}

const hgtVoid = -32768;

/**
 * An SRTM tile (HGT): big-endian 16-bit metres, one square degree, its south-west corner in the
 * file's name (N42E001.hgt), neighbours sharing their border samples.
 */
export function readHgt(bytes: Uint8Array, file: string): Result<ElevationGrid> {
  const name = /([NS])(\d{2})([EW])(\d{3})[^/\\]*$/i.exec(file);
  if (!name) return problem('terrain_hgt_name', { file });
  const side = Math.sqrt(bytes.length / 2);
  if (side !== 1201 && side !== 3601) return problem('terrain_hgt_size', { file });
  const south = Number(name[2]) * (name[1].toUpperCase() === 'S' ? -1 : 1);
  const west = Number(name[4]) * (name[3].toUpperCase() === 'W' ? -1 : 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const heightM = new Float32Array(side * side);
  for (let i = 0; i < heightM.length; i++) {
    const metres = view.getInt16(2 * i);
    heightM[i] = metres === hgtVoid ? NaN : metres;
  }
  const step = 1 / (side - 1);
  const size = { columns: side, rows: side, stepLon: step, stepLat: step };
  return ok({ west, north: south + 1, ...size, heightM });
}
