/** From the ground to the models the searches read: people, or what is nearest, as rows. */
import { CandidateState, coverModel, type CoverModel } from '../model/cover-model';
import { Breath, type SearchControl } from '../model/search-control';
import { mergeDemand, type MergedDemand } from '../model/merge';
import { medianModel, type MedianModel } from '../median/median-model';
import { CandidateReach } from './candidate-reach';
import type { SiteGround } from './site-ground';

/** 1 for households that an existing facility reaches. */
export function settledHouseholds(ground: SiteGround): Uint8Array {
  const { facilityCm, isPlaced, limitCm } = ground;
  return Uint8Array.from(facilityCm, (walk, row) =>
    isPlaced[row] === 1 && walk >= 0 && walk <= limitCm ? 1 : 0,
  );
}

/** Whom each candidate of a ground reaches, by the ground's own walks. */
export function candidateReach(ground: SiteGround, limitCm: number): CandidateReach {
  const { tables, places, candidatePoints, judged } = ground;
  return new CandidateReach(tables.network, places, candidatePoints, limitCm, judged);
}

/** Demand that candidates may still reach, merged; forbidden candidates reach nobody. */
export function mergeReached(
  ground: SiteGround,
  weight: Int32Array,
  group: Uint32Array,
  groupCount: number,
  counts: (row: number) => boolean,
): MergedDemand {
  const settled = settledHouseholds(ground);
  const reach = candidateReach(ground, ground.limitCm);
  const isOpen = ground.isPlaced.map((is, row) =>
    is === 1 && settled[row] === 0 && weight[row] > 0 && counts(row) ? 1 : 0,
  );
  const none = new Uint32Array(0);
  return mergeDemand(weight, group, groupCount, ground.candidateIds.length, (j) => {
    if (ground.candidateState[j] === CandidateState.forbidden) return none;
    return reach.find(j).points.filter((row) => isOpen[row] === 1);
  });
}

export function settledWeight(ground: SiteGround): number {
  const settled = settledHouseholds(ground);
  return ground.demand.reduce((sum, weight, row) => sum + (settled[row] === 1 ? weight : 0), 0);
}

export function totalWeight(ground: SiteGround): number {
  return ground.demand.reduce((sum, weight) => sum + weight, 0);
}

/** @param costs whole numbers, one for each candidate */
export function coverProblem(ground: SiteGround, costs: Float64Array): CoverModel {
  const group = new Uint32Array(ground.weight.length);
  const merged = mergeReached(ground, ground.demand, group, 1, () => true);
  return coverModel(merged, {
    candidateCost: costs,
    candidateState: ground.candidateState,
    settledWeight: settledWeight(ground),
    totalWeight: totalWeight(ground),
  });
}

/**
 * Rows of the smallest walk: every placed household with people, in table order; it stays with its
 * nearest facility, or at farCm where that is further or there is none. Walks are long here, so that
 * it can be stopped: null.
 */
export async function medianProblem(
  ground: SiteGround,
  farCm: number,
  control: SearchControl = {},
): Promise<MedianModel | null> {
  const rows: number[] = [];
  const rowOf = new Int32Array(ground.weight.length).fill(-1);
  for (let row = 0; row < rowOf.length; row++) {
    if (ground.isPlaced[row] === 0 || ground.demand[row] === 0) continue;
    rowOf[row] = rows.length;
    rows.push(row);
  }
  const stay = rows.map((row) => {
    const walk = ground.facilityCm[row];
    return walk >= 0 && walk < farCm ? walk : farCm;
  });
  const pairs: [number, number][][] = rows.map(() => []);
  const reach = candidateReach(ground, farCm);
  const breath = new Breath(control);
  const count = ground.candidateIds.length;
  for (let j = 0; j < count; j++) {
    if (j % 20 === 0) {
      control.reached?.(j, count);
      if (await breath.stopped()) return null;
    }
    if (ground.candidateState[j] === CandidateState.forbidden) continue;
    const { points, walkCm } = reach.find(j);
    for (let n = 0; n < points.length; n++) {
      const r = rowOf[points[n]];
      if (r >= 0 && walkCm[n] < stay[r]) pairs[r].push([j, walkCm[n]]);
    }
  }
  return medianModel(
    {
      rowWeight: rows.map((row) => ground.demand[row]),
      rowStay: stay,
      candidateState: ground.candidateState,
    },
    (r) => pairs[r],
  );
}
