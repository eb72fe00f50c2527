import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './carecircle';
import { drawStreet, metres } from './drawn-street';

describe('times and isochrones on a drawn street', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
    drawStreet(place);
    place.write('a.csv', 'id,lon,lat\n"a, 1",0.001,0\na2,0.001,0.001\n');
    place.write('b.csv', 'id,lon,lat\nb1,0.009,0\nb2,0.005,0.05\nb3,0.001,0\n');
  });
  afterAll(() => place.clear());

  it('gives all pairs in input order, door legs included, blank where there is no way', () => {
    const ended = place.run(
      ...'times --network streets.geojson --origins a.csv --destinations b.csv'.split(' '),
      ...'--speed 1.0 --out times.csv'.split(' '),
    );
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    const lines = place.read('times.csv').split('\n');
    expect(lines[0]).toBe('origin_id,destination_id,minutes,metres,door_metres');
    expect(lines.slice(1, 8).map((line) => line.match(/^("a, 1"|a2),(b\d)/)?.slice(1))).toEqual([
      ['"a, 1"', 'b1'],
      ['"a, 1"', 'b2'],
      ['"a, 1"', 'b3'],
      ['a2', 'b1'],
      ['a2', 'b2'],
      ['a2', 'b3'],
      undefined,
    ]);
    expect(lines[2]).toBe('"a, 1",b2,,,');
    expect(lines[3]).toBe('"a, 1",b3,0.000,0.000,0.000');
    const straight = lines[1].split(',').slice(3).map(Number);
    expect(straight[1]).toBeCloseTo(metres(0.008), 1);
    expect(straight[0]).toBeCloseTo(metres(0.008) / 60, 3);
    // A degree of latitude at the equator is 110,574 m: the door leg of a2 is 110.574 m.
    const [minutes, walked, door] = lines[4].split(',').slice(2).map(Number);
    expect(door).toBeCloseTo(110.574, 1);
    expect(walked).toBeCloseTo(metres(0.008) + 110.574, 1);
    expect(minutes).toBeCloseTo(walked / 60, 3);
  });

  it('draws rings that nest and hold what is reached', () => {
    const ended = place.run(
      ...'isochrone --network streets.geojson --points f.csv --minutes 15,5,10 --speed 0.8'.split(
        ' ',
      ),
      ...'--out rings.geojson'.split(' '),
    );
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    const { type, features } = JSON.parse(place.read('rings.geojson')) as {
      type: string;
      features: {
        properties: { id: string; minutes: number };
        geometry: { type: string; coordinates: number[][][][] };
      }[];
    };
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ properties }) => [properties.id, properties.minutes])).toEqual([
      ['clinic', 5],
      ['clinic', 10],
      ['clinic', 15],
    ]);
    const east = features.map(({ geometry }) =>
      Math.max(...geometry.coordinates.flat(2).map(([lon]) => lon)),
    );
    features.forEach(({ properties }, i) => {
      const reached = 0.002 + (properties.minutes * 60 * 0.8) / metres(1);
      expect(east[i]).toBeGreaterThanOrEqual(reached);
      expect(east[i]).toBeLessThan(reached + 60 / metres(1));
    });
  });
});
