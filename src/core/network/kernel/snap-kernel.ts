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
/**
 * Points: [lon, lat, cap in metres], 24 bytes each. Where a door leg is too long to be measured
 * here, the foot takes the place of the point.
 */
const POINTS = 68;
/** The row of each point in the answers. */
const ORDER = 72;
/** Answers, a column each: edge, centimetres along it, door leg in centimetres (-1 unmeasured). */
const EDGE = 76;
const ALONG = 80;
const DOOR = 84;
/**
 * For each row of cells, metres in a degree of longitude at its southern border and what they grow
 * by each degree northwards, then the same of latitude: 32 bytes.
 */
const SCALES = 88;

/** As SHORT_DEGREES in ../../geo/geodesic.ts: up to here the short formula holds. */
const SHORT_DEGREES: f64 = 0.05;

/** A degree of latitude is nowhere shorter, metres. */
const LEAST_PER_DEGREE_LAT: f64 = 110574;
/** Bounds are taken a little low, for what the plane does not see of the globe. */
const CAUTION: f64 = 0.999;
/** Metres in which most doors have their street. */
const FIRST_RADIUS: f64 = 16;
/** Keeps a column from having no width, however far the point lies. */
const LEAST_WIDTH_M: f64 = 0.001;
const RADIANS: f64 = 3.141592653589793 / 180;
const EQUATOR: f64 = 6378137;
const FLATTENING: f64 = 1 / 298.257223563;
const E2: f64 = FLATTENING * (2 - FLATTENING);

