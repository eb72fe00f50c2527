/** West, south, east, north of all streets, degrees; kept for each network. */
import type { Box } from '../geo';
import type { Network } from './graph';

const known = new WeakMap<Network, Box>();

export function networkBox(network: Network): Box {
  const box = known.get(network) ?? boxOf(network);
  known.set(network, box);
  return box;
}

function boxOf({ shapeLon, shapeLat }: Network): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < shapeLon.length; i++) {
    if (shapeLon[i] < west) west = shapeLon[i];
    if (shapeLon[i] > east) east = shapeLon[i];
    if (shapeLat[i] < south) south = shapeLat[i];
    if (shapeLat[i] > north) north = shapeLat[i];
  }
  return [west, south, east, north];
}
