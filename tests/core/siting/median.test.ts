import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ProvenChoice } from '../../../src/core/siting/certificate';
import {
  medianModel,
  totalWalk,
  type MedianModel,
} from '../../../src/core/siting/median/median-model';
import { solveMedian } from '../../../src/core/siting/median/solve';
import { seededRandom } from '../../../src/core/siting/model/seeded-random';
import {
  verifyMedian,
  type MeasuredRow,
  type MedianClaim,
} from '../../../src/core/siting/verify/verify-median';
import { highsSolver } from '../../../src/runtime/node/highs';

function claimOf(model: MedianModel, sites: number, choice: ProvenChoice): MedianClaim {
  const candidateState = Array.from(model.candidateState);
  return JSON.parse(JSON.stringify({ ...choice, sites, candidateState, rowCount: model.rowCount }));
}

function modelOf(rows: readonly MeasuredRow[], candidateState: Uint8Array): MedianModel {
  return medianModel(
    {
      rowWeight: rows.map((row) => row.weight),
      rowStay: rows.map((row) => row.stay),
      candidateState,
    },
    (r) => rows[r].pairs,
  );
}

/** Rows on a plane; a quarter of the cases have forced and forbidden candidates. */
function smallCase(seed: number, candidates: number, points: number) {
  const random = seededRandom(seed);
  const places = Array.from({ length: candidates }, () => [random.next(), random.next()]);
  const rows: MeasuredRow[] = Array.from({ length: points }, () => {
    const [x, y] = [random.next(), random.next()];
    const stay = 300 + random.below(500);
    const pairs = places
      .map(([u, v], j) => [j, Math.round(1000 * Math.hypot(x - u, y - v))] as const)
      .filter(([, distance]) => distance < stay);
    return { weight: random.below(6), stay, pairs };
  });
  const candidateState = Uint8Array.from(places, () =>
    seed % 4 === 0 && random.next() < 0.3 ? 1 + random.below(2) : 0,
  );
  return { rows, model: modelOf(rows, candidateState), random };
}

function leastByTrying(model: MedianModel, sites: number): number {
  let best = Infinity;
  for (let mask = 0; mask < 1 << model.candidateCount; mask++) {
    const chosen = [...model.candidateState.keys()].filter((j) => ((mask >> j) & 1) === 1);
    if (chosen.length > sites) continue;
    const isAllowed = model.candidateState.every(
      (state, j) => state !== (((mask >> j) & 1) === 1 ? 2 : 1),
    );
    if (isAllowed) best = Math.min(best, totalWalk(model, chosen));
  }
  return best;
}

describe('the smallest walk', () => {
  it('is the least of all choices on 1,500 small cases', async () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const { rows, model, random } = smallCase(seed, 2 + (seed % 9), 3 + (seed % 15));
      const sites = random.below(model.candidateCount + 1);
      const answer = await solveMedian(model, sites, { solver: highsSolver });
      const best = leastByTrying(model, sites);
      if (!answer.ok) {
        expect(best).toBe(Infinity);
        continue;
      }
      const { objective, bound, chosen } = answer.value;
      expect({ seed, objective, bound }).toEqual({ seed, objective: best, bound: best });
      expect(totalWalk(model, chosen)).toBe(best);
      const verdict = await verifyMedian(claimOf(model, sites, answer.value), rows, highsSolver);
      expect({ seed, refusals: verdict.refusals }).toEqual({ seed, refusals: [] });
    }
  });

  it('never passes its bound, falls with more sites, and the verifier proves the same bound', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { rows, model } = smallCase(seed * 4 + 1, 50, 150);
      let before = Infinity;
      for (const sites of [2, 5, 12]) {
        const loose = await solveMedian(model, sites);
        const exact = await solveMedian(model, sites, { solver: highsSolver, effort: 0.1 });
        if (!loose.ok || !exact.ok) throw new Error('forced');
        expect(loose.value.bound).toBeLessThanOrEqual(exact.value.objective);
        expect(exact.value.objective).toBeLessThanOrEqual(Math.min(before, loose.value.objective));
        before = exact.value.objective;
        const verdict = await verifyMedian(claimOf(model, sites, loose.value), rows);
        expect(verdict.refusals).toEqual([]);
        expect(verdict.bound).toBe(loose.value.bound);
      }
    }
  });

  it('has its tampered certificates refused', async () => {
    let seed = 1;
    const sites = 6;
    const openCase = async () => {
      for (; ; seed += 2) {
        const made = smallCase(seed, 60, 200);
        const answer = await solveMedian(made.model, sites);
        if (answer.ok && answer.value.gap > 0) return { ...made, choice: answer.value };
      }
    };
    const { rows, model, choice } = await openCase();
    const claim = claimOf(model, sites, choice);
    expect((await verifyMedian(claim, rows)).refusals).toEqual([]);
    const round = claim.rounds[0];
    const withRound = (change: Partial<typeof round>) => ({
      ...claim,
      rounds: [{ ...round, ...change }, ...claim.rounds.slice(1)],
    });
    const tampered: Record<string, MedianClaim> = {
      walk: { ...claim, objective: claim.objective - 1 },
      bound: { ...claim, bound: claim.bound + 1 },
      optimal: { ...claim, bound: claim.objective, gap: 0, proof: 'optimal_by_lagrangian_bound' },
      fixing: withRound({ fixedOut: [...round.fixedOut, claim.chosen[0]] }),
      multiplier: withRound({ row: round.row.map((m, r) => (r === 3 ? m + 1e12 : m)) }),
      moreSites: { ...claim, sites: sites - 1 },
      solverNotRun: { ...claim, exact: { solver: 'none', openCandidates: 3 } },
    };
    for (const [name, wrong] of Object.entries(tampered)) {
      const verdict = await verifyMedian(wrong, rows);
      expect({ name, accepted: verdict.accepted }).toEqual({ name, accepted: false });
    }
  });
});

