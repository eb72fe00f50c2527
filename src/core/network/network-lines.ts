/** A network as street lines again, one for each edge: to add a street to it, or to build it anew. */
import type { Network, StreetLines } from './graph';

export function networkLines(network: Network): StreetLines {
  const { vertexCount, edgeCount, shapeStart, shapeLon, shapeLat } = network;
  // Vertices come first; the points between are each their own.
  const inner = shapeLon.length - 2 * edgeCount;
  const pointLon = new Float64Array(vertexCount + inner);
  const pointLat = new Float64Array(vertexCount + inner);
  pointLon.set(network.vertexLon);
  pointLat.set(network.vertexLat);
  const linePoints = new Uint32Array(shapeLon.length);
  let point = vertexCount;
  for (let e = 0; e < edgeCount; e++) {
    const last = shapeStart[e + 1] - 1;
    linePoints[shapeStart[e]] = network.edgeFrom[e];
    linePoints[last] = network.edgeTo[e];
    for (let i = shapeStart[e] + 1; i < last; i++) {
      pointLon[point] = shapeLon[i];
      pointLat[point] = shapeLat[i];
      linePoints[i] = point++;
    }
  }
  return {
    pointLon,
    pointLat,
    lineStart: shapeStart,
    linePoints,
    lineDirections: network.edgeDirections,
    lineClass: network.edgeClass,
  };
}
