/**
 * A synthetic city for the bench: a bent street grid of about a million crossings, a quarter of the
 * streets missing, lengths uneven, in Hilbert order like every network. The same on every machine.
 */
import { hilbertOrder } from '../../src/core/geo';
import { arcsOf, lengthsOf } from '../../src/core/network/derive';
import { Direction, type Network } from '../../src/core/network/graph';

/** Degrees between crossings: about 60 m near 26° north. */
const stepLon = 0.0006;
const stepLat = 0.00054;

/** A whole number without pattern from a whole number (32 bits). */
export function scramble(seed: number): number {
  let x = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}

export const share = (seed: number) => scramble(seed) / 4294967296;

/** A grid of side × side crossings with `kept` of its streets; crossings left alone stay in. */
export function streetGrid(side: number, kept = 0.73): Network {
  const count = side * side;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    lon[i] = 117 + stepLon * ((i % side) + 0.4 * share(3 * i));
    lat[i] = 26 + stepLat * (Math.floor(i / side) + 0.4 * share(3 * i + 1));
  }
  const order = hilbertOrder(lon, lat);
  const rank = new Uint32Array(count);
  order.forEach((point, vertex) => (rank[point] = vertex));

  // Edges by their first vertex, as buildNetwork orders them.
  const edgeFrom: number[] = [];
  const edgeTo: number[] = [];
  for (let v = 0; v < count; v++) {
    const point = order[v];
    for (const [other, exists] of [
      [point + 1, point % side < side - 1],
      [point + side, point + side < count],
    ] as const) {
      if (!exists || share(7 * point + (other === point + 1 ? 1 : 2)) > kept) continue;
      edgeFrom.push(v);
      edgeTo.push(rank[other]);
    }
  }
  const edgeCount = edgeFrom.length;
  const edges = {
    edgeFrom: Uint32Array.from(edgeFrom),
    edgeTo: Uint32Array.from(edgeTo),
    edgeDirections: new Uint8Array(edgeCount).fill(Direction.both),
  };
  const vertexLon = Float64Array.from(order, (point) => lon[point]);
  const vertexLat = Float64Array.from(order, (point) => lat[point]);
  const shapes = {
    shapeStart: Uint32Array.from({ length: edgeCount + 1 }, (_, e) => 2 * e),
    shapeLon: new Float64Array(2 * edgeCount),
    shapeLat: new Float64Array(2 * edgeCount),
  };
  for (let e = 0; e < edgeCount; e++) {
    for (const [at, vertex] of [
      [2 * e, edgeFrom[e]],
      [2 * e + 1, edgeTo[e]],
    ]) {
      shapes.shapeLon[at] = vertexLon[vertex];
      shapes.shapeLat[at] = vertexLat[vertex];
    }
  }
  const lengths = lengthsOf(shapes);
  return {
    vertexCount: count,
    vertexLon,
    vertexLat,
    vertexComponent: new Uint32Array(count),
    componentCount: 1,
    edgeCount,
    ...edges,
    edgeClass: new Uint8Array(edgeCount),
    ...shapes,
    ...lengths,
    ...arcsOf(count, edges, lengths.edgeLengthCm),
  };
}

/** Points anywhere on the streets with a door leg up to maxDoorCm. */
export function pointsOnStreets(network: Network, count: number, seed: number, maxDoorCm: number) {
  const edge = new Int32Array(count);
  const alongCm = new Int32Array(count);
  const doorCm = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    edge[i] = Math.floor(share(seed + 3 * i) * network.edgeCount);
    alongCm[i] = Math.floor(share(seed + 3 * i + 1) * (network.edgeLengthCm[edge[i]] + 1));
    doorCm[i] = Math.floor(share(seed + 3 * i + 2) * maxDoorCm);
  }
  return { edge, alongCm, doorCm };
}

/** Coordinates of homes beside the streets. */
export function homesBeside(network: Network, count: number, seed: number) {
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const e = Math.floor(share(seed + 4 * i) * network.edgeCount);
    const t = share(seed + 4 * i + 1);
    const from = network.edgeFrom[e];
    const to = network.edgeTo[e];
    const { vertexLon, vertexLat } = network;
    lon[i] = vertexLon[from] + t * (vertexLon[to] - vertexLon[from]);
    lat[i] = vertexLat[from] + t * (vertexLat[to] - vertexLat[from]);
    lon[i] += 0.0004 * (share(seed + 4 * i + 2) - 0.5);
    lat[i] += 0.0004 * (share(seed + 4 * i + 3) - 0.5);
  }
  return { lon, lat };
}