const PMED = fileURLToPath(new URL('../../../../shared/data/pmed/', import.meta.url));
/** OR-Library (Beasley 1985): instance, known optimum. */
const OPTIMA: Record<string, number> = {
  pmed1: 5819,
  pmed2: 4093,
  pmed3: 4250,
  pmed4: 3034,
  pmed5: 1355,
  pmed6: 7824,
  pmed11: 7696,
  pmed16: 8162,
  pmed21: 9138,
  pmed26: 9917,
  pmed31: 10086,
  pmed35: 10400,
  pmed38: 11060,
};

function readPmed(name: string): { rows: MeasuredRow[]; sites: number } {
  const [count, , sites, ...rest] = readFileSync(`${PMED}${name}.txt`, 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number);
  const distance = new Float64Array(count * count).fill(Infinity);
  for (let i = 0; i < count; i++) distance[i * count + i] = 0;
  for (let n = 0; n + 2 < rest.length; n += 3) {
    const [i, j] = [rest[n] - 1, rest[n + 1] - 1];
    distance[i * count + j] = distance[j * count + i] = rest[n + 2];
  }
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < count; i++) {
      const through = distance[i * count + k];
      if (through === Infinity) continue;
      for (let j = 0; j < count; j++) {
        const length = through + distance[k * count + j];
        if (length < distance[i * count + j]) distance[i * count + j] = length;
      }
    }
  }
  const rows = Array.from({ length: count }, (_, i) => {
    const pairs = Array.from(
      distance.subarray(i * count, (i + 1) * count),
      (d, j) => [j, d] as const,
    );
    return { weight: 1, stay: 1 + Math.max(...pairs.map(([, d]) => d)), pairs };
  });
  return { rows, sites };
}

describe('OR-Library', () => {
  const isHere = existsSync(PMED);
  if (!isHere) console.warn('skipped: p-median instances are not in ../shared/data/pmed');
  for (const [name, optimum] of Object.entries(OPTIMA)) {
    it.skipIf(!isHere)(`${name} reaches its known optimum ${optimum}, with its gap`, async () => {
      const { rows, sites } = readPmed(name);
      const model = modelOf(rows, new Uint8Array(rows.length));
      const started = performance.now();
      // The exact solver proves the small ones; the large ones show what multipliers alone give, with
      // part of the usual work so that the suite stays short.
      const control = rows.length <= 100 ? { solver: highsSolver } : { effort: 0.4 };
      const answer = await solveMedian(model, sites, control);
      if (!answer.ok) throw new Error(answer.problem.code);
      const { objective, bound, gap, proof, exact } = answer.value;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.info(
        name,
        objective,
        bound,
        `gap ${gap}`,
        proof,
        exact?.openCandidates ?? '',
        `${seconds} s`,
      );
      expect(objective).toBe(optimum);
      expect(bound).toBeLessThanOrEqual(optimum);
      expect(gap).toBeLessThan(0.012);
    });
  }
});
