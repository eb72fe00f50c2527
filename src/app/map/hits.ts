/** What lies under a point of the map: a facility first, then a household, then a hexagon or area. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { nearestPoint } from './grid-index';
import type { NearScene } from './near-scene';

export type Hit =
  | { readonly kind: 'facility'; readonly facilityIndex: number }
  | { readonly kind: 'household'; readonly householdIndex: number }
  | {
      readonly kind: 'unit';
      readonly unitIndex: number;
      /** People of the hexagon above the area, where hexagons are drawn. */
      readonly hexagon: { readonly total: number; readonly covered: number | null } | null;
    };

const reachPixels = 6;

export function hitAt(map: MapLibreMap, scene: NearScene, x: number, y: number): Hit | null {
  const box: [[number, number], [number, number]] = [
    [x - reachPixels, y - reachPixels],
    [x + reachPixels, y + reachPixels],
  ];
  const facility = map.queryRenderedFeatures(box, { layers: ['facilities'] })[0];
  if (facility)
    return { kind: 'facility', facilityIndex: Number(facility.properties.facilityIndex) };

  const { lng, lat } = map.unproject([x, y]);
  const households = scene.householdsInSight;
  if (households) {
    const reachDegrees = Math.abs(map.unproject([x, y + reachPixels]).lat - lat);
    const found = nearestPoint(
      households.index,
      households.points.positions,
      lng,
      lat,
      reachDegrees,
    );
    if (found >= 0) return { kind: 'household', householdIndex: found };
  }

  const layers = ['areas-fill', 'vehicle-fill'];
  const area = map.queryRenderedFeatures([x, y], { layers })[0];
  if (!area) return null;
  const grid = scene.hexagonsInSight;
  const at = grid ? grid.at(lng, lat) : -1;
  const known = grid && at >= 0 ? grid.covered[at] : NaN;
  return {
    kind: 'unit',
    unitIndex: Number(area.properties.unitIndex),
    hexagon:
      grid && at >= 0
        ? { total: grid.total[at], covered: Number.isNaN(known) ? null : known }
        : null,
  };
}
