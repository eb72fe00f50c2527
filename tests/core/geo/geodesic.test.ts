import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import {
  cosOfLatitude,
  geodesicCm,
  geodesicMetres,
  metresPerDegreeLat,
  metresPerDegreeLon,
  polylineMetres,
  SHORT_DEGREES,
} from '../../../src/core/geo';

/** Karney's inverse problem, metres. */
function karney(lon1: number, lat1: number, lon2: number, lat2: number): number {
  return geodesic.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12!;
}

describe('geodesicMetres', () => {
  test('is within 1e-6 of Karney for short segments anywhere', () => {
    const step = fc.double({ min: -SHORT_DEGREES, max: SHORT_DEGREES, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        step,
        step,
        (lon, lat, dLon, dLat) => {
          const expected = karney(lon, lat, lon + dLon, lat + dLat);
          const error = Math.abs(geodesicMetres(lon, lat, lon + dLon, lat + dLat) - expected);
          expect(error).toBeLessThanOrEqual(1e-6 * expected + 1e-8);
        },
      ),
      { numRuns: 5000, seed: 1 },
    );
  });

  test('long segments and the date line', () => {
    expect(geodesicMetres(0, 0, 90, 0)).toBeCloseTo(10018754.171, 2);
    expect(geodesicMetres(116, 39, 117, 40)).toBeCloseTo(karney(116, 39, 117, 40), 6);
    expect(geodesicMetres(179.99, 10, -179.99, 10)).toBeCloseTo(karney(179.99, 10, 180.01, 10), 5);
  });

  test('is symmetric, and zero only for one place', () => {
    expect(geodesicMetres(117.6, 26.2, 117.61, 26.21)).toBe(
      geodesicMetres(117.61, 26.21, 117.6, 26.2),
    );
    expect(geodesicCm(117.6, 26.2, 117.6, 26.2)).toBe(0);
    expect(geodesicCm(117.6, 26.2, 117.6000001, 26.2)).toBe(1);
  });

  test('a degree of longitude over the demo city is 0.895–0.908 of one of latitude', () => {
    for (const [lat, ratio] of [
      [25.5, 0.908],
      [27.1, 0.895],
    ]) {
      expect(metresPerDegreeLon(lat) / metresPerDegreeLat(lat)).toBeCloseTo(ratio, 3);
    }
    expect(metresPerDegreeLat(45)).toBeCloseTo(karney(0, 44.99, 0, 45.01) * 50, 1);
  });
});

test('the cosine needs no engine: within 1e-11 of Math.cos', () => {
  for (let lat = -90; lat <= 90; lat += 0.37) {
    const expected = Math.cos((lat * Math.PI) / 180);
    expect(Math.abs(cosOfLatitude(lat) - expected)).toBeLessThanOrEqual(1e-11 * expected + 1e-16);
  }
});

test('polylineMetres adds the segments it is given', () => {
  const lon = [117, 117.001, 117.002, 117.002];
  const lat = [26, 26, 26, 26.001];
  const eastward = karney(117, 26, 117.001, 26);
  expect(polylineMetres(lon, lat)).toBeCloseTo(2 * eastward + karney(0, 26, 0, 26.001), 5);
  expect(polylineMetres(lon, lat, 0, 2)).toBeCloseTo(eastward, 5);
  expect(polylineMetres([117], [26])).toBe(0);
});
