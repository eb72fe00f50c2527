/**
 * One search for several workers: vertices stand in Hilbert order, so equal shares of them are compact
 * areas. Each worker gets the streets of its area and of a rim as wide as the limit around it, and the
 * facilities there; it holds nothing else, and answers for its own area alone. The answers laid side by
 * side are those of one search, whatever their number.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { Network } from '../../network/graph';
import type { EdgePoints } from '../streets/points';
import { levelCosts, type WalkCosts } from '../streets/walk-costs';
import { searchGraph, type SearchGraph } from './search-graph';
import { seedsOf, type Seeds } from './seeds';

export interface SearchPart {
  /** Labels of firstVertex … endVertex - 1 are this part's to give. */
  readonly firstVertex: number;
  readonly endVertex: number;
  /** Where firstVertex stands in the part's own graph; the others follow in order. */
  readonly at: number;
  readonly graph: SearchGraph;
  /** In the part's own vertices; owners are those of the whole. */
  readonly seeds: Seeds;
}

/** A walk is never shorter than the straight line, but for rounding to centimetres. */
const caution = 1.01;

/** Parts for a search up to limitCm; without a limit every part needs all streets. */
export function searchParts(
  network: Network,
  facilities: EdgePoints,
  limitCm: number,
  partCount: number,
  costs: WalkCosts = levelCosts(network),
): SearchPart[] {
  const whole = searchGraph(network, 'to', costs);
  const seeds = seedsOf(network, facilities, 'to', costs);
  const { vertexCount } = network;
  return Array.from({ length: partCount }, (_, part) => {
    const firstVertex = Math.floor((part * vertexCount) / partCount);
    const endVertex = Math.floor(((part + 1) * vertexCount) / partCount);
    const own = withRim(network, firstVertex, endVertex, (limitCm / 100) * caution + 1);
    const rank = new Int32Array(vertexCount).fill(-1);
    own.forEach((vertex, at) => (rank[vertex] = at));
    return {
      firstVertex,
      endVertex,
      at: firstVertex === endVertex ? 0 : rank[firstVertex],
      graph: partOf(whole, own, rank),
      seeds: seedsAt(seeds, rank),
    };
  });
}

/** Vertices of a part and those within so many metres of its box, ascending. */
function withRim(
  { vertexCount, vertexLon, vertexLat }: Network,
  firstVertex: number,
  endVertex: number,
  rimM: number,
): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = firstVertex; v < endVertex; v++) {
    west = Math.min(west, vertexLon[v]);
    east = Math.max(east, vertexLon[v]);
    south = Math.min(south, vertexLat[v]);
    north = Math.max(north, vertexLat[v]);
  }
  const found = new Uint32Array(vertexCount);
  let count = 0;
  for (let v = 0; v < vertexCount; v++) {
    const isOwn = v >= firstVertex && v < endVertex;
    const farLat = Math.min(89, Math.max(Math.abs(vertexLat[v]), Math.abs(south), Math.abs(north)));
    const aside = Math.max(west - vertexLon[v], vertexLon[v] - east, 0);
    const ahead = Math.max(south - vertexLat[v], vertexLat[v] - north, 0);
    const metres = Math.hypot(aside * metresPerDegreeLon(farLat), ahead * metresPerDegreeLat(0));
    if (isOwn || metres <= rimM) found[count++] = v;
  }
  return found.slice(0, count);
}

/** The arcs between some vertices, numbered anew; `rank` is -1 for all others. */
function partOf(graph: SearchGraph, vertices: Uint32Array, rank: Int32Array): SearchGraph {
  const arcStart = new Uint32Array(vertices.length + 1);
  const arcs: number[] = [];
  const arcEdge: number[] = [];
  vertices.forEach((vertex, at) => {
    for (let a = graph.arcStart[vertex]; a < graph.arcStart[vertex + 1]; a++) {
      const target = rank[graph.arcs[2 * a]];
      if (target < 0) continue;
      arcs.push(target, graph.arcs[2 * a + 1]);
      arcEdge.push(graph.arcEdge[a]);
    }
    arcStart[at + 1] = arcEdge.length;
  });
  return {
    ...graph,
    vertexCount: vertices.length,
    arcStart,
    arcs: Int32Array.from(arcs),
    arcEdge: Uint32Array.from(arcEdge),
  };
}

function seedsAt(seeds: Seeds, rank: Int32Array): Seeds {
  const kept = { ...seeds, vertex: seeds.vertex.slice(), costCm: seeds.costCm.slice() };
  kept.owner = seeds.owner.slice();
  kept.count = 0;
  for (let s = 0; s < seeds.count; s++) {
    const vertex = rank[seeds.vertex[s]];
    if (vertex < 0) continue;
    kept.vertex[kept.count] = vertex;
    kept.costCm[kept.count] = seeds.costCm[s];
    kept.owner[kept.count++] = seeds.owner[s];
  }
  return kept;
}
