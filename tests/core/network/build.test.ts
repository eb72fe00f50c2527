import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildNetwork,
  Direction,
  networkStatistics,
  StreetClass,
  type Network,
} from '../../../src/core/network';
import { drawStreets, type DrawnStreet } from '../../fixtures/draw-streets';

const build = (...streets: DrawnStreet[]) => buildNetwork(drawStreets(streets));
const line = (...points: number[][]): DrawnStreet => ({ points });
const lengths = (network: Network) => [...network.edgeLengthCm].sort((a, b) => a - b);

describe('contraction', () => {
  test('a bent street is one edge with its whole shape', () => {
    const network = build(line([0, 0], [100, 0], [100, 50]));
    expect(network.vertexCount).toBe(2);
    expect(network.edgeCount).toBe(1);
    expect(network.edgeLengthCm[0]).toBeCloseTo(15000, -1);
    expect(network.shapeCm[1]).toBeCloseTo(10000, -1);
    expect(network.shapeCm[2]).toBe(network.edgeLengthCm[0]);
    expect(network.arcs.length).toBe(4);
  });

  test('two lines that meet end to end become one, whichever way they were drawn', () => {
    const whole = build(line([0, 0], [200, 0]));
    for (const second of [line([100, 0], [200, 0]), line([200, 0], [100, 0])]) {
      const network = build(line([0, 0], [100, 0]), second);
      expect(network.edgeCount).toBe(1);
      expect(Math.abs(network.edgeLengthCm[0] - whole.edgeLengthCm[0])).toBeLessThanOrEqual(1);
    }
  });

  test('a crossing joins only where a point is shared', () => {
    const joined = build(line([-50, 0], [0, 0], [50, 0]), line([0, -50], [0, 0], [0, 50]));
    expect([joined.vertexCount, joined.edgeCount, joined.componentCount]).toEqual([5, 4, 1]);
    const bridge = build(line([-50, 0], [0, 0, 1], [50, 0]), line([0, -50], [0, 0], [0, 50]));
    expect([bridge.vertexCount, bridge.edgeCount, bridge.componentCount]).toEqual([4, 2, 2]);
  });

  test('a change of class or direction stays a vertex', () => {
    const steps = { points: [[100, 0], [120, 0]], streetClass: StreetClass.steps }; // prettier-ignore
    expect(build(line([0, 0], [100, 0]), steps).edgeCount).toBe(2);
    const oneWay = { points: [[100, 0], [120, 0]], directions: Direction.forward }; // prettier-ignore
    expect(build(line([0, 0], [100, 0]), oneWay).edgeCount).toBe(2);
  });

  test('one-way lines that follow each other are one edge; head to head they are two', () => {
    const first = { points: [[0, 0], [10, 0]], directions: Direction.forward }; // prettier-ignore
    const onward = { points: [[10, 0], [30, 0]], directions: Direction.forward }; // prettier-ignore
    const against = { points: [[30, 0], [10, 0]], directions: Direction.forward }; // prettier-ignore
    const same = { points: [[30, 0], [10, 0]], directions: Direction.backward }; // prettier-ignore
    expect(build(first, onward).edgeCount).toBe(1);
    expect(build(first, same).edgeCount).toBe(1);
    expect(build(first, against).edgeCount).toBe(2);
    const network = build(same, first);
    expect(network.hasOneWay).toBe(true);
    expect(network.arcEdge.length).toBe(1);
    const west = network.vertexLon[0] < network.vertexLon[1] ? 0 : 1;
    expect(network.arcStart[west + 1] - network.arcStart[west]).toBe(1);
    expect(network.arcs[0]).toBe(1 - west);
  });

  test('a ring keeps one vertex, a lollipop its joint, parallel streets stay two', () => {
    const ring = build(line([0, 0], [100, 0], [100, 100], [0, 100], [0, 0]));
    expect([ring.vertexCount, ring.edgeCount]).toEqual([1, 1]);
    expect(ring.edgeFrom[0]).toBe(ring.edgeTo[0]);
    expect(ring.edgeLengthCm[0]).toBeCloseTo(40000, -1);

    const lollipop = build(line([0, -50], [0, 0], [50, 50], [-50, 50], [0, 0]));
    expect([lollipop.vertexCount, lollipop.edgeCount]).toEqual([2, 2]);

    const parallel = build(
      line([-10, 0], [0, 0], [50, 20], [100, 0], [110, 0]),
      line([0, 0], [50, -20], [100, 0]),
    );
    expect([parallel.vertexCount, parallel.edgeCount]).toEqual([4, 4]);
  });

  test('drops pieces without length, and what is left without any', () => {
    const network = build(
      line([0, 0], [0, 0], [100, 0], [100, 0]),
      line([5, 5]),
      line([7, 7], [7, 7]),
    );
    expect([network.vertexCount, network.edgeCount]).toEqual([2, 1]);
    // Two places at one spot, neighbours on a line, are one place: what hangs on either is joined.
    const merged = build(line([0, 0], [50, 0], [50, 0, 1], [90, 0]), line([50, 0, 1], [50, 70]));
    expect([merged.vertexCount, merged.edgeCount]).toEqual([4, 3]);
    expect(build().vertexCount).toBe(0);
    expect(networkStatistics(build())).toMatchObject({ nodes: 0, kilometres: 0, components: 0 });
  });
});

