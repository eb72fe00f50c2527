/**
 * Walks judged by both ways, within a limit: which facility reaches which street, and what it costs
 * at the street's two ends there and home again, is kept. A facility that goes takes its own streets'
 * entries along, and whoever walked to it chooses among those that are left; one that comes is
 * searched around and offered. Always the same walks as a judged search from scratch.
 */
import { UNREACHED, type EdgePoints } from '../streets/points';
import { BothWays, judgedCm, limitOfBothCm, ofBothCm, type Judgement } from '../walks/both-ways';
import type { PlaceCosts } from '../walks/households';
import type { ConditionedStreets } from '../coverage/conditions';
import {
  emptyFacilities,
  enlargeFacilities,
  enlarged,
  type EdgePoint,
  type Facilities,
} from './facilities';
import type { LiveWalks } from './live-walks';

export class JudgedWalks implements LiveWalks {
  readonly facilities: Facilities;
  readonly walks: PlaceCosts;
  readonly changed: Uint32Array;
  changedCount = 0;
  readonly #judgement: Judgement;
  readonly #ways: BothWays;
  #limitCm: number;
  #limitOfBoth = 0;
  #facilityCount = 0;
  /** Best of each row, in the order of `ofBothCm`. */
  readonly #bestCm: Int32Array;
  readonly #best: Int32Array;
  /** Entries [facility, edge, next on the edge, next of the facility], and the costs at both ends. */
  #entries = new Int32Array(4 * 1024);
  #ends = new Int32Array(4 * 1024);
  #entryCount = 0;
  #free = -1;
  readonly #firstOnEdge: Int32Array;
  #firstOf: Int32Array;
  /** Change in which each edge's rows were last altered, and those of this change. */
  readonly #seen: Int32Array;
  #round = 0;
  readonly #altered: Int32Array;
  #alteredCount = 0;

  constructor(
    { network, costs }: ConditionedStreets,
    judgement: Judgement,
    facilities: EdgePoints,
    households: EdgePoints,
    limitCm: number,
  ) {
    this.#judgement = judgement;
    this.#ways = new BothWays(network, costs, households);
    const count = facilities.edge.length;
    const room = Math.max(16, 2 * count);
    this.facilities = emptyFacilities(room);
    this.facilities.edge.set(facilities.edge);
    this.facilities.alongCm.set(facilities.alongCm);
    this.facilities.doorCm.set(facilities.doorCm);
    this.#facilityCount = count;
    const { pointCount, order } = this.#ways.placesThere;
    this.walks = {
      costCm: new Int32Array(pointCount).fill(-1),
      facility: new Int32Array(pointCount).fill(-1),
    };
    this.changed = new Uint32Array(pointCount);
    this.#bestCm = new Int32Array(order.length);
    this.#best = new Int32Array(order.length);
    this.#firstOnEdge = new Int32Array(network.edgeCount);
    this.#firstOf = new Int32Array(room);
    this.#seen = new Int32Array(network.edgeCount);
    this.#altered = new Int32Array(network.edgeCount);
    this.#limitCm = limitCm;
    this.#searchAll();
  }

  add(point: EdgePoint): number {
    const facility = this.#facilityCount++;
    if (facility === this.facilities.edge.length) {
      enlargeFacilities(this.facilities, 2 * facility);
      this.#firstOf = enlarged(this.#firstOf, 2 * facility);
    }
    this.place(facility, point);
    return facility;
  }

  place(facility: number, point: EdgePoint): void {
    this.#round++;
    this.#alteredCount = 0;
    this.#withdraw(facility);
    this.facilities.edge[facility] = point.edge < 0 ? -1 : point.edge;
    this.facilities.alongCm[facility] = point.alongCm;
    this.facilities.doorCm[facility] = point.doorCm;
    this.#offer(facility);
    this.#tell();
  }

