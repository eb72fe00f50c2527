/**
 * Checks the claim "these sites reach the target, and none that reach it cost less than the bound",
 * from the demand on the streets and the certificate's own multipliers, fixings and replaced
 * candidates. Arithmetic is in whole numbers of any size. Shares no code with the search.
 */
import type { ProgramSolver } from '../model/solver';
import type { TargetAnswer } from '../target/solve';
import { recountRows, type RecountedDemand, type RecountedRow } from './recount';
import type { States, TargetGround, Unit } from './target-ground';
import { boundOfPart } from './target-part';
import { isHonestGap, Refusals, type Verdict } from './verdict';

export interface TargetClaim extends TargetAnswer {
  readonly candidateCost: readonly number[];
  /** 0 free, 1 forced, 2 forbidden. */
  readonly candidateState: readonly number[];
  readonly rowCount: number;
}

/** What is asked, as the verifier counts it itself. */
export interface RecountedTarget {
  /** People: each row is a unit worth its weight, and the demand's groups are the target's. */
  readonly ofPeople: boolean;
  /** Otherwise one entry for each unit (the demand's groups): missing weight, worth, its group. */
  readonly unitNeed: readonly number[];
  readonly unitWorth: readonly number[];
  readonly unitGroup: readonly number[];
  /** Worth missing in each group. */
  readonly groupNeed: readonly number[];
}

export async function verifyTarget(
  claim: TargetClaim,
  demand: RecountedDemand,
  target: RecountedTarget,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  const rows = recountRows(demand);
  refusals.same('rowCount', claim.rowCount, rows.length);
  refusals.same('candidates', claim.candidateCost.length, demand.reached.length);
  const ground = {
    rows,
    units: unitsOf(rows, target),
    need: target.groupNeed,
    cost: claim.candidateCost,
  };
  const states: States = claim.candidateState.map((s) =>
    s === 1 ? 'in' : s === 2 ? 'out' : 'free',
  );
  const chosen = new Set(claim.chosen);
  const objective = checkChoice(claim, chosen, states, ground, refusals);
  refusals.same('objective', claim.objective, objective);

  // Parts must hold every group once and share no candidate; what no part holds is only forced.
  const groupPart = new Map<number, number>();
  claim.parts.forEach((part, p) => {
    for (const g of part.groups) {
      if (groupPart.has(g)) refusals.add('group_twice', { group: g });
      groupPart.set(g, p);
    }
  });
  refusals.same('groups', groupPart.size, ground.need.length);
  const candidatePart = new Map<number, number>();
  for (const unit of ground.units) {
    const p = groupPart.get(unit.group) ?? -1;
    for (const r of unit.rows) {
      for (const j of rows[r].candidates) {
        if ((candidatePart.get(j) ?? p) !== p) refusals.add('parts_touch', { candidate: j });
        candidatePart.set(j, p);
      }
    }
  }
  let bound = 0;
  for (let j = 0; j < states.length; j++) {
    if (states[j] === 'in' && !candidatePart.has(j)) bound += claim.candidateCost[j];
  }
  for (let p = 0; p < claim.parts.length && refusals.none; p++) {
    const members = states.map((_, j) => candidatePart.get(j) === p);
    bound += await boundOfPart(
      claim.parts[p],
      p,
      ground,
      members,
      [...states],
      chosen,
      refusals,
      solver,
    );
  }
  if (bound < claim.bound) refusals.add('bound', { claimed: claim.bound, found: bound });
  if (claim.bound > claim.objective)
    refusals.add('bound', { claimed: claim.bound, found: objective });
  if (!isHonestGap(claim.gap, claim.objective, claim.bound))
    refusals.add('gap', { gap: claim.gap });
  const isOptimal = claim.objective === claim.bound;
  if (isOptimal !== claim.proof.startsWith('optimal'))
    refusals.add('proof', { proof: claim.proof });
  return { accepted: refusals.none, refusals: refusals.list, objective, bound };
}

function unitsOf(rows: readonly RecountedRow[], target: RecountedTarget): Unit[] {
  if (target.ofPeople) {
    return rows.map((row, r) => ({
      need: row.weight,
      worth: row.weight,
      group: row.group,
      rows: [r],
    }));
  }
  const units = target.unitNeed.map((need, u) => ({
    need,
    worth: target.unitWorth[u],
    group: target.unitGroup[u],
    rows: [] as number[],
  }));
  rows.forEach((row, r) => units[row.group].rows.push(r));
  return units;
}

/** The choice's cost; refuses where it misses the target or what was forced or forbidden. */
function checkChoice(
  claim: TargetClaim,
  chosen: ReadonlySet<number>,
  states: States,
  ground: TargetGround,
  refusals: Refusals,
): number {
  if (chosen.size !== claim.chosen.length) refusals.add('choice_repeats');
  let cost = 0;
  for (const j of chosen) {
    if (!(j in claim.candidateCost)) refusals.add('choice_unknown', { candidate: j });
    else cost += claim.candidateCost[j];
    if (states[j] === 'out') refusals.add('choice_forbidden', { candidate: j });
  }
  for (let j = 0; j < states.length; j++) {
    if (states[j] === 'in' && !chosen.has(j)) refusals.add('choice_lacks_forced', { candidate: j });
  }
  const missing = [...ground.need];
  for (const unit of ground.units) {
    let weight = 0;
    for (const r of unit.rows) {
      if (ground.rows[r].candidates.some((j) => chosen.has(j))) weight += ground.rows[r].weight;
    }
    if (weight >= unit.need) missing[unit.group] -= unit.worth;
  }
  missing.forEach((left, group) => {
    if (left > 0) refusals.add('target_missed', { group, missing: left });
  });
  return cost;
}
