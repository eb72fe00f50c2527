import { describe, expect, it } from 'vitest';
import { costOf, weightReached, type CoverModel } from '../../../src/core/siting/model/cover-model';
import { solveMaximumCover } from '../../../src/core/siting/maximum/solve';
import { verifyMaximum, type MaximumClaim } from '../../../src/core/siting/verify/verify-maximum';
import type { ProvenChoice } from '../../../src/core/siting/certificate';
import { highsSolver } from '../../../src/runtime/node/highs';
import { everyChoice, instance } from './instances';

function bestByTrying(model: CoverModel, budget: number): number {
  let best = -1;
  everyChoice(model, (chosen) => {
    if (costOf(model, chosen) <= budget) best = Math.max(best, weightReached(model, chosen));
  });
  return best;
}

function claimOf(model: CoverModel, budget: number, choice: ProvenChoice): MaximumClaim {
  return JSON.parse(
    JSON.stringify({
      ...choice,
      budget,
      candidateCost: Array.from(model.candidateCost),
      candidateState: Array.from(model.candidateState),
      rowCount: model.rowCount,
    }),
  );
}

async function solved(model: CoverModel, budget: number, exact = true): Promise<ProvenChoice> {
  const answer = await solveMaximumCover(model, budget, exact ? { solver: highsSolver } : {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

describe('most people covered', () => {
  for (const [name, terms] of Object.entries({
    'a number of sites': {},
    'a budget': { costs: true },
    'forced and forbidden sites': { costs: true, states: true },
  })) {
    it(`is the best of all choices on 700 small cases: ${name}`, async () => {
      for (let seed = 1; seed <= 700; seed++) {
        const { model, random, demand } = instance(seed, {
          candidates: 2 + (seed % 9),
          points: 3 + (seed % 17),
          density: 0.1 + 0.1 * (seed % 5),
          ...terms,
        });
        const budget = random.below(('costs' in terms ? 4 : 1) * (1 + model.candidateCount));
        const answer = await solveMaximumCover(model, budget, { solver: highsSolver });
        const best = bestByTrying(model, budget);
        if (!answer.ok) {
          expect(answer.problem.code).toBe('siting_forced_over_budget');
          expect(best).toBe(-1);
          continue;
        }
        const choice = answer.value;
        expect({ seed, objective: choice.objective, bound: choice.bound, gap: choice.gap }).toEqual(
          {
            seed,
            objective: best,
            bound: best,
            gap: 0,
          },
        );
        expect(weightReached(model, choice.chosen)).toBe(best);
        // The verifier solves all over again: every third says enough.
        if (seed % 3 > 0) continue;
        const verdict = await verifyMaximum(claimOf(model, budget, choice), demand, highsSolver);
        expect({ seed, refusals: verdict.refusals }).toEqual({ seed, refusals: [] });
      }
    });
  }

  it('never passes its bound without an exact solver, and the verifier proves the same bound', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { model, demand } = instance(1000 + seed, {
        candidates: 120,
        points: 900,
        density: 0.01 + 0.002 * (seed % 10),
        onPlane: true,
        costs: seed % 2 === 0,
        states: seed % 3 === 0,
      });
      const budget = 10 + seed * (seed % 2 === 0 ? 8 : 1);
      const forced = costOf(
        model,
        [...model.candidateState.keys()].filter((j) => model.candidateState[j] === 1),
      );
      const choice = await solved(model, Math.max(budget, forced), false);
      const exact = await solved(model, Math.max(budget, forced));
      expect(exact.objective).toBeGreaterThanOrEqual(choice.objective);
      expect(choice.bound).toBeGreaterThanOrEqual(exact.objective);
      expect(choice.gap).toBeLessThan(0.05);
      const verdict = await verifyMaximum(claimOf(model, Math.max(budget, forced), choice), demand);
      expect(verdict.refusals).toEqual([]);
      expect(verdict.bound).toBe(choice.bound);
    }
  });

  it('is not lowered by more sites, more budget, more candidates or more reach', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const terms = { candidates: 12, points: 40, density: 0.12, costs: seed % 2 === 0 };
      const { model } = instance(seed, terms);
      let before = -1;
      for (let budget = 0; budget <= 20; budget += 2) {
        const { objective } = await solved(model, budget);
        expect(objective).toBeGreaterThanOrEqual(before);
        before = objective;
      }
      const fewer = {
        ...model,
        candidateState: model.candidateState.map((_, j) => (j % 3 ? 0 : 2)),
      };
      expect((await solved(fewer, 6)).objective).toBeLessThanOrEqual(
        (await solved(model, 6)).objective,
      );
    }
  });

  it('gives the same answer twice', async () => {
    const { model } = instance(7, { candidates: 150, points: 1200, density: 0.02, onPlane: true });
    expect(await solved(model, 20)).toEqual(await solved(model, 20));
  });

  it('keeps the best found and a true bound when stopped', async () => {
    const { model, demand } = instance(8, {
      candidates: 150,
      points: 1200,
      density: 0.02,
      onPlane: true,
    });
    let asked = 0;
    const answer = await solveMaximumCover(model, 20, {
      solver: highsSolver,
      shouldStop: () => ++asked > 20,
    });
    if (!answer.ok) throw new Error(answer.problem.code);
    const best = await solved(model, 20);
    expect(answer.value.objective).toBeLessThanOrEqual(best.objective);
    expect(answer.value.bound).toBeGreaterThanOrEqual(best.objective);
    const verdict = await verifyMaximum(claimOf(model, 20, answer.value), demand, highsSolver);
    expect(verdict.refusals).toEqual([]);
  });
});

