/**
 * Lines → Network: coordinates are put on the 1e-7° grain first, so that a network read back from
 * a file gives the very same lengths; then lines are contracted to edges, vertices and edges put in
 * Hilbert order, and everything derived is computed once.
 */
import { hilbertOrder, UNITS_PER_DEGREE } from '../geo';
import { componentsOf } from './components';
import { contract, type Chains } from './contract';
import { arcsOf, lengthsOf, type EdgeShapes } from './derive';
import type { Network, StreetLines } from './graph';

/** What a network is made of; all else follows. Shapes hold both ends; coordinates on the grain. */
export interface NetworkParts extends EdgeShapes {
  readonly vertexLon: Float64Array;
  readonly vertexLat: Float64Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly edgeDirections: Uint8Array;
  readonly edgeClass: Uint8Array;
}

/** The walking network of some streets. Linear in their points; no street at all gives no vertex. */
export function buildNetwork(lines: StreetLines): Network {
  const lon7 = onGrain(lines.pointLon);
  const lat7 = onGrain(lines.pointLat);
  const chains = contract(lines, lon7, lat7);
  return completeNetwork(orderedParts(chains, lon7, lat7));
}

/** Adds lengths, arcs and components to the parts. */
export function completeNetwork(
  parts: NetworkParts,
  lengths: { edgeLengthCm: Uint32Array; shapeCm: Uint32Array } = lengthsOf(parts),
): Network {
  const vertexCount = parts.vertexLon.length;
  const edgeCount = parts.edgeFrom.length;
  const { vertexComponent, componentCount } = componentsOf(
    vertexCount,
    parts.edgeFrom,
    parts.edgeTo,
  );
  return {
    vertexCount,
    edgeCount,
    ...parts,
    ...lengths,
    vertexComponent,
    componentCount,
    ...arcsOf(vertexCount, parts, lengths.edgeLengthCm),
  };
}

function onGrain(degrees: Float64Array): Int32Array {
  const grains = new Int32Array(degrees.length);
  for (let i = 0; i < grains.length; i++) grains[i] = Math.round(degrees[i] * UNITS_PER_DEGREE);
  return grains;
}

/** Vertices along the Hilbert curve, edges by their first vertex. */
function orderedParts(chains: Chains, lon7: Int32Array, lat7: Int32Array): NetworkParts {
  const edgeCount = chains.directions.length;
  const { vertexPoint, vertexOfPoint } = orderedVertices(chains, lon7, lat7);
  const vertexCount = vertexPoint.length;
  const vertexLon = new Float64Array(vertexCount);
  const vertexLat = new Float64Array(vertexCount);
  for (let v = 0; v < vertexCount; v++) {
    vertexLon[v] = lon7[vertexPoint[v]] / UNITS_PER_DEGREE;
    vertexLat[v] = lat7[vertexPoint[v]] / UNITS_PER_DEGREE;
  }

  // Counting sort of the edges by their first vertex.
  const slot = new Uint32Array(vertexCount + 1);
  for (let c = 0; c < edgeCount; c++) slot[vertexOfPoint[chains.points[chains.start[c]]] + 1]++;
  for (let v = 0; v < vertexCount; v++) slot[v + 1] += slot[v];
  const chainOfEdge = new Uint32Array(edgeCount);
  for (let c = 0; c < edgeCount; c++) {
    chainOfEdge[slot[vertexOfPoint[chains.points[chains.start[c]]]]++] = c;
  }

  const edgeFrom = new Uint32Array(edgeCount);
  const edgeTo = new Uint32Array(edgeCount);
  const edgeDirections = new Uint8Array(edgeCount);
  const edgeClass = new Uint8Array(edgeCount);
  const shapeStart = new Uint32Array(edgeCount + 1);
  const shapeLon = new Float64Array(chains.points.length);
  const shapeLat = new Float64Array(chains.points.length);
  let used = 0;
  for (let e = 0; e < edgeCount; e++) {
    const c = chainOfEdge[e];
    const first = chains.start[c];
    const last = chains.start[c + 1] - 1;
    edgeFrom[e] = vertexOfPoint[chains.points[first]];
    edgeTo[e] = vertexOfPoint[chains.points[last]];
    edgeDirections[e] = chains.directions[c];
    edgeClass[e] = chains.streetClass[c];
    for (let i = first; i <= last; i++) {
      shapeLon[used] = lon7[chains.points[i]] / UNITS_PER_DEGREE;
      shapeLat[used++] = lat7[chains.points[i]] / UNITS_PER_DEGREE;
    }
    shapeStart[e + 1] = used;
  }
  return {
    vertexLon,
    vertexLat,
    edgeFrom,
    edgeTo,
    edgeDirections,
    edgeClass,
    shapeStart,
    shapeLon,
    shapeLat,
  };
}

/** The points that are ends of edges, in Hilbert order, and back. */
function orderedVertices(chains: Chains, lon7: Int32Array, lat7: Int32Array) {
  const { start, points } = chains;
  const isVertex = new Uint8Array(lon7.length);
  let vertexCount = 0;
  for (let c = 0; c + 1 < start.length; c++) {
    for (let side = 0; side < 2; side++) {
      const point = side === 0 ? points[start[c]] : points[start[c + 1] - 1];
      vertexCount += 1 - isVertex[point];
      isVertex[point] = 1;
    }
  }
  const inFirstOrder = new Uint32Array(vertexCount);
  const lon = new Int32Array(vertexCount);
  const lat = new Int32Array(vertexCount);
  for (let point = 0, v = 0; point < isVertex.length; point++) {
    if (isVertex[point] === 0) continue;
    lon[v] = lon7[point];
    lat[v] = lat7[point];
    inFirstOrder[v++] = point;
  }
  const vertexPoint = hilbertOrder(lon, lat);
  const vertexOfPoint = new Uint32Array(lon7.length);
  for (let v = 0; v < vertexCount; v++) {
    vertexPoint[v] = inFirstOrder[vertexPoint[v]];
    vertexOfPoint[vertexPoint[v]] = v;
  }
  return { vertexPoint, vertexOfPoint };
}
