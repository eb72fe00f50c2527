/**
 * Why a target can not be reached, and the least that would have to give: for each group that falls
 * short the highest share within reach, what forbidden candidates would add, and who is out of
 * reach of every candidate.
 */
import { CandidateState } from '../model/cover-model';
import { targetReached } from '../target/target-model';
import type { SiteGround } from './site-ground';
import { targetProblem, type ReachAsk } from './target-problem';

export interface Shortfall {
  readonly code: string;
  readonly name: string | null;
  readonly total: number;
  readonly needed: number;
  /** Most that all allowed candidates reach together, existing facilities included. */
  readonly attainable: number;
  /** The same with forbidden candidates allowed. */
  readonly attainableWithForbidden: number;
  /** The highest whole percentage that can be asked instead. */
  readonly attainablePercent: number;
  /** Codes of the units (villages, towns) that no allowed candidate brings over their need. */
  readonly unreachable: readonly string[];
}

export function reachShortfall(ground: SiteGround, ask: ReachAsk): Shortfall[] {
  const costs = new Float64Array(ground.candidateIds.length).fill(1);
  const allowed = targetProblem(ground, ask, costs);
  const isPlaced = (j: number) => ground.candidatePoints.edge[j] >= 0;
  const candidateState = ground.candidateState.map((state, j) =>
    state === CandidateState.forbidden && isPlaced(j) ? CandidateState.free : state,
  );
  const everything = targetProblem({ ...ground, candidateState }, ask, costs);
  if (!allowed.ok || !everything.ok) return [];
  const { model, groups, groupOf, unitOf } = allowed.value;
  const all = [...costs.keys()];
  const usable = all.filter((j) => ground.candidateState[j] !== CandidateState.forbidden);
  const now = targetReached(model, usable);
  const then = targetReached(everything.value.model, all);
  return groupOf.flatMap((g, n) => {
    if (now.groupMissing[n] <= 0) return [];
    const { code, name, total, needed } = groups[g];
    const attainable = needed - now.groupMissing[n];
    const unreachable = unitOf
      .filter((_, u) => model.unitGroup[u] === n && now.unitReached[u] === 0)
      .map((unit) => ground.units.codes[unit]);
    return {
      code,
      name,
      total,
      needed,
      attainable,
      attainableWithForbidden: needed - Math.max(0, then.groupMissing[n]),
      attainablePercent: Math.floor((100 * attainable) / Math.max(1, total)),
      unreachable,
    };
  });
}
