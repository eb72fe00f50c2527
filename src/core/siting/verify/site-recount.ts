/**
 * The verifier's own count of a ground: who is settled, whom each candidate reaches, by walks of its
 * own. Shares no code with the search for sites or with reach.
 */
import type { SiteGround } from '../streets/site-ground';
import { OwnWalks } from './own-walks';
import type { RecountedDemand } from './recount';
import type { MeasuredRow } from './verify-median';

export class SiteRecount {
  readonly ground: SiteGround;
  readonly #walks: OwnWalks;
  readonly #isSettled: boolean[];
  readonly #facilityWalks: Map<number, number>;

  /** @param farCm walks to facilities beyond it do not matter */
  constructor(ground: SiteGround, farCm: number) {
    this.ground = ground;
    const { edge, alongCm, doorCm } = ground.householdPoints;
    const placed = Array.from(edge, (e, row) => (ground.isPlaced[row] === 1 ? e : -1));
    const network = ground.judged?.network ?? ground.tables.network;
    this.#walks = new OwnWalks(network, { edge: placed, alongCm, doorCm }, ground.judged);
    const facilities = ground.facilityPoints;
    const all = Array.from(facilities.edge, (e, f) => ({
      edge: e,
      alongCm: facilities.alongCm[f],
      doorCm: facilities.doorCm[f],
    }));
    this.#facilityWalks = this.#walks.walksTo(all, farCm);
    this.#isSettled = placed.map(
      (_, h) => (this.#facilityWalks.get(h) ?? Infinity) <= ground.limitCm,
    );
  }

  #walksTo(candidate: number, limit: number): Map<number, number> {
    const { candidatePoints, candidateState } = this.ground;
    if (candidateState[candidate] === 2) return new Map();
    const place = {
      edge: candidatePoints.edge[candidate],
      alongCm: candidatePoints.alongCm[candidate],
      doorCm: candidatePoints.doorCm[candidate],
    };
    return this.#walks.walksTo([place], limit);
  }

  /** Whether an existing facility reaches a household. */
  isSettled(household: number): boolean {
    return this.#isSettled[household];
  }

  /** Who is reached from where, existing facilities first; groups below 0 do not count. */
  demand(weight: Int32Array, groupOf: (household: number) => number): RecountedDemand {
    const { limitCm: limit, candidateIds } = this.ground;
    let settledWeight = 0;
    weight.forEach((w, h) => {
      if (this.#isSettled[h]) settledWeight += w;
    });
    const group = Array.from(weight, (_, h) => groupOf(h));
    const reached = candidateIds.map((_, j) =>
      [...this.#walksTo(j, limit).keys()].filter(
        (h) => !this.#isSettled[h] && weight[h] > 0 && group[h] >= 0,
      ),
    );
    return { weight, group, reached, settledWeight };
  }

  measuredRows(farCm: number): MeasuredRow[] {
    const { demand: weight, isPlaced, candidateIds } = this.ground;
    const rows: { weight: number; stay: number; pairs: [number, number][] }[] = [];
    const rowOf = new Map<number, number>();
    for (let h = 0; h < weight.length; h++) {
      if (isPlaced[h] !== 1 || weight[h] === 0) continue;
      const stay = Math.min(farCm, this.#facilityWalks.get(h) ?? Infinity);
      rowOf.set(h, rows.push({ weight: weight[h], stay, pairs: [] }) - 1);
    }
    candidateIds.forEach((_, j) => {
      for (const [h, walk] of this.#walksTo(j, farCm)) {
        const row = rows[rowOf.get(h) ?? -1];
        if (row && walk < row.stay) row.pairs.push([j, walk]);
      }
    });
    return rows;
  }
}