const OPEN_CASE = { candidates: 60, points: 500, density: 0.05, costs: true, onPlane: true };

describe('the verifier of most people covered', () => {
  it('refuses a certificate that was tampered with', async () => {
    const budget = 40;
    // A case whose gap stays open without the exact solver, so that no fixing is free.
    let seed = 9;
    let found = instance(seed, OPEN_CASE);
    while ((await solved(found.model, budget, false)).gap === 0)
      found = instance(++seed, OPEN_CASE);
    const { model, demand } = found;
    const claim = claimOf(model, budget, await solved(model, budget, false));
    expect((await verifyMaximum(claim, demand)).accepted).toBe(true);
    expect(claim.rounds.length).toBeGreaterThan(0);
    const round = claim.rounds[0];
    const unchosen = [...model.candidateState.keys()].find((j) => !claim.chosen.includes(j)) ?? 0;
    const isIn = new Set(claim.chosen);
    const wrongly = [...isIn].find((j) => !round.fixedIn.includes(j)) ?? claim.chosen[0];
    const withRound = (change: Partial<typeof round>) => ({
      ...claim,
      rounds: [{ ...round, ...change }, ...claim.rounds.slice(1)],
    });
    const tampered: Record<string, MaximumClaim> = {
      objective: { ...claim, objective: claim.objective + 1, bound: claim.bound + 1 },
      boundBelowTheTruth: {
        ...claim,
        objective: claim.objective,
        bound: claim.objective - 1,
        gap: 0,
      },
      anotherSite: { ...claim, chosen: [...claim.chosen.slice(1), unchosen].sort((a, b) => a - b) },
      siteTwice: { ...claim, chosen: [...claim.chosen, claim.chosen[0]] },
      smallerBudget: { ...claim, budget: costOf(model, claim.chosen) - 1 },
      fixingOut: withRound({ fixedOut: [...round.fixedOut, wrongly] }),
      multiplierOverWeight: withRound({ row: round.row.map((m, r) => (r === 0 ? m + 1e9 : m)) }),
      multiplierNegative: withRound({ row: round.row.map((m, r) => (r === 0 ? -1 : m)) }),
      multiplierBroken: withRound({ row: round.row.slice(1) }),
      scale: withRound({ scale: round.scale * 2 }),
      gap: { ...claim, gap: 0.1 },
      proof: { ...claim, proof: 'optimal_by_lagrangian_bound' },
      solverNotRun: { ...claim, exact: { solver: 'none', openCandidates: 1 } },
    };
    for (const [name, wrong] of Object.entries(tampered)) {
      const verdict = await verifyMaximum(wrong, demand, highsSolver);
      expect({ name, accepted: verdict.accepted }).toEqual({ name, accepted: false });
    }
    const fewerPeople = {
      ...demand,
      weight: Float64Array.from(demand.weight).map((w, p) => (p < 20 ? 0 : w)),
    };
    expect((await verifyMaximum(claim, fewerPeople, highsSolver)).accepted).toBe(false);
  });
});
