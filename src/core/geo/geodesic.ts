/**
 * Lengths on the WGS-84 ellipsoid. Street segments are short, so the radii of curvature at the
 * middle latitude give the geodesic within 1e-6; longer ones go to Karney's algorithm.
 *
 * The short formula uses only + − × ÷ and √, which IEEE 754 fixes to the bit (Math.cos is left to
 * the engine): every browser and Node get the same centimetres, and a saved network need not carry
 * its lengths.
 */
import geodesic from 'geographiclib-geodesic';

/** Semi-major axis in metres and flattening (NIMA TR8350.2). */
export const EQUATORIAL_RADIUS_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIANS_PER_DEGREE = Math.PI / 180;

/** Up to this difference of latitude or longitude the short formula is within 1e-6 anywhere. */
export const SHORT_DEGREES = 0.05;

/** Cosine of a latitude in degrees, −90 … 90; relative error below 1e-11, the same bits everywhere. */
export function cosOfLatitude(lat: number): number {
  const x = (90 - Math.abs(lat)) * RADIANS_PER_DEGREE;
  const x2 = x * x;
  // Taylor series of sin(x) to x^15 in Horner's form.
  let sum = 1 - x2 * (1 / 210);
  sum = 1 - x2 * (1 / 156) * sum;
  sum = 1 - x2 * (1 / 110) * sum;
  sum = 1 - x2 * (1 / 72) * sum;
  sum = 1 - x2 * (1 / 42) * sum;
  sum = 1 - x2 * (1 / 20) * sum;
  sum = 1 - x2 * (1 / 6) * sum;
  return x * sum;
}

/** Metres in one degree of longitude at a latitude. */
export function metresPerDegreeLon(lat: number): number {
  const cos = cosOfLatitude(lat);
  const w2 = 1 - ECCENTRICITY_SQUARED * (1 - cos * cos);
  return (EQUATORIAL_RADIUS_M / Math.sqrt(w2)) * cos * RADIANS_PER_DEGREE;
}

/** Metres in one degree of latitude at a latitude. */
export function metresPerDegreeLat(lat: number): number {
  const cos = cosOfLatitude(lat);
  const w2 = 1 - ECCENTRICITY_SQUARED * (1 - cos * cos);
  const meridian = EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED);
  return (meridian / (w2 * Math.sqrt(w2))) * RADIANS_PER_DEGREE;
}

/** Shortest distance on the ellipsoid in metres; degrees in. Within 1e-6 of Karney's. */
export function geodesicMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  let dLon = lon2 - lon1;
  if (dLon > 180) dLon -= 360;
  else if (dLon < -180) dLon += 360;
  const dLat = lat2 - lat1;
  if (
    dLon > SHORT_DEGREES ||
    dLon < -SHORT_DEGREES ||
    dLat > SHORT_DEGREES ||
    dLat < -SHORT_DEGREES
  ) {
    return geodesic.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12 ?? NaN;
  }
  const cos = cosOfLatitude((lat1 + lat2) / 2);
  const w2 = 1 - ECCENTRICITY_SQUARED * (1 - cos * cos);
  const normalRadius = EQUATORIAL_RADIUS_M / Math.sqrt(w2);
  const x = normalRadius * cos * dLon * RADIANS_PER_DEGREE;
  const y = ((normalRadius * (1 - ECCENTRICITY_SQUARED)) / w2) * dLat * RADIANS_PER_DEGREE;
  return Math.sqrt(x * x + y * y);
}

/** Shortest distance in whole centimetres. */
export function geodesicCm(lon1: number, lat1: number, lon2: number, lat2: number): number {
  return Math.round(geodesicMetres(lon1, lat1, lon2, lat2) * 100);
}

/** Length in metres of the line over points start … end - 1. */
export function polylineMetres(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  start = 0,
  end = lon.length,
): number {
  let sum = 0;
  for (let i = start + 1; i < end; i++) {
    sum += geodesicMetres(lon[i - 1], lat[i - 1], lon[i], lat[i]);
  }
  return sum;
}
