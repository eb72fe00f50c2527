/** A layer as GeoJSON (RFC 7946): WGS-84, outer rings anticlockwise. */
import type { Layer, LonLat, Polygon } from './layers';

export function layerGeojson({ columns, features }: Layer): string {
  const lines = features.map(({ geometry, values }) =>
    JSON.stringify({
      type: 'Feature',
      properties: Object.fromEntries(columns.map(({ name }, i) => [name, values[i]])),
      geometry:
        geometry?.type === 'MultiPolygon'
          ? { ...geometry, coordinates: geometry.coordinates.map(wound) }
          : geometry,
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Outer ring anticlockwise, holes clockwise. */
function wound(polygon: Polygon): Polygon {
  return polygon.map((ring, i) =>
    isAnticlockwise(ring) === (i === 0) ? ring : [...ring].reverse(),
  );
}

function isAnticlockwise(ring: readonly LonLat[]): boolean {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    doubled += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return doubled > 0;
}
