/** What follows from the edges and their shapes: lengths in centimetres and the arcs of the search. */
import { geodesicMetres } from '../geo';
import { Direction, type Network } from './graph';

export interface EdgeShapes {
  /** Shape of edge e: points shapeStart[e] … shapeStart[e + 1] - 1. */
  readonly shapeStart: Uint32Array;
  readonly shapeLon: Float64Array;
  readonly shapeLat: Float64Array;
}

/** Summed in float along each edge and rounded once, so errors of rounding do not add up. */
export function lengthsOf(shapes: EdgeShapes): Pick<Network, 'edgeLengthCm' | 'shapeCm'> {
  const { shapeStart, shapeLon, shapeLat } = shapes;
  const edgeCount = shapeStart.length - 1;
  const edgeLengthCm = new Uint32Array(edgeCount);
  const shapeCm = new Uint32Array(shapeLon.length);
  for (let e = 0; e < edgeCount; e++) {
    let metres = 0;
    const end = shapeStart[e + 1];
    for (let i = shapeStart[e] + 1; i < end; i++) {
      metres += geodesicMetres(shapeLon[i - 1], shapeLat[i - 1], shapeLon[i], shapeLat[i]);
      shapeCm[i] = Math.round(metres * 100);
    }
    if (shapeCm[end - 1] === 0) shapeCm[end - 1] = 1;
    edgeLengthCm[e] = shapeCm[end - 1];
  }
  return { edgeLengthCm, shapeCm };
}

/** Out-going arcs by vertex, each vertex's by edge, forward before backward. */
export function arcsOf(
  vertexCount: number,
  edges: Pick<Network, 'edgeFrom' | 'edgeTo' | 'edgeDirections'>,
  edgeLengthCm: Uint32Array,
): Pick<Network, 'arcStart' | 'arcs' | 'arcEdge' | 'hasOneWay'> {
  const { edgeFrom, edgeTo, edgeDirections } = edges;
  const edgeCount = edgeFrom.length;
  const arcStart = new Uint32Array(vertexCount + 1);
  let hasOneWay = false;
  for (let e = 0; e < edgeCount; e++) {
    const directions = edgeDirections[e];
    if (directions & Direction.forward) arcStart[edgeFrom[e] + 1]++;
    if (directions & Direction.backward) arcStart[edgeTo[e] + 1]++;
    if (directions !== Direction.both) hasOneWay = true;
  }
  for (let v = 0; v < vertexCount; v++) arcStart[v + 1] += arcStart[v];

  const arcCount = arcStart[vertexCount];
  const arcs = new Int32Array(2 * arcCount);
  const arcEdge = new Uint32Array(arcCount);
  const next = arcStart.slice(0, vertexCount);
  for (let e = 0; e < edgeCount; e++) {
    for (let bit = Direction.forward; bit <= Direction.backward; bit++) {
      if ((edgeDirections[e] & bit) === 0) continue;
      const tail = bit === Direction.forward ? edgeFrom[e] : edgeTo[e];
      const arc = next[tail]++;
      arcs[2 * arc] = bit === Direction.forward ? edgeTo[e] : edgeFrom[e];
      arcs[2 * arc + 1] = edgeLengthCm[e];
      arcEdge[arc] = e;
    }
  }
  return { arcStart, arcs, arcEdge, hasOneWay };
}
