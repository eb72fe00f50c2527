import booleanValid from '@turf/boolean-valid';
import kinks from '@turf/kinks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../../src/core/network/graph';
import {
  Isochrones,
  isochrones,
  positionAt,
  type MultiPolygon,
  type Position,
} from '../../../../src/core/reach';
import { bruteForceMetres } from '../reference';
import { built, randomCase } from '../random-streets';
import { networkOf, pointsOf, type Street } from '../scenes';

/** A town of crooked streets about 3 km wide near Sanming, with gaps, a long road and one-ways. */
function crookedTown(seed: number): Network {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const side = 22;
  const places: [number, number][] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      places.push([117.6 + 0.0014 * (x + 0.5 * random()), 26.27 + 0.0013 * (y + 0.5 * random())]);
    }
  }
  const streets: Street[] = [];
  const join = (from: number, to: number) => {
    const [a, b] = [places[from], places[to]];
    const east = (b[0] - a[0]) * 111320 * Math.cos((26.3 * Math.PI) / 180);
    const lengthCm = Math.round(100 * Math.hypot(east, (b[1] - a[1]) * 110800));
    streets.push({ from, to, lengthCm, directions: random() < 0.1 ? 1 : 3 });
  };
  for (let v = 0; v < side * side; v++) {
    if (v % side < side - 1 && random() < 0.85) join(v, v + 1);
    if (v + side < side * side && random() < 0.85) join(v, v + side);
  }
  return networkOf(places.length, streets, places);
}

function holds({ coordinates }: MultiPolygon, lon: number, lat: number): boolean {
  let crossings = 0;
  for (const polygon of coordinates) {
    for (const ring of polygon) crossings += crossingsOf(ring, lon, lat);
  }
  return crossings % 2 === 1;
}

function crossingsOf(ring: Position[], lon: number, lat: number): number {
  let crossings = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) crossings++;
  }
  return crossings;
}

const town = crookedTown(7);
const single = pointsOf([[400, 3000, 500]]);
const several = pointsOf([
  [100, 0, 0],
  [300, 500, 2000],
  [500, 10, 100],
  [730, 40, 9000],
]);

describe('reached stretches', () => {
  it('are exactly what brute force reaches, cut where the limit falls', () => {
    const samples = fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 8,
    });
    const headings = fc.constantFrom('to' as const, 'from' as const);
    fc.assert(
      fc.property(
        randomCase(),
        fc.integer({ min: 1, max: 40_000 }),
        headings,
        samples,
        (random, limit, heading, picks) => {
          const { network, facilities } = built(random);
          const found = new Isochrones(network, { heading }).stretches(facilities, limit);
          const rows = Array.from({ length: found.count }, (_, s) => ({
            edge: found.edge[s],
            fromCm: found.fromCm[s],
            toCm: found.toCm[s],
          }));
          const costAt = (edge: number, alongCm: number) => {
            const spot = pointsOf([[edge, alongCm]]);
            const metres =
              heading === 'to'
                ? bruteForceMetres(network, spot, facilities)[0]
                : bruteForceMetres(network, facilities, spot).map((row) => row[0]);
            const least = Math.min(Infinity, ...metres);
            return least < Infinity ? Math.round(100 * least) : Infinity;
          };
          for (const row of rows) {
            for (const cm of [row.fromCm, row.toCm]) {
              expect(costAt(row.edge, cm)).toBeLessThanOrEqual(limit);
            }
          }
          for (const [n, share] of picks) {
            const edge = n % network.edgeCount;
            const cm = Math.round(share * network.edgeLengthCm[edge]);
            // The very end of a street is a vertex: it may be reached by another street alone.
            if (cm === 0 || cm === network.edgeLengthCm[edge]) continue;
            const inside = rows.some((r) => r.edge === edge && r.fromCm <= cm && cm <= r.toCm);
            expect(inside).toBe(costAt(edge, cm) <= limit);
          }
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe.each([
  { name: 'screen', options: { cellM: 12 } },
  { name: 'file', options: { cellM: 8, bufferM: 20 } },
  { name: 'as narrow as may be', options: { cellM: 12, bufferM: 0 } },
  { name: 'away from the points', options: { heading: 'from' as const } },
])('isochrones, $name', ({ options }) => {
  const maker = new Isochrones(town, options);

  it.each([single, several])('hold every reached stretch and nest', (points) => {
    const bands = maker.around(points, [5, 10, 15], 0.8);
    const outside: number[][] = [];
    for (const band of bands) {
      const found = maker.stretches(points, band.limitCm);
      for (let s = 0; s < found.count; s++) {
        for (let k = 0; k <= 3; k++) {
          const cm = found.fromCm[s] + (k / 3) * (found.toCm[s] - found.fromCm[s]);
          const [lon, lat] = positionAt(town, found.edge[s], cm);
          if (!holds(band.geometry, lon, lat)) outside.push([lon, lat]);
        }
      }
    }
    expect(outside).toEqual([]);
    for (let i = 0; i < 2000; i++) {
      const lon = 117.595 + 0.04 * ((i * 0.754877666) % 1);
      const lat = 26.265 + 0.035 * ((i * 0.569840291) % 1);
      const inside = bands.map((band) => holds(band.geometry, lon, lat));
      if ((inside[0] && !inside[1]) || (inside[1] && !inside[2])) outside.push([lon, lat]);
    }
    expect(outside).toEqual([]);
  });

  it('are valid by RFC 7946: closed, outer rings left-handed, holes right-handed, no crossings', () => {
    for (const band of maker.around(several, [2, 5, 15], 0.8)) {
      expect(booleanValid(band.geometry)).toBe(true);
      for (const polygon of band.geometry.coordinates) {
        expect(kinks({ type: 'Polygon', coordinates: polygon }).features).toEqual([]);
        polygon.forEach((ring, r) => {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
          let area = 0;
          for (let i = 1; i < ring.length; i++) {
            area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
          }
          expect(Math.sign(area)).toBe(r === 0 ? 1 : -1);
          // A hole lies within its own outer ring.
          if (r > 0) {
            const outer: MultiPolygon = { type: 'MultiPolygon', coordinates: [[polygon[0]]] };
            expect(ring.every(([lon, lat]) => holds(outer, lon, lat))).toBe(true);
          }
        });
      }
    }
  });
});

it('a ring of streets leaves a hole, and minutes come back in the order asked', () => {
  const places: [number, number][] = [
    [117, 26],
    [117.01, 26],
    [117.01, 26.01],
    [117, 26.01],
  ];
  const around = [0, 1, 2, 3].map((v) => ({ from: v, to: (v + 1) % 4, lengthCm: 100_000 }));
  const network = networkOf(4, around, places);
  const [wide, narrow] = isochrones(network, pointsOf([[0, 0]]), [60, 5], 0.8);
  expect(wide.minutes).toBe(60);
  expect(wide.geometry.coordinates.map((p) => p.length)).toEqual([2]);
  expect(narrow.geometry.coordinates.map((p) => p.length)).toEqual([1]);
  expect(holds(wide.geometry, 117.005, 26.005)).toBe(false);
  expect(holds(wide.geometry, 117.005, 26)).toBe(true);
});

it('nothing reached is an empty area', () => {
  const [band] = isochrones(town, pointsOf([[-1, 0]]), [15], 0.8);
  expect(band.geometry.coordinates).toEqual([]);
});
