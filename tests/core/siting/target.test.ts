import { describe, expect, it } from 'vitest';
import { costOf } from '../../../src/core/siting/model/cover-model';
import { solveTargetCover, type TargetAnswer } from '../../../src/core/siting/target/solve';
import { targetReached, type TargetModel } from '../../../src/core/siting/target/target-model';
import {
  verifyTarget,
  type RecountedTarget,
  type TargetClaim,
} from '../../../src/core/siting/verify/verify-target';
import type { RecountedDemand } from '../../../src/core/siting/verify/recount';
import { highsSolver } from '../../../src/runtime/node/highs';
import { everyChoice, instance, type InstanceTerms } from './instances';

interface TargetCase {
  readonly model: TargetModel;
  readonly demand: RecountedDemand;
  readonly target: RecountedTarget;
}

/** Villages of counties: a village is reached when `half` of its weight is. */
function villages(seed: number, terms: InstanceTerms, counties: number): TargetCase {
  const { model, demand, random, rowGroup } = instance(seed, terms);
  const units = terms.groups ?? 1;
  const inUnit = new Float64Array(units);
  for (let p = 0; p < demand.weight.length; p++) inUnit[demand.group[p]] += demand.weight[p];
  const unitNeed = Array.from(inUnit, (weight) =>
    Math.max(1, Math.ceil(weight * (0.3 + 0.3 * random.next()))),
  );
  const unitWorth = unitNeed.map(() => (seed % 4 === 0 ? 1 + random.below(3) : 1));
  const unitGroup = unitNeed.map((_, u) => Math.floor((u * counties) / units));
  const groupNeed = Array.from({ length: counties }, (_, g) => {
    const worth = unitWorth.reduce((sum, w, u) => sum + (unitGroup[u] === g ? w : 0), 0);
    return Math.max(1, Math.ceil(worth * 0.6));
  });
  return {
    demand,
    target: { ofPeople: false, unitNeed, unitWorth, unitGroup, groupNeed },
    model: {
      ...model,
      rowUnit: rowGroup,
      unitCount: units,
      unitNeed: Float64Array.from(unitNeed),
      unitWorth: Float64Array.from(unitWorth),
      unitGroup: Uint32Array.from(unitGroup),
      groupCount: counties,
      groupNeed: Float64Array.from(groupNeed),
    },
  };
}

/** A share of the people of each group. */
function people(seed: number, terms: InstanceTerms): TargetCase {
  const { model, demand, random, rowGroup } = instance(seed, terms);
  const groups = terms.groups ?? 1;
  const reachable = new Float64Array(groups);
  for (let r = 0; r < model.rowCount; r++) reachable[rowGroup[r]] += model.rowWeight[r];
  const groupNeed = Array.from(reachable, (most) =>
    Math.max(1, Math.ceil(most * (0.4 + 0.65 * random.next()))),
  );
  return {
    demand,
    target: { ofPeople: true, unitNeed: [], unitWorth: [], unitGroup: [], groupNeed },
    model: {
      ...model,
      rowUnit: Uint32Array.from({ length: model.rowCount }, (_, r) => r),
      unitCount: model.rowCount,
      unitNeed: model.rowWeight,
      unitWorth: model.rowWeight,
      unitGroup: rowGroup,
      groupCount: groups,
      groupNeed: Float64Array.from(groupNeed),
    },
  };
}

function claimOf(model: TargetModel, answer: TargetAnswer): TargetClaim {
  return JSON.parse(
    JSON.stringify({
      ...answer,
      candidateCost: Array.from(model.candidateCost),
      candidateState: Array.from(model.candidateState),
      rowCount: model.rowCount,
    }),
  );
}

function cheapestByTrying(model: TargetModel): number {
  let best = Infinity;
  everyChoice(model, (chosen) => {
    const cost = costOf(model, chosen);
    if (cost >= best) return;
    if (targetReached(model, chosen).groupMissing.every((missing) => missing <= 0)) best = cost;
  });
  return best;
}

const KINDS: Record<string, (seed: number) => TargetCase> = {
  'fewest sites for villages by county': (seed) =>
    villages(seed, { candidates: 3 + (seed % 8), points: 30, density: 0.15, groups: 8 }, 2),
  'cheapest sites for villages, some forced or forbidden': (seed) =>
    villages(
      seed,
      {
        candidates: 3 + (seed % 8),
        points: 24,
        density: 0.2,
        groups: 6,
        costs: true,
        states: true,
      },
      3,
    ),
  'fewest sites for every place': (seed) =>
    villages(
      seed,
      {
        candidates: 4 + (seed % 7),
        points: 7,
        density: 0.35,
        groups: 7,
        weightMost: 1,
        ownGroups: true,
        costs: seed % 2 === 0,
      },
      7,
    ),
  'cheapest sites for a share of people': (seed) =>
    people(seed, { candidates: 3 + (seed % 8), points: 20, density: 0.15, costs: seed % 2 === 0 }),
  'a share of people by county': (seed) =>
    people(seed, { candidates: 3 + (seed % 8), points: 24, density: 0.1, groups: 3, states: true }),
};

