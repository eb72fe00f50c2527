/**
 * Checks a whole certificate against the streets: walks everybody anew with the verifier's own
 * search, counts villages and people itself, and re-derives the bound. Shares no code with the
 * search for sites or with reach.
 */
import { limitCm } from '../../reach';
import type { SiteCertificate } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import type { ProgramSolver } from '../model/solver';
import { checkCosts } from './check-costs';
import { recountTarget } from './recount-target';
import { SiteRecount } from './site-recount';
import { Refusals, type Verdict } from './verdict';
import { verifyMaximum } from './verify-maximum';
import { verifyMedian } from './verify-median';
import { verifyTarget } from './verify-target';

export async function verifySite(
  certificate: SiteCertificate,
  ground: SiteGround,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  checkTerms(certificate, ground, refusals);
  const { ask } = certificate;
  const isWalk = ask.kind === 'smallest_walk';
  const farCm = isWalk ? limitCm(ask.farMinutes, ground.options.speedMS) : 0;
  const own = new SiteRecount(ground, Math.max(farCm, ground.limitCm));
  let verdict: Verdict;
  if (ask.kind === 'smallest_walk') {
    const rows = own.measuredRows(farCm);
    verdict = await verifyMedian({ ...certificate, sites: ask.sites }, rows, solver);
  } else if (ask.kind === 'most_people') {
    const budget =
      'sites' in ask ? ask.sites : Math.floor(ask.budget * certificate.costScale + 1e-6);
    const demand = own.demand(ground.demand, () => 0);
    verdict = await verifyMaximum({ ...certificate, budget }, demand, solver);
  } else {
    const { demand, target, stand } = recountTarget(own, ask);
    const claimed = JSON.stringify(
      certificate.groups.map((g) => [g.code, g.total, g.needed, g.settled]),
    );
    if (claimed !== JSON.stringify(stand)) refusals.add('differs_groups');
    verdict = await verifyTarget(certificate, demand, target, solver);
  }
  const list = [...refusals.list, ...verdict.refusals];
  return { ...verdict, accepted: list.length === 0, refusals: list };
}

/** Ids, costs and states must be those of the candidates' own file. */
function checkTerms(certificate: SiteCertificate, ground: SiteGround, refusals: Refusals): void {
  const { chosen, sites, candidateCost, candidateState } = certificate;
  refusals.same('candidates', candidateCost.length, ground.candidateIds.length);
  refusals.same('sites', sites.length, chosen.length);
  chosen.forEach((j, n) => {
    if (ground.candidateIds[j] !== sites[n]) refusals.add('site_id', { candidate: j });
  });
  const { ask } = certificate;
  const isMoney = 'budget' in ask || (ask.kind === 'reach_share' && ask.cheapest);
  checkCosts(certificate, ground, isMoney, refusals);
  candidateState.forEach((state, j) => {
    if (state !== ground.candidateState[j]) refusals.add('state', { candidate: j });
  });
}