  reachTo(limitCm: number): void {
    if (limitCm <= this.#limitCm) return;
    this.#limitCm = limitCm;
    this.#searchAll();
  }

  #searchAll(): void {
    this.#limitOfBoth = limitOfBothCm(this.#limitCm, this.#judgement);
    this.#bestCm.fill(UNREACHED);
    this.#best.fill(-1);
    this.#firstOnEdge.fill(-1);
    this.#firstOf.fill(-1);
    this.#entryCount = 0;
    this.#free = -1;
    this.#round++;
    this.#alteredCount = 0;
    for (let f = 0; f < this.#facilityCount; f++) this.#offer(f);
    this.#tell();
  }

  /** Takes a facility's entries away; who walked to it takes the best of the others. */
  #withdraw(facility: number): void {
    const { edgeRows } = this.#ways.placesThere;
    const best = this.#best;
    let entry = this.#firstOf[facility];
    while (entry >= 0) {
      const edge = this.#entries[4 * entry + 1];
      this.#unlink(edge, entry);
      let isOrphaned = false;
      for (let row = edgeRows[edge]; row < edgeRows[edge + 1]; row++) {
        if (best[row] !== facility) continue;
        best[row] = -1;
        this.#bestCm[row] = UNREACHED;
        isOrphaned = true;
      }
      if (isOrphaned) {
        this.#alter(edge);
        for (let e = this.#firstOnEdge[edge]; e >= 0; e = this.#entries[4 * e + 2]) {
          this.#offerEntry(edge, this.#entries[4 * e], this.#ends, 4 * e);
        }
      }
      const next = this.#entries[4 * entry + 3];
      this.#entries[4 * entry + 3] = this.#free;
      this.#free = entry;
      entry = next;
    }
    this.#firstOf[facility] = -1;
  }

  /** Searches around a facility and offers it to everybody it reaches. */
  #offer(facility: number): void {
    const { facilities } = this;
    const ways = this.#ways;
    const ownEdge = facilities.edge[facility];
    if (ownEdge < 0) return;
    ways.search(facilities, facility, this.#limitOfBoth);
    for (let e = 0; e < ways.edgeCount; e++) {
      const edge = ways.edges[e];
      ways.readEnds(edge, facility);
      const { ends } = ways;
      const leastThere = Math.min(ends[0], ends[1]);
      const leastHome = Math.min(ends[2], ends[3]);
      const isNear = ofBothCm(leastThere, leastHome, this.#judgement) <= this.#limitOfBoth;
      if (!isNear && edge !== ownEdge) continue;
      this.#enter(facility, edge, ends);
      if (this.#offerEntry(edge, facility, ends, 0)) this.#alter(edge);
    }
    ways.clear();
  }

  #offerEntry(edge: number, facility: number, ends: Int32Array, at: number): boolean {
    const { facilities } = this;
    const limit = this.#limitOfBoth;
    const [bestCm, best, judgement] = [this.#bestCm, this.#best, this.#judgement];
    return this.#ways.offer(edge, facilities, facility, judgement, limit, bestCm, best, ends, at);
  }

  #enter(facility: number, edge: number, ends: Int32Array): void {
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#entries[4 * entry + 3];
    else {
      entry = this.#entryCount++;
      if (4 * entry === this.#entries.length) {
        this.#entries = enlarged(this.#entries, 8 * entry);
        this.#ends = enlarged(this.#ends, 8 * entry);
      }
    }
    const at = 4 * entry;
    this.#entries[at] = facility;
    this.#entries[at + 1] = edge;
    this.#entries[at + 2] = this.#firstOnEdge[edge];
    this.#entries[at + 3] = this.#firstOf[facility];
    for (let end = 0; end < 4; end++) this.#ends[at + end] = ends[end];
    this.#firstOnEdge[edge] = entry;
    this.#firstOf[facility] = entry;
  }

  #unlink(edge: number, entry: number): void {
    const entries = this.#entries;
    const next = entries[4 * entry + 2];
    if (this.#firstOnEdge[edge] === entry) {
      this.#firstOnEdge[edge] = next;
      return;
    }
    let before = this.#firstOnEdge[edge];
    while (entries[4 * before + 2] !== entry) before = entries[4 * before + 2];
    entries[4 * before + 2] = next;
  }

  #alter(edge: number): void {
    if (this.#seen[edge] === this.#round) return;
    this.#seen[edge] = this.#round;
    this.#altered[this.#alteredCount++] = edge;
  }

  /** Carries the altered streets' rows over to their households. */
  #tell(): void {
    this.changedCount = 0;
    const { edgeRows, order } = this.#ways.placesThere;
    const { costCm, facility } = this.walks;
    for (let a = 0; a < this.#alteredCount; a++) {
      const edge = this.#altered[a];
      for (let row = edgeRows[edge]; row < edgeRows[edge + 1]; row++) {
        const i = order[row];
        const owner = this.#best[row];
        const cm = owner < 0 ? -1 : judgedCm(this.#bestCm[row], this.#judgement);
        if (costCm[i] === cm && facility[i] === owner) continue;
        costCm[i] = cm;
        facility[i] = owner;
        this.changed[this.changedCount++] = i;
      }
    }
  }
}
