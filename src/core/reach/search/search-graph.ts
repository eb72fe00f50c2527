/**
 * The arcs a search follows. Walking to a facility is searched backwards from the facility, so
 * where some street is one-way on foot the arcs are turned round; elsewhere the network's own arcs
 * serve both headings and nothing is copied.
 */
import type { Network } from '../../network/graph';
import type { Heading } from '../streets/points';
import { levelCosts, type WalkCosts } from '../streets/walk-costs';

export interface SearchGraph {
  readonly vertexCount: number;
  /** Arcs of vertex v: arcStart[v] … arcStart[v + 1] - 1. */
  readonly arcStart: Uint32Array;
  /** Interleaved [vertex, cost in centimetres]. */
  readonly arcs: Int32Array;
  /** The edge each arc belongs to. */
  readonly arcEdge: Uint32Array;
  readonly maxArcCm: number;
  readonly meanArcCm: number;
}

/**
 * Arcs that spread from the points outwards: reversed for `to`, as they stand for `from`. On level
 * costs with no one-way street they are the network's own.
 */
export function searchGraph(
  network: Network,
  heading: Heading,
  costs: WalkCosts = levelCosts(network),
): SearchGraph {
  const isLevel = costs.forwardCm === network.shapeCm && costs.backwardCm === network.shapeCm;
  const own = isLevel ? network : { ...network, arcs: costedArcs(network, costs) };
  const { arcStart, arcs, arcEdge } =
    heading === 'to' && (network.hasOneWay || !isLevel) ? reversed(own) : own;
  let maxArcCm = 1;
  let sumCm = 0;
  for (let a = 1; a < arcs.length; a += 2) {
    const lengthCm = arcs[a];
    if (lengthCm > maxArcCm) maxArcCm = lengthCm;
    sumCm += lengthCm;
  }
  const meanArcCm = arcs.length === 0 ? 1 : (2 * sumCm) / arcs.length;
  return { vertexCount: network.vertexCount, arcStart, arcs, arcEdge, maxArcCm, meanArcCm };
}

/** The network's arcs with what they cost in place of their lengths. */
function costedArcs(network: Network, costs: WalkCosts): Int32Array {
  const { vertexCount, arcStart, arcEdge, edgeFrom, shapeStart } = network;
  const arcs = network.arcs.slice();
  for (let v = 0; v < vertexCount; v++) {
    for (let a = arcStart[v]; a < arcStart[v + 1]; a++) {
      const edge = arcEdge[a];
      // No shortest way goes round a loop, so its two arcs may both be taken for forward.
      const costCm = edgeFrom[edge] === v ? costs.forwardCm : costs.backwardCm;
      arcs[2 * a + 1] = costCm[shapeStart[edge + 1] - 1];
    }
  }
  return arcs;
}

function reversed(network: Network): Pick<SearchGraph, 'arcStart' | 'arcs' | 'arcEdge'> {
  const { vertexCount, arcStart, arcs, arcEdge } = network;
  const starts = new Uint32Array(vertexCount + 1);
  for (let a = 0; a < arcs.length; a += 2) starts[arcs[a] + 1]++;
  for (let v = 0; v < vertexCount; v++) starts[v + 1] += starts[v];
  const turned = new Int32Array(arcs.length);
  const turnedEdge = new Uint32Array(arcEdge.length);
  const fill = starts.slice(0, vertexCount);
  for (let v = 0; v < vertexCount; v++) {
    for (let a = arcStart[v]; a < arcStart[v + 1]; a++) {
      const slot = fill[arcs[2 * a]]++;
      turned[2 * slot] = v;
      turned[2 * slot + 1] = arcs[2 * a + 1];
      turnedEdge[slot] = arcEdge[a];
    }
  }
  return { arcStart: starts, arcs: turned, arcEdge: turnedEdge };
}

/** The arcs whose two ends belong to the same owner of `label`: nobody leaves a cell. */
export function withinCells(graph: SearchGraph, label: Int32Array): SearchGraph {
  const { vertexCount } = graph;
  const arcStart = new Uint32Array(vertexCount + 1);
  const arcs = new Int32Array(graph.arcs.length);
  const arcEdge = new Uint32Array(graph.arcEdge.length);
  let count = 0;
  for (let v = 0; v < vertexCount; v++) {
    const owner = label[2 * v + 1];
    for (let a = graph.arcStart[v]; a < graph.arcStart[v + 1]; a++) {
      if (owner < 0 || label[2 * graph.arcs[2 * a] + 1] !== owner) continue;
      arcs[2 * count] = graph.arcs[2 * a];
      arcs[2 * count + 1] = graph.arcs[2 * a + 1];
      arcEdge[count++] = graph.arcEdge[a];
    }
    arcStart[v + 1] = count;
  }
  return {
    ...graph,
    arcStart,
    arcs: arcs.subarray(0, 2 * count),
    arcEdge: arcEdge.subarray(0, count),
  };
}
