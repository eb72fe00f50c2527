/**
 * Checks the claim "these sites cover this much, and no choice within the budget covers more than
 * the bound", from the demand on the streets and the certificate's own multipliers and fixings.
 * Arithmetic is in whole numbers of any size. Shares no code with the search.
 */
import type { ProvenChoice } from '../certificate';
import type { ProgramSolver } from '../model/solver';
import { recountRows, recountWeight, type RecountedDemand, type RecountedRow } from './recount';
import { areWhole, floorDivide, isHonestGap, Refusals, type Verdict } from './verdict';

export interface MaximumClaim extends ProvenChoice {
  readonly budget: number;
  readonly candidateCost: readonly number[];
  /** 0 free, 1 forced, 2 forbidden. */
  readonly candidateState: readonly number[];
  readonly rowCount: number;
}

type States = ('free' | 'in' | 'out')[];

export async function verifyMaximum(
  claim: MaximumClaim,
  demand: RecountedDemand,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  const rows = recountRows(demand);
  refusals.same('rowCount', claim.rowCount, rows.length);
  refusals.same('candidates', claim.candidateCost.length, demand.reached.length);
  const states = claim.candidateState.map((s) => (s === 1 ? 'in' : s === 2 ? 'out' : 'free'));
  const chosen = new Set(claim.chosen);
  checkChoice(claim, chosen, states, refusals);

  const covered = recountWeight(rows, chosen);
  const objective = covered + demand.settledWeight;
  refusals.same('objective', claim.objective, objective);

  let bound = rows.reduce((sum, row) => sum + row.weight, 0);
  for (const [n, round] of claim.rounds.entries()) {
    const isRead =
      Number.isSafeInteger(round.scale) &&
      round.scale > 0 &&
      Number.isSafeInteger(round.price) &&
      round.price >= 0 &&
      areWhole(round.row, rows.length, (r) => rows[r].weight * round.scale);
    if (!isRead) {
      refusals.add('multipliers', { round: n + 1 });
      break;
    }
    bound = Math.min(bound, applyRound(claim, n, rows, states, covered, refusals));
  }
  bound = Math.max(bound, covered);
  if (claim.exact !== null && refusals.none) {
    bound = await closeRest(claim, rows, states, covered, bound, refusals, solver);
  }
  bound += demand.settledWeight;
  if (bound > claim.bound) refusals.add('bound', { claimed: claim.bound, found: bound });
  if (!isHonestGap(claim.gap, claim.objective, claim.bound))
    refusals.add('gap', { gap: claim.gap });
  const isOptimal = claim.objective === claim.bound;
  if (isOptimal !== claim.proof.startsWith('optimal'))
    refusals.add('proof', { proof: claim.proof });
  return { accepted: refusals.none, refusals: refusals.list, objective, bound };
}

function checkChoice(
  claim: MaximumClaim,
  chosen: ReadonlySet<number>,
  states: States,
  refusals: Refusals,
): void {
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
  if (!(cost <= claim.budget)) refusals.add('over_budget', { cost, budget: claim.budget });
}

/** The bound of one round's multipliers where the fixings so far hold; adds its own fixings. */
function applyRound(
  claim: MaximumClaim,
  n: number,
  rows: readonly RecountedRow[],
  states: States,
  covered: number,
  refusals: Refusals,
): number {
  const round = claim.rounds[n];
  const scale = BigInt(round.scale);
  const price = BigInt(round.price);
  const worth = claim.candidateCost.map((cost) => -price * BigInt(cost));
  let total = price * BigInt(claim.budget);
  for (let r = 0; r < rows.length; r++) {
    const multiplier = BigInt(round.row[r]);
    total += BigInt(rows[r].weight) * scale - multiplier;
    if (multiplier > 0n) for (const j of rows[r].candidates) worth[j] += multiplier;
  }
  for (let j = 0; j < worth.length; j++) {
    if (states[j] === 'in' || (states[j] === 'free' && worth[j] > 0n)) total += worth[j];
  }
  // A better choice than this one would have to pass the bound that holds without (or with) j.
  const fixings = [
    ...round.fixedIn.map((j) => ({ j, to: 'in' as const })),
    ...round.fixedOut.map((j) => ({ j, to: 'out' as const })),
  ];
  for (const { j, to } of fixings) {
    const gain = worth[j];
    const loss =
      gain === undefined ? 0n : to === 'in' ? (gain > 0n ? gain : 0n) : gain < 0n ? -gain : 0n;
    if (states[j] !== 'free' || floorDivide(total - loss, scale) > BigInt(covered)) {
      refusals.add('fixing', { round: n + 1, candidate: j });
    }
  }
  for (const { j, to } of fixings) states[j] = to;
  return Number(floorDivide(total, scale));
}

/** Builds what the fixings leave open, solves it, and returns the bound of the whole. */
async function closeRest(
  claim: MaximumClaim,
  rows: readonly RecountedRow[],
  states: States,
  covered: number,
  bound: number,
  refusals: Refusals,
  solver?: ProgramSolver,
): Promise<number> {
  if (solver === undefined) {
    refusals.add('solver_missing');
    return bound;
  }
  const open = states.flatMap((state, j) => (state === 'free' ? [j] : []));
  refusals.same('openCandidates', claim.exact?.openCandidates ?? 0, open.length);
  const columnOf = new Map(open.map((j, c) => [j, c]));
  const objective = open.map(() => 0);
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  let certain = 0;
  let left = claim.budget;
  for (let j = 0; j < states.length; j++) if (states[j] === 'in') left -= claim.candidateCost[j];
  // Each open row: covered ≤ sum of its open candidates.
  for (const row of rows) {
    if (row.candidates.some((j) => states[j] === 'in')) {
      certain += row.weight;
      continue;
    }
    const those = row.candidates.flatMap((j) => columnOf.get(j) ?? []);
    if (those.length === 0) continue;
    columns.push(objective.length, ...those);
    values.push(-1, ...those.map(() => 1));
    objective.push(-row.weight);
    rowStart.push(columns.length);
  }
  const coverRows = rowStart.length - 1;
  open.forEach((j, c) => {
    if (claim.candidateCost[j] === 0) return;
    columns.push(c);
    values.push(claim.candidateCost[j]);
  });
  rowStart.push(columns.length);
  if (left < 0) return covered;
  const solved = await solver.solve(
    {
      columnCount: objective.length,
      rowCount: coverRows + 1,
      objective: Float64Array.from(objective),
      columnLower: new Float64Array(objective.length),
      columnUpper: new Float64Array(objective.length).fill(1),
      isInteger: Uint8Array.from(objective, (_, c) => (c < open.length ? 1 : 0)),
      rowLower: Float64Array.from({ length: coverRows + 1 }, (_, r) =>
        r < coverRows ? 0 : -Infinity,
      ),
      rowUpper: Float64Array.from({ length: coverRows + 1 }, (_, r) =>
        r < coverRows ? Infinity : left,
      ),
      rowStart: Int32Array.from(rowStart),
      rowColumns: Int32Array.from(columns),
      rowValues: Float64Array.from(values),
    },
    { absoluteGap: 0.99 },
  );
  if (solved.status === 'infeasible') return covered;
  if (solved.status !== 'optimal') {
    refusals.add('solver_stopped');
    return bound;
  }
  return Math.min(bound, Math.max(covered, certain + Math.round(-solved.objective)));
}
