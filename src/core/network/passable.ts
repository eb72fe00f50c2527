/** A network without some of its streets: they stay on the map and carry doors, but nobody walks them. */
import { arcsOf } from './derive';
import type { Network } from './graph';

/** @param passable 0 for each edge that is closed */
export function passableNetwork(network: Network, passable: Uint8Array): Network {
  const edgeDirections = network.edgeDirections.map((directions, edge) =>
    passable[edge] === 1 ? directions : 0,
  );
  const { vertexCount, edgeFrom, edgeTo, edgeLengthCm } = network;
  const arcs = arcsOf(vertexCount, { edgeFrom, edgeTo, edgeDirections }, edgeLengthCm);
  return { ...network, edgeDirections, ...arcs };
}
