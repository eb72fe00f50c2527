/**
 * Coverage that follows the mouse: after every added, removed or moved facility each household's
 * walk, owner and state and each unit's sums are what a rebuild would give, but only the streets
 * whose labels changed are looked at.
 */
import type { Network } from '../../network/graph';
import { CoverageState, statesOf } from '../walks/coverage-states';
import {
  costsOf,
  offerAlongEdge,
  placeHouseholds,
  readRows,
  type PlaceCosts,
} from '../walks/households';
import type { Places } from '../walks/households';
import { LiveNearest, type EdgePoint } from './live-nearest';
import type { EdgePoints } from '../streets/points';
import {
  populationGroups,
  sumByUnit,
  type PopulationColumns,
  type UnitSums,
  type UnitTree,
} from '../units/rollup';

export interface LiveInput {
  readonly network: Network;
  readonly facilities: EdgePoints;
  readonly households: EdgePoints;
  /** Of the same households on level streets, if they were made beforehand. */
  readonly places?: Places;
  /** 0 for households without a usable place; absent: all have one. */
  readonly located?: ArrayLike<number>;
  /** Longest walk that counts, or one for each household. */
  readonly limit: number | Int32Array;
  readonly tree: UnitTree;
  /** Unit of each household, -1 where unknown. */
  readonly unit: Int32Array;
  readonly columns: PopulationColumns;
}

export class LiveCoverage {
  readonly nearest: LiveNearest;
  /** Of each household: centimetres and facility index (-1 where none), and CoverageState. */
  readonly costCm: Int32Array;
  readonly facility: Int32Array;
  readonly states: Uint8Array;
  /** Sums of each unit, kept up to date. */
  sums: UnitSums;
  /** Households whose walk, owner or state the last change altered. */
  changed: Uint32Array;
  changedCount = 0;
  readonly #input: LiveInput;
  #limit: number | Int32Array;
  readonly #places: Places;
  readonly #costs: PlaceCosts;
  /** Change in which each edge was last looked at. */
  readonly #seen: Int32Array;
  #round = 0;

  constructor(input: LiveInput) {
    const { network, facilities, households } = input;
    this.#input = input;
    this.#limit = input.limit;
    this.nearest = new LiveNearest(network, facilities);
    this.#places = input.places ?? placeHouseholds(network, households);
    const { label } = this.nearest.search;
    this.#costs = costsOf(network, this.#places, facilities, label, this.nearest.limitCm);
    this.costCm = this.#costs.costCm;
    this.facility = this.#costs.facility;
    this.states = new Uint8Array(this.costCm.length);
    this.changed = new Uint32Array(this.costCm.length);
    this.#seen = new Int32Array(network.edgeCount);
    this.sums = this.#decide();
  }

  /** Another walking time or speed: no search, only states and sums. */
  setLimit(limit: number | Int32Array): void {
    this.#limit = limit;
    this.sums = this.#decide();
  }

  /** Adds a facility and returns its index. */
  add(point: EdgePoint): number {
    const facility = this.nearest.add(point);
    this.#follow(-1, point.edge);
    return facility;
  }

  remove(facility: number): void {
    const before = this.nearest.facilities.edge[facility];
    this.nearest.remove(facility);
    this.#follow(before, -1);
  }

  /** Moves a facility, or puts a removed one back. */
  move(facility: number, point: EdgePoint): void {
    const before = this.nearest.facilities.edge[facility];
    this.nearest.place(facility, point);
    this.#follow(before, point.edge);
  }

  #decide(): UnitSums {
    const { households, located, tree, unit, columns } = this.#input;
    const { costCm, states } = this;
    statesOf({ costCm, edge: households.edge, located }, this.#limit, states);
    return sumByUnit(tree, unit, states, columns);
  }

  /** Looks at the households of all streets that meet a changed vertex or held the facility. */
  #follow(edgeBefore: number, edgeAfter: number): void {
    this.#round++;
    this.changedCount = 0;
    const { network } = this.#input;
    const { changed, changedCount, search } = this.nearest;
    for (let c = 0; c < changedCount; c++) {
      const vertex = changed[c];
      this.#readArcs(vertex, network.arcStart, network.arcEdge);
      if (network.hasOneWay) this.#readArcs(vertex, search.graph.arcStart, search.graph.arcEdge);
    }
    for (const edge of [edgeBefore, edgeAfter]) {
      if (edge >= 0 && this.#seen[edge] !== this.#round) this.#readEdge(edge);
    }
  }

  #readArcs(vertex: number, arcStart: Uint32Array, arcEdge: Uint32Array): void {
    const end = arcStart[vertex + 1];
    for (let a = arcStart[vertex]; a < end; a++) {
      if (this.#seen[arcEdge[a]] !== this.#round) this.#readEdge(arcEdge[a]);
    }
  }

  #readEdge(edge: number): void {
    this.#seen[edge] = this.#round;
    const places = this.#places;
    const first = places.edgeRows[edge];
    const end = places.edgeRows[edge + 1];
    if (first === end) return;
    const { costCm, facility } = this;
    const { firstOnEdge, nextOnEdge, facilities, limitCm, search, network } = this.nearest;
    if (firstOnEdge[edge] < 0) {
      for (let row = first; row < end; row++) {
        const i = places.order[row];
        const costBefore = costCm[i];
        const ownerBefore = facility[i];
        readRows(places, row, row + 1, search.label, limitCm, this.#costs);
        if (costCm[i] !== costBefore || facility[i] !== ownerBefore) this.#settle(i);
      }
      return;
    }
    readRows(places, first, end, search.label, limitCm, this.#costs);
    for (let f = firstOnEdge[edge]; f >= 0; f = nextOnEdge[f]) {
      offerAlongEdge(network, places, facilities, f, limitCm, this.#costs);
    }
    for (let row = first; row < end; row++) this.#settle(places.order[row]);
  }

  /** Decides one household's state anew and carries a difference up its units. */
  #settle(i: number): void {
    this.changed[this.changedCount++] = i;
    const { located, tree, unit, columns } = this.#input;
    if (located !== undefined && located[i] === 0) return;
    const limit = typeof this.#limit === 'number' ? this.#limit : this.#limit[i];
    const covered = this.costCm[i] >= 0 && this.costCm[i] <= limit;
    const state = covered ? CoverageState.covered : CoverageState.uncovered;
    if (state === this.states[i]) return;
    this.states[i] = state;
    const sign = covered ? 1 : -1;
    for (const group of populationGroups) {
      const column = columns[group];
      const sums = this.sums[group];
      if (column === undefined || sums === undefined) continue;
      const count = sign * column[i];
      for (let u = unit[i]; u >= 0; u = tree.parent[u]) sums.covered[u] += count;
    }
  }
}
