/** Bands of latitude answer as the plain rule over every edge does. */
import { describe, expect, it } from 'vitest';
import { UnitAreas } from '../../../../src/core/import/place/areas';
import { randomStream } from '../random';

const random = randomStream(11);
/** A star of many corners, with a hole in it. */
const star = (lon: number, lat: number, corners: number) => {
  const ring = (size: number) => {
    const points = Array.from({ length: corners }, (_, i) => {
      const radius = size * (0.4 + 0.6 * random());
      const angle = (2 * Math.PI * i) / corners;
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    return [...points, points[0]];
  };
  return [ring(0.2), ring(0.05)];
};
const polygons = [star(117, 26, 900), star(117.7, 26.3, 5)];

function isInsidePlainly(lon: number, lat: number): boolean {
  return polygons.some((polygon) => {
    let crossings = 0;
    for (const ring of polygon)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [[a, b], [c, d]] = [ring[i], ring[i + 1]];
        if (b > lat !== d > lat && lon < a + ((lat - b) / (d - b)) * (c - a)) crossings++;
      }
    return crossings % 2 === 1;
  });
}

describe('areas by bands', () => {
  const areas = new UnitAreas();
  areas.add('350421000000', polygons);

  it('hold the points that lie in them', () => {
    let inside = 0;
    for (let i = 0; i < 20_000; i++) {
      const [lon, lat] = [116.7 + 1.3 * random(), 25.7 + 0.9 * random()];
      const expected = isInsidePlainly(lon, lat);
      if (expected) inside++;
      expect(areas.contains('350421000000', lon, lat)).toBe(expected);
    }
    expect(inside).toBeGreaterThan(1000);
  });

  it('know how near their border is', () => {
    const square = new UnitAreas();
    square.add('s', [
      [
        [
          [117, 26],
          [117.1, 26],
          [117.1, 26.1],
          [117, 26.1],
          [117, 26],
        ],
      ],
    ]);
    // A hundredth of a degree of latitude is 1,107.6 m here.
    expect(square.isNearBorder('s', 117.05, 26.11, 1107)).toBe(false);
    expect(square.isNearBorder('s', 117.05, 26.11, 1109)).toBe(true);
    expect(square.isNearBorder('s', 117.05, 26.05, 1109)).toBe(false);
    expect(square.isNearBorder('s', 116.99, 26.05, 1100)).toBe(true);
    expect(square.isNearBorder('none', 117, 26, 1e6)).toBe(false);
  });

  it('take a border with a broken point for what is left of it', () => {
    const broken = new UnitAreas();
    broken.add('b', [
      [
        [
          [117, 26],
          [NaN, 26],
          [117.1, 26.1],
          [117, 26.1],
          [117, 26],
        ],
      ],
    ]);
    expect(() => broken.contains('b', 117.05, 26.05)).not.toThrow();
  });
});
