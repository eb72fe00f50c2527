/**
 * Nearest segments for many points, for WebAssembly (AssemblyScript, built by
 * scripts/build-kernel.mjs into snap-bytes.ts). What it does and why is told in ../snap.ts; every
 * address is a byte offset. Memory begins with the settings below.
 */
const WEST = 0;
const SOUTH = 8;
const CELL_LON = 16;
const CELL_LAT = 24;
const COLUMNS = 32;
const ROWS = 36;
const CELL_START = 40;
const CELL_SEGMENTS = 44;
const SHAPE_LON = 48;
const SHAPE_LAT = 52;
const LEAST_WIDTH = 56;
const SHAPE_CM = 60;
const EDGE_OF_SHAPE = 64;
/** Points: [lon, lat, cap in metres], 24 bytes each. */
const POINTS = 68;
/** What was found: [edge, centimetres along it, door leg in centimetres], 12 bytes each. */
const ANSWERS = 72;
/** For a door leg too long to be measured here: [lon, lat] of the foot, 16 bytes each. */
const FEET = 76;

/** As SHORT_DEGREES in ../../geo/geodesic.ts: up to here the short formula holds. */
const SHORT_DEGREES: f64 = 0.05;

/** A degree of latitude is nowhere shorter, metres. */
const LEAST_PER_DEGREE_LAT: f64 = 110574;
/** Bounds are taken a little low, for what the plane does not see of the globe. */
const CAUTION: f64 = 0.999;
const RADIANS: f64 = 3.141592653589793 / 180;
const EQUATOR: f64 = 6378137;
const FLATTENING: f64 = 1 / 298.257223563;
const E2: f64 = FLATTENING * (2 - FLATTENING);

/** As cosOfLatitude, metresPerDegreeLon and metresPerDegreeLat in ../../geo/geodesic.ts. */
function cosOfLatitude(lat: f64): f64 {
  const x = (90 - abs(lat)) * RADIANS;
  const x2 = x * x;
  let sum = 1 - x2 / 210;
  sum = 1 - (x2 / 156) * sum;
  sum = 1 - (x2 / 110) * sum;
  sum = 1 - (x2 / 72) * sum;
  sum = 1 - (x2 / 42) * sum;
  sum = 1 - (x2 / 20) * sum;
  sum = 1 - (x2 / 6) * sum;
  return x * sum;
}

function metresPerDegreeLon(lat: f64): f64 {
  const cos = cosOfLatitude(lat);
  const w2 = 1 - E2 * (1 - cos * cos);
  return (EQUATOR / sqrt(w2)) * cos * RADIANS;
}

function metresPerDegreeLat(lat: f64): f64 {
  const cos = cosOfLatitude(lat);
  const w2 = 1 - E2 * (1 - cos * cos);
  const meridian = EQUATOR * (1 - E2);
  return (meridian / (w2 * sqrt(w2))) * RADIANS;
}

