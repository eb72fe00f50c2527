/**
 * A point that stands for an area and surely lies within it: halfway along the widest crossing of
 * a level line, in the largest of its polygons. Where the centroid of a bent area falls outside,
 * this does not.
 */
type Ring = readonly (readonly number[])[];

/** [lon, lat], or null where the coordinates are no polygon. */
export function pointWithin(type: string, coordinates: unknown): readonly number[] | null {
  const given: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given) || given.length === 0 || !given.every(isPolygon)) return null;
  const polygons = given as readonly (readonly Ring[])[];
  const largest = polygons.reduce((a, b) => (ringArea(b[0]) > ringArea(a[0]) ? b : a));
  const latitudes = largest[0].map((point) => point[1]);
  const low = Math.min(...latitudes);
  const high = Math.max(...latitudes);
  // The middle first; other levels where it runs through a corner or along an edge.
  for (const share of [0.5, 0.382, 0.618, 0.25, 0.75, 0.127, 0.871]) {
    const level = low + share * (high - low);
    const crossings = largest.flatMap((ring) => crossingsOf(ring, level)).sort((a, b) => a - b);
    let best = -1;
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1] - crossings[i];
      if (best < 0 || width > crossings[best + 1] - crossings[best]) best = i;
    }
    if (best >= 0 && crossings[best + 1] > crossings[best]) {
      return [(crossings[best] + crossings[best + 1]) / 2, level];
    }
  }
  return null;
}

function isPolygon(rings: unknown): boolean {
  if (!Array.isArray(rings) || rings.length === 0) return false;
  return rings.every(
    (ring) =>
      Array.isArray(ring) &&
      ring.length >= 4 &&
      ring.every((point) => Array.isArray(point) && point.slice(0, 2).every(Number.isFinite)),
  );
}

/** Longitudes where a ring crosses a level; a corner on the level counts with the edge below it. */
function crossingsOf(ring: Ring, level: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [lonA, latA] = ring[i];
    const [lonB, latB] = ring[i + 1];
    if (latA < level === latB < level) continue;
    crossings.push(lonA + ((level - latA) / (latB - latA)) * (lonB - lonA));
  }
  return crossings;
}

function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  return Math.abs(twice) / 2;
}
