/** Elevation models of any kind a user may bring: one GeoTIFF, or SRTM tiles side by side. */
import { ok, problem, type Result } from '../result';
import { readHgt, type ElevationGrid } from './elevation';
import { isTiff, readGeoTiff, type Box } from './geotiff';

export interface TerrainFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param box what heights are needed for */
export async function readTerrain(
  files: readonly TerrainFile[],
  box?: Box,
): Promise<Result<ElevationGrid>> {
  const grids: ElevationGrid[] = [];
  for (const { name, bytes } of files) {
    const grid = isTiff(bytes) ? await readGeoTiff(bytes, name, box) : readHgt(bytes, name);
    if (!grid.ok) return grid;
    const part = box ? clipped(grid.value, box) : grid.value;
    if (part === null) continue;
    if (grids[0] && !isSameStep(grids[0], part)) return problem('terrain_steps', { file: name });
    grids.push(part);
  }
  if (grids.length === 0) return problem('terrain_elsewhere', { file: files[0]?.name ?? '' });
  return ok(grids.length === 1 ? grids[0] : sideBySide(grids));
}

const isSameStep = (a: ElevationGrid, b: ElevationGrid) =>
  Math.abs(a.stepLon / b.stepLon - 1) < 1e-6 && Math.abs(a.stepLat / b.stepLat - 1) < 1e-6;

/** The samples in and around a box; null where it lies elsewhere. */
function clipped(grid: ElevationGrid, [west, south, east, north]: Box): ElevationGrid | null {
  const { stepLon, stepLat } = grid;
  const left = Math.max(0, Math.floor((west - grid.west) / stepLon));
  const top = Math.max(0, Math.floor((grid.north - north) / stepLat));
  const right = Math.min(grid.columns, Math.ceil((east - grid.west) / stepLon) + 1);
  const bottom = Math.min(grid.rows, Math.ceil((grid.north - south) / stepLat) + 1);
  const columns = right - left;
  const rows = bottom - top;
  if (columns < 2 || rows < 2) return null;
  const heightM = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    const from = (top + y) * grid.columns + left;
    heightM.set(grid.heightM.subarray(from, from + columns), y * columns);
  }
  const corner = { west: grid.west + left * stepLon, north: grid.north - top * stepLat };
  return { ...corner, stepLon, stepLat, columns, rows, heightM };
}

/** One grid over all of them; of two heights for one place the later stands, gaps stay unknown. */
function sideBySide(grids: readonly ElevationGrid[]): ElevationGrid {
  const { stepLon, stepLat } = grids[0];
  const west = Math.min(...grids.map((grid) => grid.west));
  const north = Math.max(...grids.map((grid) => grid.north));
  const column = (grid: ElevationGrid) => Math.round((grid.west - west) / stepLon);
  const row = (grid: ElevationGrid) => Math.round((north - grid.north) / stepLat);
  const columns = Math.max(...grids.map((grid) => column(grid) + grid.columns));
  const rows = Math.max(...grids.map((grid) => row(grid) + grid.rows));
  const heightM = new Float32Array(columns * rows).fill(NaN);
  for (const grid of grids) {
    for (let y = 0; y < grid.rows; y++) {
      const line = grid.heightM.subarray(y * grid.columns, (y + 1) * grid.columns);
      heightM.set(line, (row(grid) + y) * columns + column(grid));
    }
  }
  return { west, north, stepLon, stepLat, columns, rows, heightM };
}
