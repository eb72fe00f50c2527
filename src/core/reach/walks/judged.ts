/**
 * Walks there and home again where the two differ: for each facility both ways are searched, each
 * household takes the slower of them (or their mean), and the least over facilities counts. The
 * two ways always belong to the same facility.
 */
import type { Network } from '../../network/graph';
import { finish } from '../../steps';
import { UNLIMITED_CM } from '../search/nearest';
import { hilbertOrder } from '../search/seeds';
import { UNREACHED, type EdgePoints } from '../streets/points';
import type { WalkCosts } from '../streets/walk-costs';
import { BothWays, judgedCm, limitOfBothCm, type Judgement } from './both-ways';
import type { PlaceCosts } from './households';

/** How far each vertex lets a walk pass: what is left there of the longest that can matter. */
export interface Confines {
  readonly there: Int32Array;
  readonly home: Int32Array;
}

/** Facilities between two chances to stop. */
const facilitiesPerStep = 64;

export class JudgedSearch {
  readonly ways: BothWays;
  /** Best of each row so far, in the order of `ofBothCm`. */
  readonly #bestCm: Int32Array;
  readonly #best: Int32Array;

  constructor(network: Network, costs: WalkCosts, households: EdgePoints) {
    this.ways = new BothWays(network, costs, households);
    const rowCount = this.ways.placesThere.order.length;
    this.#bestCm = new Int32Array(rowCount);
    this.#best = new Int32Array(rowCount);
  }

  /**
   * Judged walk of every household to the facility where it is least, up to limitCm inclusive; of
   * equals (before means are rounded) the facility of the lower index; -1 where there is none.
   */
  run(facilities: EdgePoints, limitCm: number, judgement: Judgement): PlaceCosts {
    return finish(this.steps(facilities, limitCm, judgement));
  }

  /** The same with chances to stop; each tells how many facilities are done. */
  *steps(
    facilities: EdgePoints,
    limitCm: number,
    judgement: Judgement,
    confines?: Confines,
  ): Generator<number, PlaceCosts> {
    const { ways } = this;
    this.#bestCm.fill(UNREACHED);
    this.#best.fill(-1);
    if (confines) {
      ways.there.confine(confines.there);
      ways.home.confine(confines.home);
    }
    // One of the two ways may be longer than their mean, but never than both together.
    const limitOfBoth = limitOfBothCm(limitCm, judgement);
    const longestCm = confines ? UNLIMITED_CM : limitOfBoth;
    let done = 0;
    for (const f of hilbertOrder(ways.network, facilities)) {
      ways.search(facilities, f, longestCm);
      for (let e = 0; e < ways.edgeCount; e++) {
        const edge = ways.edges[e];
        ways.readEnds(edge, f);
        ways.offer(edge, facilities, f, judgement, limitOfBoth, this.#bestCm, this.#best);
      }
      ways.clear();
      if (++done % facilitiesPerStep === 0) yield done;
    }
    if (confines) {
      ways.there.clear();
      ways.home.clear();
    }
    return this.#inGivenOrder(judgement);
  }

  #inGivenOrder(judgement: Judgement): PlaceCosts {
    const { pointCount, order } = this.ways.placesThere;
    const costCm = new Int32Array(pointCount).fill(-1);
    const facility = new Int32Array(pointCount).fill(-1);
    for (let row = 0; row < order.length; row++) {
      if (this.#best[row] < 0) continue;
      costCm[order[row]] = judgedCm(this.#bestCm[row], judgement);
      facility[order[row]] = this.#best[row];
    }
    return { costCm, facility };
  }
}
