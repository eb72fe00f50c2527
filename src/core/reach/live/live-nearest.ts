/**
 * Nearest facilities that follow every change: a new facility spreads as far as it is nearer; a
 * removed one's cell is flooded by its owner labels, forgotten, and filled again from the cells
 * around it. Always the same labels as a search from scratch, in the time of one cell.
 */
import type { Network } from '../../network/graph';
import { UNLIMITED_CM } from '../search/nearest';
import { Search } from '../search/search';
import { searchGraph } from '../search/search-graph';
import { addSeeds, emptySeeds, type Seeds } from '../search/seeds';
import { UNREACHED, type EdgePoints } from '../streets/points';
import {
  emptyFacilities,
  enlargeFacilities,
  enlarged,
  nowhere,
  type EdgePoint,
  type Facilities,
} from './facilities';

export class LiveNearest {
  readonly network: Network;
  readonly search: Search;
  readonly limitCm: number;
  /** Room for more than `facilityCount`; indices beyond it have an edge below 0. */
  readonly facilities: Facilities;
  facilityCount: number;
  /** Vertices whose labels the last change may have altered; some stand in it twice. */
  changed = new Int32Array(1024);
  changedCount = 0;
  /** First facility on each edge and the next one on the same edge, -1 at the end. */
  readonly firstOnEdge: Int32Array;
  nextOnEdge: Int32Array;
  /** The same for the seeds at each vertex: seed 2f and 2f + 1 belong to facility f. */
  readonly #firstSeed: Int32Array;
  #nextSeed: Int32Array;
  #seedVertex: Int32Array;
  #seedCm: Int32Array;
  readonly #own: Seeds = emptySeeds(2);
  #seeds: Seeds = emptySeeds(1024);

  constructor(network: Network, facilities: EdgePoints, limitCm: number = UNLIMITED_CM) {
    this.network = network;
    this.limitCm = limitCm;
    this.search = new Search(searchGraph(network, 'to'));
    const room = Math.max(16, 2 * facilities.edge.length);
    this.facilities = emptyFacilities(room);
    this.facilityCount = 0;
    this.firstOnEdge = new Int32Array(network.edgeCount).fill(-1);
    this.nextOnEdge = new Int32Array(room).fill(-1);
    this.#firstSeed = new Int32Array(network.vertexCount).fill(-1);
    this.#nextSeed = new Int32Array(2 * room).fill(-1);
    this.#seedVertex = new Int32Array(2 * room).fill(-1);
    this.#seedCm = new Int32Array(2 * room);
    const all = emptySeeds(2 * facilities.edge.length);
    for (let f = 0; f < facilities.edge.length; f++) {
      this.facilityCount++;
      this.#enlist(f, facilities.edge[f], facilities.alongCm[f], facilities.doorCm[f]);
      addSeeds(network, facilities, f, 'to', all);
    }
    this.search.drain(all, 0, all.count, limitCm);
  }

  /** Adds a facility and returns its index. */
  add(point: EdgePoint): number {
    const facility = this.facilityCount++;
    if (facility === this.facilities.edge.length) this.#grow();
    this.place(facility, point);
    return facility;
  }

  remove(facility: number): void {
    this.place(facility, nowhere);
  }

