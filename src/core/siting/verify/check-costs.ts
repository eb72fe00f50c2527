/** Costs in a certificate against those of the candidates' own file. */
import type { SiteGround } from '../streets/site-ground';
import type { Refusals } from './verdict';

export interface ClaimedCosts {
  readonly candidateCost: readonly number[];
  readonly candidateState: readonly number[];
  readonly costScale: number;
}

/** Money is rounded up to whole numbers: neither less than given nor a whole one more; else all are 1. */
export function checkCosts(
  { candidateCost, candidateState, costScale }: ClaimedCosts,
  ground: SiteGround,
  isMoney: boolean,
  refusals: Refusals,
): void {
  candidateCost.forEach((cost, j) => {
    const given = ground.candidateCost[j] * costScale;
    const isCounted = isMoney && candidateState[j] !== 2;
    const isTrue = isCounted
      ? cost >= given - 1e-3 && cost < given + 1
      : cost === 1 || (isMoney && cost >= 0);
    if (!isTrue) refusals.add('cost', { candidate: j });
  });
}