test('statistics: the larger island is component 0', () => {
  const network = build(
    line([1000, 0], [1100, 0]),
    line([0, 0], [100, 0], [200, 0]),
    line([100, 0], [100, 100]),
  );
  const statistics = networkStatistics(network);
  expect(statistics).toMatchObject({ nodes: 6, edges: 4, arcs: 8, components: 2 });
  expect(statistics.kilometres).toBeCloseTo(0.4, 3);
  expect(statistics.largestShareByNodes).toBeCloseTo(4 / 6, 6);
  expect(statistics.largestShareByLength).toBeCloseTo(0.75, 3);
});

/** Random streets on a small lattice: many crossings, rings, doubled lines and dead ends. */
const randomStreets = fc.array(
  fc.record({
    points: fc.array(
      fc.tuple(fc.nat(4), fc.nat(4)).map(([x, y]) => [x * 60, y * 60]),
      { minLength: 1, maxLength: 6 },
    ),
    directions: fc.constantFrom(Direction.both, Direction.both, 1, 2),
    streetClass: fc.constantFrom(0, 0, 0, StreetClass.steps),
  }),
  { maxLength: 12 },
);

test('contraction keeps every metre, every arc weight and every component', () => {
  fc.assert(
    fc.property(randomStreets, (streets) => {
      const whole = build(...streets);
      // The same streets cut into single segments.
      const cut = build(
        ...streets.flatMap((street) =>
          street.points.slice(1).map((point, i) => ({
            ...street,
            points: [street.points[i], point],
          })),
        ),
      );
      expect(whole.vertexCount).toBe(cut.vertexCount);
      expect(whole.componentCount).toBe(cut.componentCount);
      expect(lengths(whole)).toEqual(lengths(cut));
      const total = (network: Network) => network.edgeLengthCm.reduce((a, b) => a + b, 0);
      const segments = streets.reduce(
        (sum, { points }) =>
          points.slice(1).reduce((s, p, i) => {
            return s + Math.hypot(p[0] - points[i][0], p[1] - points[i][1]) * 100;
          }, sum),
        0,
      );
      expect(Math.abs(total(whole) - segments)).toBeLessThanOrEqual(1e-4 * segments + 100);

      for (let v = 0; v < whole.vertexCount; v++) {
        for (let arc = whole.arcStart[v]; arc < whole.arcStart[v + 1]; arc++) {
          const e = whole.arcEdge[arc];
          expect(whole.arcs[2 * arc + 1]).toBe(whole.edgeLengthCm[e]);
          const ends = [whole.edgeFrom[e], whole.edgeTo[e]];
          expect([ends, ends.toReversed()]).toContainEqual([v, whole.arcs[2 * arc]]);
          expect(whole.vertexComponent[v]).toBe(whole.vertexComponent[whole.arcs[2 * arc]]);
        }
      }
      for (let e = 0; e < whole.edgeCount; e++) {
        const [first, last] = [whole.shapeStart[e], whole.shapeStart[e + 1] - 1];
        expect(whole.shapeLon[first]).toBe(whole.vertexLon[whole.edgeFrom[e]]);
        expect(whole.shapeLat[last]).toBe(whole.vertexLat[whole.edgeTo[e]]);
        expect(whole.shapeCm[first]).toBe(0);
        expect(whole.shapeCm[last]).toBe(whole.edgeLengthCm[e]);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});
