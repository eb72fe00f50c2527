/**
 * Coverage that follows the mouse: after every added, removed or moved facility each household's
 * walk, owner and state and each unit's sums are what a rebuild would give, but only what
 * changed is looked at.
 */
import type { Network } from '../../network/graph';
import { CoverageState, statesOf } from '../walks/coverage-states';
import type { Places } from '../walks/households';
import type { Judgement } from '../walks/both-ways';
import type { ConditionedStreets } from '../coverage/conditions';
import { nowhere, type EdgePoint, type Facilities } from './facilities';
import { JudgedWalks } from './judged-walks';
import { LevelWalks } from './level-walks';
import type { LiveWalks } from './live-walks';
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
  /** Streets that are not level; walks beyond the limit are not told then. */
  readonly judged?: { readonly streets: ConditionedStreets; readonly judgement: Judgement };
  readonly tree: UnitTree;
  /** Unit of each household, -1 where unknown. */
  readonly unit: Int32Array;
  readonly columns: PopulationColumns;
}

export class LiveCoverage {
  readonly states: Uint8Array;
  /** Sums of each unit, kept up to date. */
  sums: UnitSums;
  readonly #input: LiveInput;
  #limit: number | Int32Array;
  readonly #live: LiveWalks;

  constructor(input: LiveInput) {
    const { network, facilities, households, places, judged, limit } = input;
    this.#input = input;
    this.#limit = limit;
    this.#live = judged
      ? new JudgedWalks(judged.streets, judged.judgement, facilities, households, longest(limit))
      : new LevelWalks(network, facilities, households, places);
    this.states = new Uint8Array(this.costCm.length);
    this.sums = this.#decide();
  }

  /** Of each household, -1 where there is no walk. */
  get costCm(): Int32Array {
    return this.#live.walks.costCm;
  }

  get facility(): Int32Array {
    return this.#live.walks.facility;
  }

  get facilities(): Facilities {
    return this.#live.facilities;
  }

  /** Households whose walk, owner or state the last change may have altered. */
  get changed(): Uint32Array {
    return this.#live.changed;
  }

  get changedCount(): number {
    return this.#live.changedCount;
  }

  /** Another walking time or speed on the same streets: states and sums, and no search on the level. */
  setLimit(limit: number | Int32Array): void {
    this.#limit = limit;
    this.#live.reachTo(longest(limit));
    this.sums = this.#decide();
  }

  /** Adds a facility and returns its index. */
  add(point: EdgePoint): number {
    const facility = this.#live.add(point);
    this.#settle();
    return facility;
  }

  remove(facility: number): void {
    this.move(facility, nowhere);
  }

  /** Moves a facility, or puts a removed one back. */
  move(facility: number, point: EdgePoint): void {
    this.#live.place(facility, point);
    this.#settle();
  }

  #decide(): UnitSums {
    const { households, located, tree, unit, columns } = this.#input;
    const { costCm, states } = this;
    statesOf({ costCm, edge: households.edge, located }, this.#limit, states);
    return sumByUnit(tree, unit, states, columns);
  }

  /** Decides the states of changed households anew and carries the differences up their units. */
  #settle(): void {
    const { located, tree, unit, columns } = this.#input;
    const { changed, changedCount } = this.#live;
    for (let c = 0; c < changedCount; c++) {
      const i = changed[c];
      if (located !== undefined && located[i] === 0) continue;
      const limit = typeof this.#limit === 'number' ? this.#limit : this.#limit[i];
      const covered = this.costCm[i] >= 0 && this.costCm[i] <= limit;
      const state = covered ? CoverageState.covered : CoverageState.uncovered;
      if (state === this.states[i]) continue;
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
}

function longest(limit: number | Int32Array): number {
  return typeof limit === 'number' ? limit : limit.reduce((most, cm) => Math.max(most, cm), 0);
}
