/**
 * The demo's map sheet: a lattice of cells of about 250 m over the whole city. Rivers run along the
 * corners of cells and roads from centre to centre, so that crossing a river is always a decision.
 * The scale is one constant pair: it only shapes what is generated; true lengths are measured later
 * on the ellipsoid.
 */
export const WEST = 116.35;
export const NORTH = 27.16;
export const CELL_LON = 0.0025;
export const CELL_LAT = 0.00225;
/** Cells. */
export const WIDTH = 940;
export const HEIGHT = 760;
/** Corners. */
export const CORNERS_WIDE = WIDTH + 1;
export const CORNERS_HIGH = HEIGHT + 1;
export const METRES_PER_LON = 99_800;
export const METRES_PER_LAT = 110_780;
export const CELL_M = 249.4;

/** Position in cells (x east, y south, in fractions) of a place in degrees. */
export const xOf = (lon: number): number => (lon - WEST) / CELL_LON;
export const yOf = (lat: number): number => (NORTH - lat) / CELL_LAT;
export const lonOf = (x: number): number => WEST + x * CELL_LON;
export const latOf = (y: number): number => NORTH - y * CELL_LAT;

export const cellAt = (lon: number, lat: number): number =>
  Math.floor(yOf(lat)) * WIDTH + Math.floor(xOf(lon));

/** Square root is exact on every engine; Math.hypot is not. */
export function metresBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const x = (lon2 - lon1) * METRES_PER_LON;
  const y = (lat2 - lat1) * METRES_PER_LAT;
  return Math.sqrt(x * x + y * y);
}
