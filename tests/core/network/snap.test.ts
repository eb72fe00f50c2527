import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { buildNetwork, buildSnapIndex, snapPoints, type Network } from '../../../src/core/network';
import { drawStreets, latAt, lonAt, type DrawnStreet } from '../../fixtures/draw-streets';

const karney = (lon1: number, lat1: number, lon2: number, lat2: number) =>
  geodesic.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12!;

function snapOne(network: Network, x: number, y: number, capM = 300) {
  const index = buildSnapIndex(network);
  const one = snapPoints(index, Float64Array.of(lonAt(x)), Float64Array.of(latAt(y)), capM);
  return { edge: one.edge[0], alongCm: one.alongCm[0], doorCm: one.doorCm[0] };
}

describe('drawn scenes', () => {
  const street = buildNetwork(drawStreets([{ points: [[0, 0], [1000, 0]] }])); // prettier-ignore
  const fromWest = (alongCm: number) =>
    street.vertexLon[street.edgeFrom[0]] < street.vertexLon[street.edgeTo[0]]
      ? alongCm
      : street.edgeLengthCm[0] - alongCm;

  test('a door at 37 % of a street, 40 m from it', () => {
    const { edge, alongCm, doorCm } = snapOne(street, 370, 40);
    expect(edge).toBe(0);
    expect(Math.abs(fromWest(alongCm) - 37000)).toBeLessThanOrEqual(2);
    expect(Math.abs(doorCm - 4000)).toBeLessThanOrEqual(1);
  });

  test('beyond the end the foot is the end', () => {
    const { alongCm, doorCm } = snapOne(street, -30, 40);
    expect(fromWest(alongCm)).toBe(0);
    expect(Math.abs(doorCm - 5000)).toBeLessThanOrEqual(1);
  });

  test('the cap holds to the centimetre, and may be infinite', () => {
    expect(snapOne(street, 500, 299.9).edge).toBe(0);
    expect(snapOne(street, 500, 300.1)).toEqual({ edge: -1, alongCm: 0, doorCm: 0 });
    expect(snapOne(street, 500, 30000).edge).toBe(-1);
    const far = snapOne(street, 500, 30000, Infinity);
    expect(far.edge).toBe(0);
    expect(far.doorCm / 100).toBeCloseTo(karney(lonAt(500), latAt(30000), lonAt(500), latAt(0)), 0);
  });

  test('no place, no street', () => {
    const index = buildSnapIndex(street);
    const nowhere = snapPoints(index, Float64Array.of(NaN), Float64Array.of(26), Infinity);
    expect(nowhere.edge[0]).toBe(-1);
    expect(snapOne(buildNetwork(drawStreets([])), 0, 0, Infinity).edge).toBe(-1);
  });

  test('each point has its own cap', () => {
    const both = snapPoints(
      buildSnapIndex(street),
      Float64Array.of(lonAt(500), lonAt(500)),
      Float64Array.of(latAt(500), latAt(500)),
      Float64Array.of(300, 1000),
    );
    expect([...both.edge]).toEqual([-1, 0]);
  });

  test('equally near edges: the lowest wins', () => {
    const star = [[50, 20], [-40, 30], [10, -60], [-20, -20]]; // prettier-ignore
    const network = buildNetwork(drawStreets(star.map((end) => ({ points: [[0, 0], end] }))));
    const centre = snapPoints(
      buildSnapIndex(network),
      Float64Array.of(lonAt(0)),
      Float64Array.of(latAt(0)),
      10,
    );
    expect([centre.edge[0], centre.doorCm[0]]).toEqual([0, 0]);
  });
});

