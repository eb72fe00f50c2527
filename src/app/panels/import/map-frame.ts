/** A small map's frame: degrees → pixels of a square, and what lies within it. */
type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Frame {
  place(lon: number, lat: number): readonly [x: number, y: number];
  /** Pixels of a length in metres. */
  pixels(metres: number): number;
}

const METRES_PER_DEGREE = 111_320;
/** Half a side of the close view, degrees of latitude: about 1.6 km. */
const CLOSE = 0.015;
const LEAST = 0.01;

export const closeBounds = ([lon, lat]: readonly [number, number]): Bounds => [
  lon - CLOSE,
  lat - CLOSE,
  lon + CLOSE,
  lat + CLOSE,
];

/** Around all points with a margin. */
export function boundsAround(sets: readonly Float64Array[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of sets) {
    for (let i = 0; i < points.length; i += 2) {
      west = Math.min(west, points[i]);
      east = Math.max(east, points[i]);
      south = Math.min(south, points[i + 1]);
      north = Math.max(north, points[i + 1]);
    }
  }
  const margin = Math.max(LEAST, 0.15 * Math.max(east - west, north - south));
  return [west - margin, south - margin, east + margin, north + margin];
}

export function scaleOf([west, south, east, north]: Bounds, size: number): Frame {
  const middle: readonly [number, number] = [(west + east) / 2, (south + north) / 2];
  const shrink = Math.cos((middle[1] * Math.PI) / 180);
  const perDegree = size / Math.max((east - west) * shrink, north - south);
  return {
    place: (lon, lat) => [
      Math.round((size / 2 + (lon - middle[0]) * shrink * perDegree) * 10) / 10,
      Math.round((size / 2 - (lat - middle[1]) * perDegree) * 10) / 10,
    ],
    pixels: (metres) => (metres / METRES_PER_DEGREE) * perDegree,
  };
}

export function linePath(line: readonly (readonly number[])[], frame: Frame): string {
  return line.map(([lon, lat], i) => `${i ? 'L' : 'M'}${frame.place(lon, lat).join(' ')}`).join('');
}

export function pointsWithin(
  points: Float64Array,
  frame: Frame,
  size: number,
): (readonly [number, number])[] {
  const within: (readonly [number, number])[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const at = frame.place(points[i], points[i + 1]);
    if (at[0] >= 0 && at[1] >= 0 && at[0] <= size && at[1] <= size) within.push(at);
  }
  return within;
}
