/**
 * One search for several workers: edges stand in Hilbert order, so equal shares of them are compact
 * areas. Each worker searches from the facilities that may reach its area and answers for its own
 * edges alone; nothing need be merged but the rows of its own households.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { Network } from '../../network/graph';
import type { EdgePoints } from '../streets/points';
import { positionAt } from '../streets/shapes';

export interface SearchPart {
  /** Edges firstEdge … endEdge - 1: labels at their ends are those of a whole search. */
  readonly firstEdge: number;
  readonly endEdge: number;
  /** Facilities that may be within the limit of them, ascending. */
  readonly facilities: Uint32Array;
}

/** A walk is never shorter than the straight line, but for rounding to centimetres. */
const caution = 1.01;

/** Parts for a search up to limitCm; without a limit every part needs every facility. */
export function searchParts(
  network: Network,
  facilities: EdgePoints,
  limitCm: number,
  partCount: number,
): SearchPart[] {
  const count = facilities.edge.length;
  const lon = new Float64Array(count).fill(NaN);
  const lat = new Float64Array(count).fill(NaN);
  for (let f = 0; f < count; f++) {
    if (facilities.edge[f] < 0) continue;
    [lon[f], lat[f]] = positionAt(network, facilities.edge[f], facilities.alongCm[f]);
  }
  return Array.from({ length: partCount }, (_, part) => {
    const firstEdge = Math.floor((part * network.edgeCount) / partCount);
    const endEdge = Math.floor(((part + 1) * network.edgeCount) / partCount);
    const [west, south, east, north] = boxOfEdges(network, firstEdge, endEdge);
    const haloM = (limitCm / 100) * caution + 1;
    const near = new Uint32Array(count);
    let nearCount = 0;
    for (let f = 0; f < count; f++) {
      if (Number.isNaN(lon[f]) || firstEdge === endEdge) continue;
      const farLat = Math.min(89, Math.max(Math.abs(lat[f]), Math.abs(south), Math.abs(north)));
      const aside = Math.max(west - lon[f], lon[f] - east, 0) * metresPerDegreeLon(farLat);
      const ahead = Math.max(south - lat[f], lat[f] - north, 0) * metresPerDegreeLat(0);
      if (Math.hypot(aside, ahead) <= haloM) near[nearCount++] = f;
    }
    return { firstEdge, endEdge, facilities: near.slice(0, nearCount) };
  });
}

/** West, south, east, north of both ends of the edges. */
function boxOfEdges(network: Network, firstEdge: number, endEdge: number): number[] {
  const { edgeFrom, edgeTo, vertexLon, vertexLat } = network;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let e = firstEdge; e < endEdge; e++) {
    for (let end = 0; end < 2; end++) {
      const vertex = end === 0 ? edgeFrom[e] : edgeTo[e];
      if (vertexLon[vertex] < west) west = vertexLon[vertex];
      if (vertexLon[vertex] > east) east = vertexLon[vertex];
      if (vertexLat[vertex] < south) south = vertexLat[vertex];
      if (vertexLat[vertex] > north) north = vertexLat[vertex];
    }
  }
  return [west, south, east, north];
}
