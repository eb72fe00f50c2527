/**
 * A street drawn so that every answer can be worked out by hand: along the equator, where a degree
 * of longitude is 111,319.491 m, from 0 to 0.02° (2,226.39 m), with an island street far north.
 */
import type { Workplace } from './carecircle';

const line = (coordinates: number[][]) => ({
  type: 'Feature',
  properties: { highway: 'residential' },
  geometry: { type: 'LineString', coordinates },
});

export const streets = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    line([
      [0, 0],
      [0.02, 0],
    ]),
    line([
      [0, 0.05],
      [0.01, 0.05],
    ]),
  ],
});

/** Metres of a way of so many degrees along the equator. */
export const metres = (degrees: number) => degrees * 111_319.490793;

export function drawStreet(place: Workplace): void {
  place.write('streets.geojson', streets);
  place.write('f.csv', 'id,lon,lat\nclinic,0.002,0\n');
  // 15 minutes at 0.8 m/s are 720 m, 0.0064678° of the equator.
  place.write(
    'h.csv',
    'id,lon,lat,people\n' +
      'near,0.003,0,2\n' +
      'limit,0.0084,0,3\n' +
      'beyond,0.0086,0,5\n' +
      'island,0.005,0.05,7\n' +
      'field,0.003,0.02,11\n' +
      'nowhere,,,13\n',
  );
}
