/**
 * Checks the claim "these sites reach the target, and none that reach it cost less than the bound",
 * from the demand on the streets and the certificate's own multipliers, fixings and replaced
 * candidates. Arithmetic is in whole numbers of any size. Shares no code with the search.
 */
import type { ProgramSolver } from '../model/solver';
import type { TargetAnswer, TargetPartAnswer } from '../target/solve';
import { recountRows, type RecountedDemand, type RecountedRow } from './recount';
import type { States, TargetGround, Unit } from './target-ground';
import { restProgram } from './target-rest';
import { areWhole, ceilDivide, floorDivide, isHonestGap, Refusals, type Verdict } from './verdict';

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

async function boundOfPart(
  part: TargetPartAnswer,
  p: number,
  ground: TargetGround,
  members: readonly boolean[],
  states: States,
  chosen: ReadonlySet<number>,
  refusals: Refusals,
  solver?: ProgramSolver,
): Promise<number> {
  const groups = new Set(part.groups);
  const units = ground.units.filter((unit) => groups.has(unit.group));
  const partRows = units.flatMap((unit) => unit.rows).sort((a, b) => a - b);
  const here = members.flatMap((isHere, j) => (isHere ? [j] : []));
  const cost = here.reduce((sum, j) => sum + (chosen.has(j) ? ground.cost[j] : 0), 0);
  refusals.same('partObjective', part.objective, cost);

  const strengths = units.map((unit) => strengthOf(unit, ground, states));
  // A candidate may be left out where another, not left out before, reaches all of its rows.
  const rowsOf = new Map<number, Set<number>>(here.map((j) => [j, new Set<number>()]));
  for (const r of partRows) for (const j of ground.rows[r].candidates) rowsOf.get(j)?.add(r);
  for (const [j, i] of part.dominated) {
    const mine = rowsOf.get(j);
    const others = rowsOf.get(i);
    const isSound =
      j !== i &&
      mine !== undefined &&
      others !== undefined &&
      states[j] === 'free' &&
      states[i] !== 'out' &&
      (states[i] === 'in' || ground.cost[i] <= ground.cost[j]) &&
      [...mine].every((r) => others.has(r));
    if (!isSound) refusals.add('dominated', { candidate: j });
    states[j] = 'out';
  }

  let bound = here.reduce((sum, j) => sum + (states[j] === 'in' ? ground.cost[j] : 0), 0);
  for (const [n, round] of part.rounds.entries()) {
    const isRead =
      Number.isSafeInteger(round.scale) &&
      round.scale > 0 &&
      areWhole(round.row, partRows.length, () => Number.MAX_SAFE_INTEGER) &&
      areWhole(round.unit, units.length, () => Number.MAX_SAFE_INTEGER);
    if (!isRead) {
      refusals.add('multipliers', { part: p + 1, round: n + 1 });
      return bound;
    }
    const multiplier = new Map(partRows.map((r, n) => [r, BigInt(round.row[n])]));
    const scale = BigInt(round.scale);
    const reduced = new Map(here.map((j) => [j, BigInt(ground.cost[j]) * scale]));
    for (const [r, value] of multiplier) {
      for (const j of ground.rows[r].candidates) reduced.set(j, (reduced.get(j) ?? 0n) - value);
    }
    const unitPrice = new Map<Unit, bigint>();
    units.forEach((unit, u) => {
      const strength = strengths[u];
      unitPrice.set(unit, BigInt(strength.needed) * BigInt(round.unit[u]));
      for (const [j, value] of strength.of) {
        reduced.set(j, (reduced.get(j) ?? 0n) - BigInt(value) * BigInt(round.unit[u]));
      }
    });
    let total = priceOfGroups(part, units, ground, states, multiplier, unitPrice);
    if (total === null) {
      // Nothing within the fixings reaches the target: all that does costs at least the choice.
      return Math.max(bound, cost);
    }
    for (const j of here) {
      const r = reduced.get(j) ?? 0n;
      if (states[j] === 'in' || (states[j] === 'free' && r < 0n)) total += r;
    }
    bound = Math.max(bound, Math.min(cost, Number(ceilDivide(total, scale))));
    const fixings = [
      ...round.fixedIn.map((j) => ({ j, to: 'in' as const })),
      ...round.fixedOut.map((j) => ({ j, to: 'out' as const })),
    ];
    for (const { j, to } of fixings) {
      const r = reduced.get(j) ?? 0n;
      const rise = to === 'in' ? (r < 0n ? -r : 0n) : r > 0n ? r : 0n;
      if (states[j] !== 'free' || ceilDivide(total + rise, scale) < BigInt(cost)) {
        refusals.add('fixing', { part: p + 1, round: n + 1, candidate: j });
      }
    }
    for (const { j, to } of fixings) states[j] = to;
  }
  if (part.exact === null || !refusals.none) return bound;
  return closePart(part, units, ground, here, states, cost, bound, refusals, solver);
}