describe('sites that reach a target', () => {
  for (const [name, make] of Object.entries(KINDS)) {
    it(`is the cheapest of all choices on 250 small cases: ${name}`, async () => {
      let reached = 0;
      for (let seed = 1; seed <= 250; seed++) {
        const { model, demand, target } = make(seed);
        const best = cheapestByTrying(model);
        const answer = await solveTargetCover(model, { solver: highsSolver });
        if (!answer.ok) {
          expect({ seed, best }).toEqual({ seed, best: Infinity });
          expect(answer.problem.code).toBe('siting_target_unreachable');
          continue;
        }
        reached++;
        const { objective, bound, chosen } = answer.value;
        expect({ seed, objective, bound }).toEqual({ seed, objective: best, bound: best });
        expect(costOf(model, chosen)).toBe(best);
        // The verifier solves all over again: every third says enough.
        if (seed % 3 > 0) continue;
        const verdict = await verifyTarget(
          claimOf(model, answer.value),
          demand,
          target,
          highsSolver,
        );
        expect({ seed, refusals: verdict.refusals }).toEqual({ seed, refusals: [] });
      }
      expect(reached).toBeGreaterThan(50);
    });
  }

  it('never passes its bound without an exact solver, and the verifier proves the same bound', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const terms = { candidates: 70, points: 600, density: 0.02 + 0.002 * seed, onPlane: true };
      const { model, demand, target } =
        seed % 2 === 0
          ? villages(seed, { ...terms, groups: 20, costs: seed % 4 === 0 }, 3)
          : people(seed, { ...terms, groups: 2, costs: seed % 3 === 0 });
      const answer = await solveTargetCover(model);
      if (!answer.ok) continue;
      const best = await solveTargetCover(model, { solver: highsSolver, effort: 0.02 });
      if (!best.ok) throw new Error(best.problem.code);
      expect(best.value.objective).toBeLessThanOrEqual(answer.value.objective);
      expect(answer.value.bound).toBeLessThanOrEqual(best.value.objective);
      const verdict = await verifyTarget(claimOf(model, answer.value), demand, target);
      expect(verdict.refusals).toEqual([]);
      expect(verdict.bound).toBe(answer.value.bound);
    }
  });
});

describe('the verifier of a target', () => {
  it('refuses a certificate that was tampered with', async () => {
    // A case whose gap stays open without the exact solver, so that no fixing is free.
    const terms = {
      candidates: 40,
      points: 400,
      density: 0.04,
      onPlane: true,
      groups: 16,
      costs: true,
    };
    let seed = 1;
    let found = villages(seed, terms, 2);
    let answer = await solveTargetCover(found.model);
    while (!answer.ok || answer.value.gap === 0 || answer.value.parts[0].rounds.length === 0) {
      found = villages(++seed, terms, 2);
      answer = await solveTargetCover(found.model);
    }
    const { model, demand, target } = found;
    const claim = claimOf(model, answer.value);
    expect((await verifyTarget(claim, demand, target)).refusals).toEqual([]);
    const [part, ...others] = claim.parts;
    const [round, ...rounds] = part.rounds;
    const withPart = (change: Partial<typeof part>) => ({
      ...claim,
      parts: [{ ...part, ...change }, ...others],
    });
    const withRound = (change: Partial<typeof round>) =>
      withPart({ rounds: [{ ...round, ...change }, ...rounds] });
    const tampered: Record<string, TargetClaim> = {
      siteFewer: { ...claim, chosen: claim.chosen.slice(1) },
      cheaper: { ...claim, objective: claim.objective - 1 },
      boundOverTheTruth: {
        ...claim,
        bound: claim.objective,
        gap: 0,
        proof: 'optimal_by_lagrangian_bound',
      },
      boundSlightlyOver: { ...claim, bound: claim.bound + 1 },
      fixingOut: withRound({ fixedOut: [...round.fixedOut, claim.chosen[0]] }),
      dominated: withPart({ dominated: [...part.dominated, [claim.chosen[0], claim.chosen[1]]] }),
      multiplierNegative: withRound({ row: round.row.map((m, r) => (r === 0 ? -1 : m)) }),
      multiplierBroken: withRound({ unit: round.unit.slice(1) }),
      scale: withRound({ scale: round.scale / 2 }),
      groupLeftOut: withPart({ groups: part.groups.slice(1) }),
      solverNotRun: withPart({ exact: { solver: 'none', openCandidates: 1 } }),
      gap: { ...claim, gap: 0 },
    };
    for (const [name, wrong] of Object.entries(tampered)) {
      const verdict = await verifyTarget(wrong, demand, target);
      expect({ name, accepted: verdict.accepted }).toEqual({ name, accepted: false });
    }
    const harder = { ...target, groupNeed: target.groupNeed.map((need) => need + 3) };
    expect((await verifyTarget(claim, demand, harder)).accepted).toBe(false);
  });

  it('names the group that no choice can reach', async () => {
    const { model } = people(3, { candidates: 5, points: 20, density: 0.2, groups: 2 });
    const answer = await solveTargetCover({ ...model, groupNeed: Float64Array.of(1, 10_000) });
    expect(answer).toEqual({
      ok: false,
      problem: { code: 'siting_target_unreachable', params: { group: 1 } },
    });
  });
});