/** The nearest edge by looking at every segment: many points along it, then finer, by Karney. */
function bruteForceMetres(network: Network, lon: number, lat: number): number {
  let best = Infinity;
  for (let e = 0; e < network.edgeCount; e++) {
    for (let i = network.shapeStart[e]; i < network.shapeStart[e + 1] - 1; i++) {
      const at = (t: number) =>
        karney(
          lon,
          lat,
          network.shapeLon[i] + t * (network.shapeLon[i + 1] - network.shapeLon[i]),
          network.shapeLat[i] + t * (network.shapeLat[i + 1] - network.shapeLat[i]),
        );
      let [low, high] = [0, 1]; // distance to a straight line falls, then rises
      for (let step = 0; step < 40; step++) {
        const third = (high - low) / 3;
        if (at(low + third) < at(high - third)) high -= third;
        else low += third;
      }
      best = Math.min(best, at((low + high) / 2), at(0), at(1));
    }
  }
  return best;
}

test('is the nearest of all segments, near and far, by an independent search', () => {
  const coordinate = fc.integer({ min: -1500, max: 1500 });
  const street: fc.Arbitrary<DrawnStreet> = fc.record({
    points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 }),
  });
  const far = fc.integer({ min: -5000, max: 5000 });
  const point = fc.oneof(fc.tuple(coordinate, coordinate), fc.tuple(far, far));
  fc.assert(
    fc.property(
      fc.array(street, { minLength: 1, maxLength: 5 }),
      fc.array(point, { minLength: 3, maxLength: 3 }),
      (streets, points) => {
        const network = buildNetwork(drawStreets(streets));
        fc.pre(network.edgeCount > 0);
        const lon = Float64Array.from(points, ([x]) => lonAt(x));
        const lat = Float64Array.from(points, ([, y]) => latAt(y));
        const snapped = snapPoints(buildSnapIndex(network), lon, lat, Infinity);
        for (let p = 0; p < points.length; p++) {
          const expected = bruteForceMetres(network, lon[p], lat[p]);
          expect(Math.abs(snapped.doorCm[p] / 100 - expected)).toBeLessThanOrEqual(
            0.01 + 1e-5 * expected,
          );
          // alongCm is where the foot is: walk the shape to it and measure the door leg again.
          const e = snapped.edge[p];
          let i = network.shapeStart[e];
          while (i < network.shapeStart[e + 1] - 2 && network.shapeCm[i + 1] < snapped.alongCm[p]) {
            i++;
          }
          const length = network.shapeCm[i + 1] - network.shapeCm[i];
          const t = length === 0 ? 0 : (snapped.alongCm[p] - network.shapeCm[i]) / length;
          const foot = karney(
            lon[p],
            lat[p],
            network.shapeLon[i] + t * (network.shapeLon[i + 1] - network.shapeLon[i]),
            network.shapeLat[i] + t * (network.shapeLat[i + 1] - network.shapeLat[i]),
          );
          expect(Math.abs(foot - snapped.doorCm[p] / 100)).toBeLessThanOrEqual(0.03);
        }
      },
    ),
    { numRuns: 40, seed: 11 },
  );
});

test('a search over a grid finds what looking at everything finds', () => {
  // 30 × 30 streets on a bent lattice, 2,000 points; everything in the same plane formula's terms.
  const streets: DrawnStreet[] = [];
  const at = (i: number, j: number) => [i * 70 + 9 * Math.sin(j), j * 65 + 11 * Math.cos(i)];
  for (let i = 0; i < 30; i++) {
    streets.push({ points: Array.from({ length: 30 }, (_, j) => at(i, j)) });
    streets.push({ points: Array.from({ length: 30 }, (_, j) => at(j, i)) });
  }
  const network = buildNetwork(drawStreets(streets));
  const count = 2000;
  const lon = Float64Array.from({ length: count }, (_, p) => lonAt((p * 7919) % 2300));
  const lat = Float64Array.from({ length: count }, (_, p) => latAt((p * 104729) % 2100));
  const whole = snapPoints(buildSnapIndex(network), lon, lat, Infinity);
  // The same edges in one single cell: no grid at all.
  const index = buildSnapIndex(network);
  const segments = Uint32Array.from(new Set(index.cellSegments)).sort();
  const oneCell = {
    ...index,
    cellLon: 1,
    cellLat: 1,
    columns: 1,
    rows: 1,
    cellStart: Uint32Array.of(0, segments.length),
    cellSegments: segments,
  };
  expect(whole).toEqual(snapPoints(oneCell, lon, lat, Infinity));
});
