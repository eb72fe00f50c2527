/**
 * Checks the claim "with these sites people walk so much, and no choice of so many sites walks less
 * than the bound", from the distances on the streets and the certificate's own multipliers and
 * fixings. Arithmetic is in whole numbers of any size. Shares no code with the search.
 */
import type { ProvenChoice } from '../certificate';
import type { IntegerProgram, ProgramSolver } from '../model/solver';
import { areWhole, ceilDivide, isHonestGap, Refusals, type Verdict } from './verdict';

export interface MedianClaim extends ProvenChoice {
  readonly sites: number;
  /** 0 free, 1 forced, 2 forbidden. */
  readonly candidateState: readonly number[];
  readonly rowCount: number;
}

/** Rows as the verifier measures them: weight, distance without a new site, and the candidates. */
export interface MeasuredRow {
  readonly weight: number;
  readonly stay: number;
  /** [candidate, distance], nearer than stay, in any order. */
  readonly pairs: readonly (readonly [number, number])[];
}

type States = ('free' | 'in' | 'out')[];

export async function verifyMedian(
  claim: MedianClaim,
  rows: readonly MeasuredRow[],
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  refusals.same('rowCount', claim.rowCount, rows.length);
  const states: States = claim.candidateState.map((s) =>
    s === 1 ? 'in' : s === 2 ? 'out' : 'free',
  );
  const chosen = new Set(claim.chosen);
  if (chosen.size !== claim.chosen.length) refusals.add('choice_repeats');
  if (chosen.size > claim.sites)
    refusals.add('over_budget', { cost: chosen.size, budget: claim.sites });
  for (const j of chosen) {
    if (!(j in states)) refusals.add('choice_unknown', { candidate: j });
    if (states[j] === 'out') refusals.add('choice_forbidden', { candidate: j });
  }
  states.forEach((state, j) => {
    if (state === 'in' && !chosen.has(j)) refusals.add('choice_lacks_forced', { candidate: j });
  });

  const objective = walkOf(rows, (j) => chosen.has(j));
  refusals.same('objective', claim.objective, objective);
  let bound = walkOf(rows, (j) => states[j] !== 'out');
  for (const [n, round] of claim.rounds.entries()) {
    const isRead =
      Number.isSafeInteger(round.scale) &&
      round.scale > 0 &&
      Number.isSafeInteger(round.price) &&
      round.price >= 0 &&
      areWhole(round.row, rows.length, (r) => rows[r].weight * rows[r].stay * round.scale);
    if (!isRead) {
      refusals.add('multipliers', { round: n + 1 });
      break;
    }
    bound = Math.max(bound, applyRound(claim, n, rows, states, objective, refusals));
  }
  if (claim.exact !== null && refusals.none) {
    bound = await closeRest(claim, rows, states, objective, bound, refusals, solver);
  }
  bound = Math.min(bound, objective);
  if (bound < claim.bound) refusals.add('bound', { claimed: claim.bound, found: bound });
  if (!isHonestGap(claim.gap, claim.objective, claim.bound))
    refusals.add('gap', { gap: claim.gap });
  const isOptimal = claim.objective === claim.bound;
  if (isOptimal !== claim.proof.startsWith('optimal'))
    refusals.add('proof', { proof: claim.proof });
  return { accepted: refusals.none, refusals: refusals.list, objective, bound };
}

function walkOf(rows: readonly MeasuredRow[], isOpen: (candidate: number) => boolean): number {
  let total = 0;
  for (const { weight, stay, pairs } of rows) {
    let distance = stay;
    for (const [j, d] of pairs) if (d < distance && isOpen(j)) distance = d;
    total += weight * distance;
  }
  return total;
}

