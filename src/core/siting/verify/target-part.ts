/**
 * The bound of one part of a target, from its replaced candidates, multipliers and fixings; and the
 * rest solved anew where the certificate says that a solver closed it.
 */
import type { ProgramSolver } from '../model/solver';
import type { TargetPartAnswer } from '../target/part-search';
import type { States, TargetGround, Unit } from './target-ground';
import { restProgram } from './target-rest';
import { areWhole, ceilDivide, floorDivide, type Refusals } from './verdict';

export async function boundOfPart(
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
