/** Walks on level streets: only households on streets whose labels changed are looked at. */
import type { Network } from '../../network/graph';
import type { EdgePoints } from '../streets/points';
import {
  costsOf,
  offerAlongEdge,
  placeHouseholds,
  readRows,
  type PlaceCosts,
  type Places,
} from '../walks/households';
import { LiveNearest } from './live-nearest';
import type { EdgePoint, Facilities } from './facilities';
import type { LiveWalks } from './live-walks';

export class LevelWalks implements LiveWalks {
  readonly walks: PlaceCosts;
  readonly changed: Uint32Array;
  changedCount = 0;
  readonly #network: Network;
  readonly #nearest: LiveNearest;
  readonly #places: Places;
  /** Change in which each edge was last looked at. */
  readonly #seen: Int32Array;
  #round = 0;

  /** @param places of the same households, if they were made beforehand */
  constructor(network: Network, facilities: EdgePoints, households: EdgePoints, places?: Places) {
    this.#network = network;
    this.#nearest = new LiveNearest(network, facilities);
    this.#places = places ?? placeHouseholds(network, households);
    const { search, limitCm } = this.#nearest;
    this.walks = costsOf(network, this.#places, facilities, search.label, limitCm);
    this.changed = new Uint32Array(this.walks.costCm.length);
    this.#seen = new Int32Array(network.edgeCount);
  }

  get facilities(): Facilities {
    return this.#nearest.facilities;
  }

  add(point: EdgePoint): number {
    const facility = this.#nearest.add(point);
    this.#follow(-1, point.edge);
    return facility;
  }

  place(facility: number, point: EdgePoint): void {
    const before = this.facilities.edge[facility];
    this.#nearest.place(facility, point);
    this.#follow(before, point.edge);
  }

  /** Every walk is told, however far. */
  reachTo(): void {}

  /** Looks at the households of all streets that meet a changed vertex or held the facility. */
  #follow(edgeBefore: number, edgeAfter: number): void {
    this.#round++;
    this.changedCount = 0;
    const network = this.#network;
    const { changed, changedCount, search } = this.#nearest;
    for (let c = 0; c < changedCount; c++) {
      const vertex = changed[c];
      this.#readArcs(vertex, network.arcStart, network.arcEdge);
      if (network.hasOneWay) this.#readArcs(vertex, search.graph.arcStart, search.graph.arcEdge);
    }
    if (edgeBefore >= 0) this.#readEdge(edgeBefore);
    if (edgeAfter >= 0) this.#readEdge(edgeAfter);
  }

  #readArcs(vertex: number, arcStart: Uint32Array, arcEdge: Uint32Array): void {
    const end = arcStart[vertex + 1];
    for (let a = arcStart[vertex]; a < end; a++) this.#readEdge(arcEdge[a]);
  }

  #readEdge(edge: number): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    const places = this.#places;
    const first = places.edgeRows[edge];
    const end = places.edgeRows[edge + 1];
    if (first === end) return;
    const { costCm, facility } = this.walks;
    const { firstOnEdge, nextOnEdge, facilities, limitCm, search, network } = this.#nearest;
    if (firstOnEdge[edge] < 0) {
      for (let row = first; row < end; row++) {
        const i = places.order[row];
        const costBefore = costCm[i];
        const ownerBefore = facility[i];
        readRows(places, row, row + 1, search.label, limitCm, this.walks);
        if (costCm[i] === costBefore && facility[i] === ownerBefore) continue;
        this.changed[this.changedCount++] = i;
      }
      return;
    }
    readRows(places, first, end, search.label, limitCm, this.walks);
    for (let f = firstOnEdge[edge]; f >= 0; f = nextOnEdge[f]) {
      offerAlongEdge(network, places, facilities, f, limitCm, this.walks);
    }
    for (let row = first; row < end; row++) this.changed[this.changedCount++] = places.order[row];
  }
}
