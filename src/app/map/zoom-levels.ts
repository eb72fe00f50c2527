/** From which zoom households are hexagons and points: known to the legend without the map's code. */
/** From here on streets and households are not far: what draws them is fetched. */
export const nearFromZoom = 9.8;
export const hexagonsFromZoom = 10.4;
export const householdsFromZoom = 12.6;

export function areHexagonsAt(zoom: number): boolean {
  return zoom >= hexagonsFromZoom && zoom < householdsFromZoom;
}

export function arePointsAt(zoom: number): boolean {
  return zoom >= householdsFromZoom;
}