/** Finds the foot of each of `count` points; edge -1 where no street is within its cap. */
export function findAll(count: i32): void {
  const west = load<f64>(WEST);
  const south = load<f64>(SOUTH);
  const cellLon = load<f64>(CELL_LON);
  const cellLat = load<f64>(CELL_LAT);
  const columns = load<i32>(COLUMNS);
  const rows = load<i32>(ROWS);
  const cellStart = load<i32>(CELL_START);
  const cellSegments = load<i32>(CELL_SEGMENTS);
  const shapeLon = load<i32>(SHAPE_LON);
  const shapeLat = load<i32>(SHAPE_LAT);
  const leastWidth = load<i32>(LEAST_WIDTH);
  const leastHeight = cellLat * LEAST_PER_DEGREE_LAT * CAUTION;

  for (let k = 0; k < count; k++) {
    const point = load<i32>(POINTS) + 24 * k;
    const lon = load<f64>(point);
    const lat = load<f64>(point, 8);
    const cap = load<f64>(point, 16);
    let best = -1;
    let bestFraction: f64 = 0;
    const sum = lon + lat + cap;
    if (sum == sum) {
      const perLat = metresPerDegreeLat(lat);
      const perLon = metresPerDegreeLon(lat);
      // Half the change of a degree of longitude with latitude: the scale at the middle of the way.
      const perLonChange = (metresPerDegreeLon(lat + 0.005) - perLon) * 100;
      const pointLon = f64x2.splat(lon);
      const pointLat = f64x2.splat(lat);
      const perLonBoth = f64x2.splat(perLon);
      const perLatBoth = f64x2.splat(perLat);
      const changeBoth = f64x2.splat(perLonChange);
      const x = (lon - west) / cellLon;
      const y = (lat - south) / cellLat;
      const column = i32(floor(x));
      const row = i32(floor(y));
      // The plane may err against the geodesic that decides in the end.
      let bestSquared = (cap * 1.001 + 1) * (cap * 1.001 + 1);

      // Rings of cells around the point's own; outside the grid, from the first that touches it.
      let ring = max(max(0, -column), column - columns + 1);
      ring = max(ring, max(-row, row - rows + 1));
      for (; ; ring++) {
        const left = column - ring;
        const right = column + ring;
        const bottom = row - ring;
        const top = row + ring;
        const firstRow = bottom > 0 ? bottom : 0;
        const lastRow = top < rows - 1 ? top : rows - 1;
        const firstWidth = load<f64>(leastWidth + (firstRow << 3));
        const lastWidth = load<f64>(leastWidth + (lastRow << 3));
        const width = least(least(firstWidth, lastWidth), perLon * cellLon) * CAUTION;
        for (let r = firstRow; r <= lastRow; r++) {
          const gapY = gap(y, r) * leastHeight;
          const isWhole = ring == 0 || r == bottom || r == top;
          const step = isWhole ? 1 : right - left;
          for (let c = left; c <= right; c += step) {
            if (c < 0 || c >= columns) continue;
            const gapX = gap(x, c) * width;
            if (gapX * gapX + gapY * gapY > bestSquared) continue;

            const cell = cellStart + ((r * columns + c) << 2);
            const end = cellSegments + (load<i32>(cell, 4) << 2);
            for (let at = cellSegments + (load<i32>(cell) << 2); at < end; at += 4) {
              const i = load<i32>(at);
              const atLon = shapeLon + (i << 3);
              const atLat = shapeLat + (i << 3);
              // Both ends at once: [first, second] of the segment.
              const lats = f64x2.sub(v128.load(atLat), pointLat);
              const scales = f64x2.add(perLonBoth, f64x2.mul(changeBoth, lats));
              const xs = f64x2.mul(f64x2.sub(v128.load(atLon), pointLon), scales);
              const ys = f64x2.mul(lats, perLatBoth);
              const x1 = f64x2.extract_lane(xs, 0);
              const x2 = f64x2.extract_lane(xs, 1);
              const y1 = f64x2.extract_lane(ys, 0);
              const y2 = f64x2.extract_lane(ys, 1);
              const dx = x2 - x1;
              const dy = y2 - y1;
              const along = -(x1 * dx + y1 * dy);
              const squared = dx * dx + dy * dy;
              let footX = x1;
              let footY = y1;
              let t: f64 = 0;
              if (along >= squared) {
                // The end's own numbers, so that edges meeting there are equally near to the bit.
                t = squared > 0 ? 1 : 0;
                footX = x2;
                footY = y2;
              } else if (along > 0) {
                t = along / squared;
                footX = x1 + t * dx;
                footY = y1 + t * dy;
              }
              const distance = footX * footX + footY * footY;
              if (distance < bestSquared || (distance == bestSquared && i < best)) {
                bestSquared = distance;
                best = i;
                bestFraction = t;
              }
            }
          }
        }
        if (left <= 0 && bottom <= 0 && right >= columns - 1 && top >= rows - 1) break;
        // Nothing outside the rings can be nearer than their border.
        const reachX = least(x - f64(left), f64(right + 1) - x) * width;
        const reachY = least(y - f64(bottom), f64(top + 1) - y) * leastHeight;
        const reach = least(reachX, reachY);
        if (reach * reach > bestSquared) break;
      }
    }
    const answer = load<i32>(ANSWERS) + 12 * k;
    store<i32>(answer, -1);
    if (best < 0) continue;
    const t = bestFraction;
    const atLon = shapeLon + (best << 3);
    const atLat = shapeLat + (best << 3);
    const footLon = load<f64>(atLon) + t * (load<f64>(atLon, 8) - load<f64>(atLon));
    const footLat = load<f64>(atLat) + t * (load<f64>(atLat, 8) - load<f64>(atLat));
    const dLon = footLon - lon;
    const dLat = footLat - lat;
    let doorCm = -1;
    if (abs(dLon) <= SHORT_DEGREES && abs(dLat) <= SHORT_DEGREES) {
      const door = floor(shortMetres(lat, footLat, dLon, dLat) * 100 + 0.5);
      if (door > cap * 100) continue;
      doorCm = i32(door);
    } else {
      store<f64>(load<i32>(FEET) + (k << 4), footLon);
      store<f64>(load<i32>(FEET) + (k << 4), footLat, 8);
    }
    const shapeCm = load<i32>(SHAPE_CM) + (best << 2);
    const firstCm = f64(load<i32>(shapeCm));
    store<i32>(answer, load<i32>(load<i32>(EDGE_OF_SHAPE) + (best << 2)));
    store<i32>(answer, i32(floor(firstCm + t * (f64(load<i32>(shapeCm, 4)) - firstCm) + 0.5)), 4);
    store<i32>(answer, doorCm, 8);
  }
}

/** As geodesicMetres in ../../geo/geodesic.ts, for short legs. */
function shortMetres(lat1: f64, lat2: f64, dLon: f64, dLat: f64): f64 {
  const cos = cosOfLatitude((lat1 + lat2) / 2);
  const w2 = 1 - E2 * (1 - cos * cos);
  const normalRadius = EQUATOR / sqrt(w2);
  const x = normalRadius * cos * dLon * RADIANS;
  const y = ((normalRadius * (1 - E2)) / w2) * dLat * RADIANS;
  return sqrt(x * x + y * y);
}

/** How far a coordinate lies outside a cell, in cells. */
function gap(coordinate: f64, cell: i32): f64 {
  const from = f64(cell);
  if (from > coordinate) return from - coordinate;
  return coordinate > from + 1 ? coordinate - from - 1 : 0;
}

function least(a: f64, b: f64): f64 {
  return a < b ? a : b;
}
