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
  const unitGroup = unitNeed.map((_, u) => u % counties);
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
      { candidates: 4 + (seed % 7), points: 9, density: 0.3, groups: 9, weightMost: 1 },
      9,
    ),
  'cheapest sites for a share of people': (seed) =>
    people(seed, { candidates: 3 + (seed % 8), points: 20, density: 0.15, costs: seed % 2 === 0 }),
  'a share of people by county': (seed) =>
    people(seed, { candidates: 3 + (seed % 8), points: 24, density: 0.1, groups: 3, states: true }),
};

describe('sites that reach a target', () => {
  for (const [name, make] of Object.entries(KINDS)) {
    it(`is the cheapest of all choices on 500 small cases: ${name}`, async () => {
      let reached = 0;
      for (let seed = 1; seed <= 500; seed++) {
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
        const verdict = await verifyTarget(
          claimOf(model, answer.value),
          demand,
          target,
          highsSolver,
        );
        expect({ seed, refusals: verdict.refusals }).toEqual({ seed, refusals: [] });
      }
      expect(reached).toBeGreaterThan(100);
    });
  }

  it('never passes its bound without an exact solver, and the verifier proves the same bound', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const terms = { candidates: 150, points: 1500, density: 0.01 + 0.002 * seed, onPlane: true };
      const { model, demand, target } =
        seed % 2 === 0
          ? villages(seed, { ...terms, groups: 60, costs: seed % 4 === 0 }, 3)
          : people(seed, { ...terms, groups: 2, costs: seed % 3 === 0 });
      const answer = await solveTargetCover(model);
      if (!answer.ok) continue;
      const best = await solveTargetCover(model, { solver: highsSolver });
      if (!best.ok) throw new Error(best.problem.code);
      expect(best.value.objective).toBeLessThanOrEqual(answer.value.objective);
      expect(answer.value.bound).toBeLessThanOrEqual(best.value.objective);
      const verdict = await verifyTarget(claimOf(model, answer.value), demand, target);
      expect(verdict.refusals).toEqual([]);
      expect(verdict.bound).toBe(answer.value.bound);
    }
  });
});
