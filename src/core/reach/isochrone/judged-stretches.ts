/**
 * The stretches of street within a limit where there and back differ: every few metres along each
 * touched street the walk is judged by both ways to the points, and the limit is placed between.
 */
import type { Network } from '../../network/graph';
import type { Search } from '../search/search';
import { UNREACHED, type EdgePoints } from '../streets/points';
import { costBetween, costToEnd, costToStart, type WalkCosts } from '../streets/walk-costs';
import type { Judgement } from '../walks/both-ways';
import type { Stretches } from './stretches';

/** Between two samples the walk is taken to change evenly, centimetres. */
const sampleCm = 1000;

export class JudgedStretches {
  readonly #network: Network;
  readonly #costs: WalkCosts;
  readonly #judgement: Judgement;

  constructor(network: Network, costs: WalkCosts, judgement: Judgement) {
    this.#network = network;
    this.#costs = costs;
    this.#judgement = judgement;
  }

  /** From the labels of one drain to the points and one from them. */
  find(there: Search, home: Search, points: EdgePoints, limitCm: number): Stretches {
    const rows: [edge: number, fromCm: number, toCm: number][] = [];
    for (const edge of this.#touchedEdges(there, points)) {
      const lengthCm = this.#network.edgeLengthCm[edge];
      const pieces = Math.ceil(lengthCm / sampleCm);
      let before = this.#judgedCm(edge, 0, there, home, points);
      for (let piece = 1; piece <= pieces; piece++) {
        const fromCm = Math.round(((piece - 1) * lengthCm) / pieces);
        const toCm = Math.round((piece * lengthCm) / pieces);
        const after = this.#judgedCm(edge, toCm, there, home, points);
        addPiece(rows, edge, [fromCm, before], [toCm, after], limitCm);
        before = after;
      }
    }
    return {
      count: rows.length,
      edge: Int32Array.from(rows, (row) => row[0]),
      fromCm: Int32Array.from(rows, (row) => row[1]),
      toCm: Int32Array.from(rows, (row) => row[2]),
    };
  }

  #touchedEdges({ graph, entries, entryCount }: Search, points: EdgePoints): Set<number> {
    const edges = new Set<number>();
    for (let p = 0; p < points.edge.length; p++) if (points.edge[p] >= 0) edges.add(points.edge[p]);
    for (let e = 0; e < entryCount; e++) {
      const vertex = entries[3 * e];
      for (let a = graph.arcStart[vertex]; a < graph.arcStart[vertex + 1]; a++) {
        edges.add(graph.arcEdge[a]);
      }
    }
    return edges;
  }

  #judgedCm(
    edge: number,
    alongCm: number,
    there: Search,
    home: Search,
    points: EdgePoints,
  ): number {
    const thereCm = this.#wayCm(edge, alongCm, there, points, 'from');
    const homeCm = this.#wayCm(edge, alongCm, home, points, 'to');
    return this.#judgement === 'worse' ? Math.max(thereCm, homeCm) : (thereCm + homeCm) / 2;
  }

  /** `from`: walking away from the place, to the points. */
  #wayCm(
    edge: number,
    alongCm: number,
    { label }: Search,
    points: EdgePoints,
    heading: 'from' | 'to',
  ): number {
    const network = this.#network;
    const costs = this.#costs;
    let bestCm = Math.min(
      label[2 * network.edgeFrom[edge]] + costToStart(network, costs, edge, alongCm, heading),
      label[2 * network.edgeTo[edge]] + costToEnd(network, costs, edge, alongCm, heading),
      UNREACHED,
    );
    for (let p = 0; p < points.edge.length; p++) {
      if (points.edge[p] !== edge) continue;
      const [a, b] =
        heading === 'from' ? [alongCm, points.alongCm[p]] : [points.alongCm[p], alongCm];
      bestCm = Math.min(bestCm, costBetween(network, costs, edge, a, b) + points.doorCm[p]);
    }
    return bestCm;
  }
}

type Sample = readonly [alongCm: number, judgedCm: number];

/** What of a piece is within the limit, joined to the row before where they meet. */
function addPiece(
  rows: [number, number, number][],
  edge: number,
  [fromCm, fromCost]: Sample,
  [toCm, toCost]: Sample,
  limitCm: number,
): void {
  if (fromCost > limitCm && toCost > limitCm) return;
  const cutCm = fromCm + ((limitCm - fromCost) / (toCost - fromCost)) * (toCm - fromCm);
  const start = fromCost > limitCm ? Math.round(cutCm) : fromCm;
  const end = toCost > limitCm ? Math.round(cutCm) : toCm;
  const last = rows.at(-1);
  if (last?.[0] === edge && last[2] === start) last[2] = end;
  else rows.push([edge, start, end]);
}