interface Strength {
  readonly needed: number;
  readonly of: ReadonlyMap<number, number>;
}

/**
 * needed · (unit reached) ≤ Σ strength of open candidates: a candidate that fills the unit alone is
 * as strong as needed, any other 1, and `needed` of those others are the fewest that could.
 */
function strengthOf(unit: Unit, ground: TargetGround, states: States): Strength {
  const weight = new Map<number, number>();
  if (unit.rows.length < 2) return { needed: 0, of: weight };
  for (const r of unit.rows) {
    for (const j of ground.rows[r].candidates) {
      if (states[j] !== 'out') weight.set(j, (weight.get(j) ?? 0) + ground.rows[r].weight);
    }
  }
  if (weight.size === 0) return { needed: 0, of: weight };
  const partial = [...weight.values()].filter((w) => w < unit.need).sort((a, b) => b - a);
  let needed = 1;
  let sum = 0;
  for (const w of partial) {
    sum += w;
    if (sum >= unit.need) break;
    needed++;
  }
  return {
    needed,
    of: new Map([...weight].map(([j, w]) => [j, w >= unit.need ? needed : 1])),
  };
}

/** Σ of the groups' prices; null where some group cannot be filled any more. */
function priceOfGroups(
  part: TargetPartAnswer,
  units: readonly Unit[],
  ground: TargetGround,
  states: States,
  multiplier: ReadonlyMap<number, bigint>,
  unitPrice: ReadonlyMap<Unit, bigint>,
): bigint | null {
  let total = 0n;
  for (const g of part.groups) {
    const priced: { price: bigint; size: bigint }[] = [];
    for (const unit of units) {
      if (unit.group !== g) continue;
      const rows = unit.rows
        .filter((r) => ground.rows[r].candidates.some((j) => states[j] !== 'out'))
        .map((r) => ({
          price: multiplier.get(r) ?? 0n,
          size: BigInt(Math.min(ground.rows[r].weight, unit.need)),
        }));
      const price = leastPrice(rows, BigInt(unit.need));
      if (price === null) continue;
      priced.push({ price: price + (unitPrice.get(unit) ?? 0n), size: BigInt(unit.worth) });
    }
    const price = leastPrice(priced, BigInt(ground.need[g]));
    if (price === null) return null;
    total += price;
  }
  return total;
}

/** The cheapest way to fill a need with items, the last one in part, rounded down. */
function leastPrice(items: { price: bigint; size: bigint }[], need: bigint): bigint | null {
  items.sort((a, b) => Number(sign(a.price * b.size - b.price * a.size)));
  let left = need;
  let sum = 0n;
  for (const { price, size } of items) {
    if (size >= left) return sum + floorDivide(price * left, size);
    left -= size;
    sum += price;
  }
  return left <= 0n ? sum : null;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

async function closePart(
  part: TargetPartAnswer,
  units: readonly Unit[],
  ground: TargetGround,
  here: readonly number[],
  states: States,
  cost: number,
  bound: number,
  refusals: Refusals,
  solver?: ProgramSolver,
): Promise<number> {
  if (solver === undefined) {
    refusals.add('solver_missing');
    return bound;
  }
  const open = here.filter((j) => states[j] === 'free');
  refusals.same('openCandidates', part.exact?.openCandidates ?? 0, open.length);
  const certain = here.reduce((sum, j) => sum + (states[j] === 'in' ? ground.cost[j] : 0), 0);
  const program = restProgram(part.groups, units, ground, open, states);
  const solved = await solver.solve(program, { absoluteGap: 0.99 });
  if (solved.status === 'infeasible') return cost;
  if (solved.status !== 'optimal') {
    refusals.add('solver_stopped');
    return bound;
  }
  return Math.max(bound, Math.min(cost, certain + Math.round(solved.objective)));
}