/** As cosOfLatitude in ../../geo/geodesic.ts. */
function cosOfLatitude(lat: f64): f64 {
  const x = (90 - abs(lat)) * RADIANS;
  const x2 = x * x;
  let sum = 1 - x2 * (1.0 / 210);
  sum = 1 - x2 * (1.0 / 156) * sum;
  sum = 1 - x2 * (1.0 / 110) * sum;
  sum = 1 - x2 * (1.0 / 72) * sum;
  sum = 1 - x2 * (1.0 / 42) * sum;
  sum = 1 - x2 * (1.0 / 20) * sum;
  sum = 1 - x2 * (1.0 / 6) * sum;
  return x * sum;
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
    let best = i64x2.splat(-1);
    let bestShare = f64x2.splat(0);
    const sum = lon + lat + cap;
    if (sum == sum) {
      const pointLon = f64x2.splat(lon);
      const pointLat = f64x2.splat(lat);
      const zero = f64x2.splat(0);
      const one = f64x2.splat(1);
      const x = (lon - west) / cellLon;
      const y = (lat - south) / cellLat;
      const nearRow = min(max(i32(floor(y)), 0), rows - 1);
      const scale = load<i32>(SCALES) + (nearRow << 5);
      const inRow = lat - (south + f64(nearRow) * cellLat);
      const perLon = load<f64>(scale) + load<f64>(scale, 8) * inRow;
      const perLonBoth = f64x2.splat(perLon);
      const perLatBoth = f64x2.splat(load<f64>(scale, 16) + load<f64>(scale, 24) * inRow);
      // Half of what it grows by: the scale at the middle of the way.
      const changeBoth = f64x2.splat(load<f64>(scale, 8) * 0.5);
      // The plane may err against the geodesic that decides in the end.
      const farthest = cap * 1.001 + 1;
      let nearest = f64x2.splat(farthest * farthest);

      // A box of cells around the point, widened until it holds all that may be as near as the best.
      let radius = least(FIRST_RADIUS, farthest);
      for (;;) {
        const ahead = radius / leastHeight;
        const bottom = i32(floor(y - ahead));
        const top = i32(floor(y + ahead));
        const firstRow = min(max(bottom, 0), rows - 1);
        const lastRow = min(max(top, 0), rows - 1);
        const firstWidth = load<f64>(leastWidth + (firstRow << 3));
        const lastWidth = load<f64>(leastWidth + (lastRow << 3));
        const width = least(least(firstWidth, lastWidth), perLon * cellLon) * CAUTION;
        const aside = radius / (width > LEAST_WIDTH_M ? width : LEAST_WIDTH_M);
        const left = i32(floor(x - aside));
        const right = i32(floor(x + aside));
        const firstColumn = min(max(left, 0), columns - 1);
        const lastColumn = min(max(right, 0), columns - 1);
        for (let r = firstRow; r <= lastRow; r++) {
          // Cells of a row stand one after another, and so do their segments.
          const row = cellStart + ((r * columns) << 2);
          const end = cellSegments + (load<i32>(row + (lastColumn << 2), 4) << 2);
          let at = cellSegments + (load<i32>(row + (firstColumn << 2)) << 2);
          for (; at < end; at += 4) {
            const i = load<i32>(at);
            const atLon = shapeLon + (i << 3);
            const atLat = shapeLat + (i << 3);
            // Both ends at once: [first, second] of the segment.
            const lats = f64x2.sub(v128.load(atLat), pointLat);
            const scales = f64x2.add(perLonBoth, f64x2.mul(changeBoth, lats));
            const xs = f64x2.mul(f64x2.sub(v128.load(atLon), pointLon), scales);
            const ys = f64x2.mul(lats, perLatBoth);
            const first = i64x2.shuffle(xs, ys, 0, 2);
            const second = i64x2.shuffle(xs, ys, 1, 3);
            const way = f64x2.sub(second, first);
            // [-(first · way), way · way]: how far along it the foot lies, kept between the ends.
            // Without branches, which no processor could foresee; 0 / 0 becomes the first end.
            const onward = f64x2.neg(f64x2.mul(first, way));
            const square = f64x2.mul(way, way);
            const sums = f64x2.add(
              i64x2.shuffle(onward, square, 0, 2),
              i64x2.shuffle(onward, square, 1, 3),
            );
            const ratio = f64x2.div(sums, i64x2.shuffle(sums, sums, 1, 1));
            const share = f64x2.pmin(f64x2.pmax(zero, i64x2.shuffle(ratio, ratio, 0, 0)), one);
            // The second end has its own numbers: edges meeting there are equally near to the bit.
            const inside = f64x2.add(first, f64x2.mul(share, way));
            const foot = v128.bitselect(second, inside, f64x2.eq(share, one));
            const squares = f64x2.mul(foot, foot);
            const distance = f64x2.add(squares, i64x2.shuffle(squares, squares, 1, 0));
            const name = i64x2.splat(i);
            const isNearer = v128.or(
              f64x2.lt(distance, nearest),
              v128.and(f64x2.eq(distance, nearest), i64x2.lt_s(name, best)),
            );
            nearest = v128.bitselect(distance, nearest, isNearer);
            best = v128.bitselect(name, best, isNearer);
            bestShare = v128.bitselect(share, bestShare, isNearer);
          }
        }
        const nearestSquared = f64x2.extract_lane(nearest, 0);
        if (radius * radius >= nearestSquared) break;
        if (left <= 0 && bottom <= 0 && right >= columns - 1 && top >= rows - 1) break;
        const isFound = i64x2.extract_lane(best, 0) >= 0;
        radius = least(isFound ? sqrt(nearestSquared) * 1.000001 : 4 * radius, farthest);
      }
    }
    const answer = load<i32>(load<i32>(ORDER) + (k << 2)) << 2;
    store<i32>(load<i32>(EDGE) + answer, -1);
    store<i32>(load<i32>(ALONG) + answer, 0);
    store<i32>(load<i32>(DOOR) + answer, 0);
    const segment = i32(i64x2.extract_lane(best, 0));
    if (segment < 0) continue;
    const t = f64x2.extract_lane(bestShare, 0);
    const atLon = shapeLon + (segment << 3);
    const atLat = shapeLat + (segment << 3);
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
      store<f64>(point, footLon);
      store<f64>(point, footLat, 8);
    }
    const shapeCm = load<i32>(SHAPE_CM) + (segment << 2);
    const firstCm = f64(load<i32>(shapeCm));
    const alongCm = i32(floor(firstCm + t * (f64(load<i32>(shapeCm, 4)) - firstCm) + 0.5));
    store<i32>(load<i32>(EDGE) + answer, load<i32>(load<i32>(EDGE_OF_SHAPE) + (segment << 2)));
    store<i32>(load<i32>(ALONG) + answer, alongCm);
    store<i32>(load<i32>(DOOR) + answer, doorCm);
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

function least(a: f64, b: f64): f64 {
  return a < b ? a : b;
}