  /** Moves a facility, puts a removed one back, or (with an edge below 0) removes it. */
  place(facility: number, point: EdgePoint): void {
    this.changedCount = 0;
    this.#seeds.count = 0;
    this.#floodCell(facility);
    this.#delist(facility);
    this.#enlist(facility, point.edge, point.alongCm, point.doorCm);
    this.#seedCell();
    const own = this.#own;
    own.count = 0;
    addSeeds(this.network, this.facilities, facility, 'to', own);
    for (let s = 0; s < own.count; s++) this.#seed(own.vertex[s], own.costCm[s], facility);
    this.search.drain(this.#seeds, 0, this.#seeds.count, this.limitCm);
    const { entries, entryCount } = this.search;
    this.#reserveChanged(this.changedCount + entryCount);
    for (let e = 0; e < entryCount; e++) this.changed[this.changedCount++] = entries[3 * e];
  }

  /** Forgets the labels a facility owns; they stand in `changed`. */
  #floodCell(facility: number): void {
    const { arcStart, arcs } = this.search.graph;
    const { label } = this.search;
    for (let seed = 2 * facility; seed < 2 * facility + 2; seed++) {
      const vertex = this.#seedVertex[seed];
      if (vertex >= 0 && label[2 * vertex + 1] === facility) this.#forget(vertex);
    }
    for (let c = 0; c < this.changedCount; c++) {
      const vertex = this.changed[c];
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        const next = arcs[2 * a];
        if (label[2 * next + 1] === facility) this.#forget(next);
      }
    }
  }

  #forget(vertex: number): void {
    const { label } = this.search;
    label[2 * vertex] = UNREACHED;
    label[2 * vertex + 1] = -1;
    this.#reserveChanged(this.changedCount + 1);
    this.changed[this.changedCount++] = vertex;
  }

  /** Seeds each forgotten vertex from its best neighbour outside, or another facility beside it. */
  #seedCell(): void {
    const { arcStart, arcs } = this.network;
    const { label } = this.search;
    for (let c = 0; c < this.changedCount; c++) {
      const vertex = this.changed[c];
      let bestCm = UNREACHED;
      let owner = -1;
      for (let a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        const at = 2 * arcs[2 * a];
        const costCm = label[at] + arcs[2 * a + 1];
        if (costCm < bestCm || (costCm === bestCm && label[at + 1] < owner)) {
          bestCm = costCm;
          owner = label[at + 1];
        }
      }
      for (let seed = this.#firstSeed[vertex]; seed >= 0; seed = this.#nextSeed[seed]) {
        const costCm = this.#seedCm[seed];
        if (costCm < bestCm || (costCm === bestCm && seed >> 1 < owner)) {
          bestCm = costCm;
          owner = seed >> 1;
        }
      }
      if (owner >= 0 && bestCm <= this.limitCm) this.#seed(vertex, bestCm, owner);
    }
  }

  #seed(vertex: number, costCm: number, owner: number): void {
    const { count } = this.#seeds;
    if (count === this.#seeds.vertex.length) {
      const grown = emptySeeds(2 * count);
      grown.vertex.set(this.#seeds.vertex);
      grown.costCm.set(this.#seeds.costCm);
      grown.owner.set(this.#seeds.owner);
      this.#seeds = grown;
    }
    this.#seeds.vertex[count] = vertex;
    this.#seeds.costCm[count] = costCm;
    this.#seeds.owner[count] = owner;
    this.#seeds.count = count + 1;
  }

  #enlist(facility: number, edge: number, alongCm: number, doorCm: number): void {
    this.facilities.edge[facility] = edge < 0 ? -1 : edge;
    this.facilities.alongCm[facility] = alongCm;
    this.facilities.doorCm[facility] = doorCm;
    if (edge < 0) return;
    this.nextOnEdge[facility] = this.firstOnEdge[edge];
    this.firstOnEdge[edge] = facility;
    const own = this.#own;
    own.count = 0;
    addSeeds(this.network, this.facilities, facility, 'to', own);
    for (let s = 0; s < own.count; s++) {
      const seed = 2 * facility + s;
      const vertex = own.vertex[s];
      this.#seedVertex[seed] = vertex;
      this.#seedCm[seed] = own.costCm[s];
      this.#nextSeed[seed] = this.#firstSeed[vertex];
      this.#firstSeed[vertex] = seed;
    }
  }

  #delist(facility: number): void {
    const edge = this.facilities.edge[facility];
    if (edge < 0) return;
    unlink(this.firstOnEdge, edge, this.nextOnEdge, facility);
    for (let seed = 2 * facility; seed < 2 * facility + 2; seed++) {
      const vertex = this.#seedVertex[seed];
      if (vertex < 0) continue;
      unlink(this.#firstSeed, vertex, this.#nextSeed, seed);
      this.#seedVertex[seed] = -1;
    }
  }

  #grow(): void {
    const { facilities } = this;
    const room = 2 * facilities.edge.length;
    enlargeFacilities(facilities, room);
    this.nextOnEdge = enlarged(this.nextOnEdge, room);
    this.#nextSeed = enlarged(this.#nextSeed, 2 * room);
    this.#seedVertex = enlarged(this.#seedVertex, 2 * room);
    this.#seedCm = enlarged(this.#seedCm, 2 * room);
  }

  #reserveChanged(count: number): void {
    if (count > this.changed.length) this.changed = enlarged(this.changed, 2 * count);
  }
}

function unlink(first: Int32Array, list: number, next: Int32Array, item: number): void {
  if (first[list] === item) {
    first[list] = next[item];
    return;
  }
  let before = first[list];
  while (next[before] !== item) before = next[before];
  next[before] = next[item];
}
