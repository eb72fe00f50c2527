/**
 * The graphics card's programs are compiled when something is first drawn with them: on a plain
 * machine half a second for all of them at once. So each layer draws one invisible speck, one after
 * another, while the data is still on its way.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { setFeatures } from './features';

/** Meanwhile the picture is tiny: only the programs are wanted. */
export const warmUpPixelRatio = 0.05;

const speckDegrees = 0.0005;

export async function warmUp(map: MapLibreMap, sources: readonly string[]): Promise<void> {
  const { lng, lat } = map.getCenter();
  const specks: Feature[] = [
    {
      type: 'Feature',
      id: 0,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [lng, lat],
            [lng + speckDegrees, lat],
            [lng, lat + speckDegrees],
            [lng, lat],
          ],
        ],
      },
      properties: { real: true, selected: true, rateClass: 0, color: 'transparent' },
    },
    {
      type: 'Feature',
      id: 1,
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { image: 'pattern-none', counted: true, name: ' ', level: 'county', rank: 0 },
    },
  ];
  for (const id of sources) {
    setFeatures(map, id, specks);
    await new Promise<void>((resolve) => {
      map.once('idle', () => resolve());
      map.triggerRepaint();
    });
  }
  for (const id of sources) setFeatures(map, id, []);
}
