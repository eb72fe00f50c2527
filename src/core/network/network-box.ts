/** West, south, east, north of all streets, degrees; what an elevation model has to cover. */
import type { Box } from '../geo';
import type { Network } from './graph';

export function networkBox({ shapeLon, shapeLat }: Network): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < shapeLon.length; i++) {
    west = Math.min(west, shapeLon[i]);
    east = Math.max(east, shapeLon[i]);
    south = Math.min(south, shapeLat[i]);
    north = Math.max(north, shapeLat[i]);
  }
  return [west, south, east, north];
}