function applyRound(
  claim: MedianClaim,
  n: number,
  rows: readonly MeasuredRow[],
  states: States,
  objective: number,
  refusals: Refusals,
): number {
  const round = claim.rounds[n];
  const scale = BigInt(round.scale);
  const added = states.map(() => BigInt(round.price));
  let total = -BigInt(round.price) * BigInt(claim.sites);
  rows.forEach(({ weight, pairs }, r) => {
    const multiplier = BigInt(round.row[r]);
    total += multiplier;
    for (const [j, distance] of pairs) {
      const below = scale * BigInt(weight) * BigInt(distance) - multiplier;
      if (below < 0n) added[j] += below;
    }
  });
  states.forEach((state, j) => {
    if (state === 'in' || (state === 'free' && added[j] < 0n)) total += added[j];
  });
  const fixings = [
    ...round.fixedIn.map((j) => ({ j, to: 'in' as const })),
    ...round.fixedOut.map((j) => ({ j, to: 'out' as const })),
  ];
  for (const { j, to } of fixings) {
    const cost = added[j] ?? 0n;
    const rise = to === 'in' ? (cost < 0n ? -cost : 0n) : cost > 0n ? cost : 0n;
    if (states[j] !== 'free' || ceilDivide(total + rise, scale) < BigInt(objective)) {
      refusals.add('fixing', { round: n + 1, candidate: j });
    }
  }
  for (const { j, to } of fixings) states[j] = to;
  return Number(ceilDivide(total, scale));
}

async function closeRest(
  claim: MedianClaim,
  rows: readonly MeasuredRow[],
  states: States,
  objective: number,
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
  const left = claim.sites - states.filter((state) => state === 'in').length;
  if (left < 0) return objective;
  const { program, certain } = assignmentProgram(rows, open, states, left);
  const solved = await solver.solve(program, { absoluteGap: 0.99 });
  if (solved.status === 'infeasible') return objective;
  if (solved.status !== 'optimal') {
    refusals.add('solver_stopped');
    return bound;
  }
  return Math.max(bound, Math.min(objective, certain + Math.round(solved.objective)));
}

/** The textbook model: each row is served by one of its open candidates, or goes where it can now. */
function assignmentProgram(
  rows: readonly MeasuredRow[],
  open: readonly number[],
  states: States,
  left: number,
): { program: IntegerProgram; certain: number } {
  const columnOf = new Map(open.map((j, c) => [j, c]));
  const cost: number[] = open.map(() => 0);
  const columns: number[] = open.map((_, c) => c);
  const values: number[] = open.map(() => 1);
  const rowStart = [0, columns.length];
  const rowUpper = [left];
  let certain = 0;
  for (const { weight, stay, pairs } of rows) {
    let now = stay;
    for (const [j, distance] of pairs) if (states[j] === 'in') now = Math.min(now, distance);
    certain += weight * now;
    const served: number[] = [];
    for (const [j, distance] of pairs) {
      const c = columnOf.get(j);
      if (c === undefined || distance >= now || weight === 0) continue;
      // Served by c: saves the difference, and only if c is open.
      const column = cost.push(weight * (distance - now)) - 1;
      served.push(column);
      columns.push(column, c);
      values.push(1, -1);
      rowStart.push(columns.length);
      rowUpper.push(0);
    }
    if (served.length < 2) continue;
    columns.push(...served);
    values.push(...served.map(() => 1));
    rowStart.push(columns.length);
    rowUpper.push(1);
  }
  const program: IntegerProgram = {
    columnCount: cost.length,
    rowCount: rowUpper.length,
    objective: Float64Array.from(cost),
    columnLower: new Float64Array(cost.length),
    columnUpper: new Float64Array(cost.length).fill(1),
    isInteger: Uint8Array.from(cost, (_, c) => (c < open.length ? 1 : 0)),
    rowLower: new Float64Array(rowUpper.length).fill(-Infinity),
    rowUpper: Float64Array.from(rowUpper),
    rowStart: Int32Array.from(rowStart),
    rowColumns: Int32Array.from(columns),
    rowValues: Float64Array.from(values),
  };
  return { program, certain };
}
