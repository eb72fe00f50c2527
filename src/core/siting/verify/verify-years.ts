/**
 * Checks the certificate of the years: every site opens once and within the money so far, what each
 * year reaches is recounted from the streets, and no choice within that money passes the year's bound.
 */
import type { SiteGround } from '../streets/site-ground';
import type { ProgramSolver } from '../model/solver';
import type { YearsCertificate } from '../plan/years';
import { checkCosts } from './check-costs';
import { recountRows, recountWeight, type RecountedDemand } from './recount';
import { recountTarget } from './recount-target';
import { SiteRecount } from './site-recount';
import { Refusals, type Verdict } from './verdict';
import { verifyMaximum } from './verify-maximum';
import { verifyTarget, type RecountedTarget } from './verify-target';

/** What the sites may reach, counted by the verifier. */
interface Counted {
  readonly demand: RecountedDemand;
  /** Null where weight is counted. */
  readonly target: RecountedTarget | null;
  readonly reached: (open: ReadonlySet<number>) => number;
  readonly settled: number;
}

type Year = YearsCertificate['years'][number];

/** The verdict's objective and bound are those of the last year. */
export async function verifyYears(
  certificate: YearsCertificate,
  ground: SiteGround,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  const { candidateState, candidateCost, costScale, perYear, years } = certificate;
  const spread = years.flatMap(({ opened }) => opened);
  checkSites(certificate, spread, ground, refusals);
  const isMoney = 'budget' in perYear;
  checkCosts(certificate, ground, isMoney, refusals);
  const counted = countAgain(certificate, { ...ground, candidateState: stateOf(candidateState) });
  const allowance = isMoney ? Math.floor(perYear.budget * costScale + 1e-6) : perYear.sites;
  const open = new Set<number>();
  let objective = counted.settled;
  for (const [n, year] of years.entries()) {
    const budget = allowance * (n + 1);
    refusals.same('year', year.year, n + 1);
    year.opened.forEach((j) => open.add(j));
    const cost = [...open].reduce((sum, j) => sum + candidateCost[j], 0);
    if (!(cost <= budget)) refusals.add('over_budget', { cost, budget });
    objective = counted.reached(open);
    refusals.same('reached', year.reached, objective);
    const found = await provenBound(certificate, year, budget, counted, refusals, solver);
    if (!(found <= year.bound)) refusals.add('bound', { claimed: year.bound, found });
    if (year.reached > year.bound) refusals.add('bound', { claimed: year.bound, found: objective });
  }
  const bound = years.at(-1)?.bound ?? NaN;
  return { accepted: refusals.none, refusals: refusals.list, objective, bound };
}

function checkSites(
  { years, candidateState }: YearsCertificate,
  spread: readonly number[],
  ground: SiteGround,
  refusals: Refusals,
): void {
  const opened = new Set(spread);
  if (opened.size !== spread.length || years.length === 0) refusals.add('choice_repeats');
  refusals.same('candidates', candidateState.length, ground.candidateIds.length);
  candidateState.forEach((state, j) => {
    if (state !== (opened.has(j) ? 0 : 2)) refusals.add('state', { candidate: j });
    if (opened.has(j) && ground.candidateState[j] === 2) {
      refusals.add('choice_forbidden', { candidate: j });
    }
  });
  for (const { opened: numbers, sites } of years) {
    refusals.same('sites', sites.length, numbers.length);
    numbers.forEach((j, n) => {
      if (ground.candidateIds[j] !== sites[n]) refusals.add('site_id', { candidate: j });
    });
  }
}

function stateOf(states: readonly number[]): Uint8Array {
  return Uint8Array.from(states, (state) => (state === 0 ? 0 : 2));
}

function countAgain({ goal }: YearsCertificate, ground: SiteGround): Counted {
  const own = new SiteRecount(ground, ground.limitCm);
  if (goal === 'people') {
    const demand = own.demand(ground.demand, () => 0);
    const rows = recountRows(demand);
    const { settledWeight: settled } = demand;
    return {
      demand,
      target: null,
      settled,
      reached: (open) => settled + recountWeight(rows, open),
    };
  }
  const { demand, target, stand } = recountTarget(own, {
    kind: 'reach_share',
    percent: 100,
    of: 'villages',
    by: null,
    cheapest: false,
  });
  const rows = recountRows(demand);
  const settled = stand.reduce((sum, [, , , has]) => sum + has, 0);
  return {
    demand,
    target,
    settled,
    reached(open) {
      const weight = target.unitNeed.map(() => 0);
      for (const row of rows) {
        if (row.candidates.some((j) => open.has(j))) weight[row.group] += row.weight;
      }
      return settled + weight.filter((w, u) => w >= target.unitNeed[u]).length;
    },
  };
}

/** What the year's proof shows that no choice within the budget passes; Infinity where it shows nothing. */
async function provenBound(
  { candidateCost, candidateState }: YearsCertificate,
  { proof }: Year,
  budget: number,
  { demand, target, reached, settled }: Counted,
  refusals: Refusals,
  solver?: ProgramSolver,
): Promise<number> {
  const terms = { candidateCost, candidateState };
  if (proof.kind === 'all') {
    return reached(new Set([...candidateState.keys()].filter((j) => candidateState[j] === 0)));
  }
  if (proof.kind === 'most') {
    if (target !== null) return Infinity;
    const verdict = await verifyMaximum({ ...proof.claim, ...terms, budget }, demand, solver);
    refusals.join(verdict);
    return verdict.accepted ? verdict.bound : Infinity;
  }
  if (target === null) return Infinity;
  const asked = { ...target, groupNeed: [proof.wanted] };
  const verdict = await verifyTarget({ ...proof.claim, ...terms }, demand, asked, solver);
  refusals.join(verdict);
  return verdict.accepted && verdict.bound > budget ? settled + proof.wanted - 1 : Infinity;
}
