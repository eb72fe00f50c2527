/**
 * Degrees → millimetres on a sheet: equirectangular about the middle of what is shown (true to scale along
 * its middle parallel; over a county the error stays below a thousandth), at a round scale 1:n.
 */
import type { Rect } from './svg';

export interface PaperProjection {
  /** n of 1:n. */
  readonly scale: number;
  /** [lon, lat] → [x, y] in millimetres. */
  project(lon: number, lat: number): [number, number];
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** WGS-84: metres per degree along the meridian and the equator, good to 0.6 % at any latitude. */
const metresPerDegree = 110_800;
const equatorMetresPerDegree = 111_320;
const roundScales = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** The largest round scale at which the bounds fit into the frame with a margin. */
export function fitted(bounds: Bounds, frame: Rect, margin = 4): PaperProjection {
  const lat0 = (bounds.south + bounds.north) / 2;
  const lon0 = (bounds.west + bounds.east) / 2;
  const eastM = equatorMetresPerDegree * Math.cos((lat0 * Math.PI) / 180);
  const widthM = (bounds.east - bounds.west) * eastM;
  const heightM = (bounds.north - bounds.south) * metresPerDegree;
  const needed = Math.max(
    widthM / (frame.width - 2 * margin),
    heightM / (frame.height - 2 * margin),
    1,
  );
  const scale = roundUp(1000 * needed);
  const [cx, cy] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const perMetre = 1000 / scale;
  return {
    scale,
    project: (lon, lat) => [
      cx + (lon - lon0) * eastM * perMetre,
      cy - (lat - lat0) * metresPerDegree * perMetre,
    ],
  };
}

/** The next of 1, 1.2, 1.5, 2 … times a power of ten. */
function roundUp(scale: number): number {
  const power = 10 ** Math.floor(Math.log10(scale));
  const factor = roundScales.find((one) => one * power >= scale);
  return Math.round((factor ?? 10) * power);
}

export function boundsOf(points: Iterable<readonly [number, number]>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east ? { west, south, east, north } : null;
}
