/** The part of siting's bench that runs in Chromium: the page's own engine over the demo city. */
import type { CandidatePlace, SiteAsk } from '../../src/core/siting';
import { seededRandom } from '../../src/core/siting/model/seeded-random';
import { defaultParameters } from '../../src/runtime/browser/data/default-parameters';
import { WorkerEngine } from '../../src/runtime/browser/engine-client';
import { OpenCity } from '../../src/runtime/browser/city/open-city';
import { loadDemo } from '../../src/runtime/browser/load/load-demo';
import { targetProblem, type ReachAsk } from '../../src/core/siting/streets/target-problem';
import { reachTarget } from '../../src/core/siting/target/local-search';
import { TargetState } from '../../src/core/siting/target/target-state';
import { siteCity } from '../../src/runtime/browser/siting/site-city';
import { groundOf } from '../../src/runtime/browser/siting/site-ground-of';
import type { SiteOrder } from '../../src/runtime/browser/siting/siting-data';

export interface SitingRow {
  readonly seed: number;
  readonly candidates: number;
  readonly sites: number;
  readonly seconds: number;
  /** People nobody reached before whom greedy alone, the answer, and no choice at all can reach. */
  readonly greedy: number;
  readonly gained: number;
  readonly bound: number;
  readonly proof: string;
}

const silent = () => undefined;
const never = new AbortController().signal;
const engine = new WorkerEngine();

function orderOf(sites: number, drawn: readonly CandidatePlace[], isOpen = false): SiteOrder {
  return {
    asks: [{ kind: 'most_people', sites }],
    emphasis: {},
    walking: defaultParameters,
    scenario: null,
    choice: {
      premises: false,
      offices: isOpen,
      junctionSpacingM: isOpen ? 200 : null,
      drawn,
      withinUnit: null,
      withinRing: null,
    },
    rules: { forced: [], forbidden: [], costWhereUnknown: null },
  };
}

/** Village offices and junctions of the demo city. */
async function open(baseUrl: string): Promise<number> {
  const opened = await engine.open({ kind: 'demo', baseUrl }, silent, never, silent);
  if (!opened.ok) throw new Error(opened.problem.code);
  const covered = await engine.coverage(defaultParameters, silent, never);
  if (!covered.ok) throw new Error(covered.problem.code);
  const found = await engine.siting.candidates(orderOf(1, [], true));
  if (!found.ok) throw new Error(found.problem.code);
  places = found.value;
  return places.length;
}

let places: readonly CandidatePlace[] = [];

/** So many of them by chance, the same for the same seed. */
function drawn(count: number, seed: number): CandidatePlace[] {
  const random = seededRandom(seed);
  const left = [...places];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]);
}

/** Seconds from the question to the answer, the streets' part included. */
async function measure(candidates: number, sites: number, seed: number): Promise<SitingRow> {
  let greedy = 0;
  const startedMs = performance.now();
  const found = await engine.siting.recommend(
    orderOf(sites, drawn(candidates, seed)),
    (state) => {
      if (greedy === 0 && state.stage !== 'reach') greedy = state.objective;
    },
    never,
  );
  if (!found.ok || found.value.kind !== 'answer') throw new Error('no answer');
  const { rules, people } = found.value.answer;
  const { objective, bound, proof } = rules[0];
  return {
    seed,
    candidates,
    sites,
    seconds: (performance.now() - startedMs) / 1000,
    greedy: greedy - people.before,
    gained: objective - people.before,
    bound: bound - people.before,
    proof,
  };
}

/** Costs by chance, 10 to 80 (10k yuan), as renovating or building would be. */
function priced(count: number, seed: number): CandidatePlace[] {
  const random = seededRandom(1000 + seed);
  return drawn(count, seed).map((place) => ({ ...place, cost: 10 + random.below(71) }));
}

/** Most people for so much money. */
async function measureBudget(candidates: number, budget: number, seed: number) {
  const order = orderOf(1, priced(candidates, seed));
  return measureMost({ ...order, asks: [{ kind: 'most_people', budget }] });
}

/** Most people of one county, candidates close to each other: circles that overlap. */
async function measureCounty(withinUnit: string, sites: number, spacingM: number) {
  const order = orderOf(sites, [], true);
  const choice = { ...order.choice, withinUnit, junctionSpacingM: spacingM };
  return measureMost({ ...order, choice });
}

async function measureMost(order: SiteOrder) {
  let greedy = 0;
  const startedMs = performance.now();
  const found = await engine.siting.recommend(
    order,
    (state) => {
      if (greedy === 0 && state.stage !== 'reach') greedy = state.objective;
    },
    never,
  );
  if (!found.ok || found.value.kind !== 'answer') throw new Error('no answer');
  const { rules, people, candidateCount } = found.value.answer;
  const { objective, bound, proof } = rules[0];
  return {
    candidates: candidateCount,
    seconds: (performance.now() - startedMs) / 1000,
    greedy: greedy - people.before,
    answer: objective - people.before,
    bound: bound - people.before,
    proof,
  };
}

let groundCity: ReturnType<typeof siteCity> | null = null;

/** Fewest or cheapest sites that bring 60 % of the villages of every county within the walk. */
async function measureTarget(baseUrl: string, candidates: number, cheapest: boolean, seed: number) {
  const ask: SiteAsk = { kind: 'reach_share', percent: 60, of: 'villages', by: 'county', cheapest };
  const order = { ...orderOf(1, priced(candidates, seed)), asks: [ask] };
  const startedMs = performance.now();
  const found = await engine.siting.recommend(order, silent, never);
  const seconds = (performance.now() - startedMs) / 1000;
  if (!found.ok) throw new Error(found.problem.code);
  if (found.value.kind !== 'answer') return null;
  const { objective, bound, proof } = found.value.answer.rules[0];
  const greedy = await greedyTarget(baseUrl, order, ask);
  return { candidates, seconds, greedy, answer: objective, bound, proof };
}

/** What opening the most useful site for its cost, again and again, comes to. */
async function greedyTarget(baseUrl: string, order: SiteOrder, ask: ReachAsk): Promise<number> {
  if (groundCity === null) {
    const loaded = await loadDemo(baseUrl, null, silent, silent);
    if (!loaded.ok) throw new Error(loaded.problem.code);
    const opened = OpenCity.from(loaded.value);
    if (!opened.ok) throw new Error(opened.problem.code);
    groundCity = siteCity(opened.value);
  }
  if (!groundCity.ok) throw new Error(groundCity.problem.code);
  const made = groundOf(groundCity.value, order);
  if (!made.ok) throw new Error(made.problem.code);
  const { ground } = made.value;
  const costs = ask.cheapest
    ? Float64Array.from(ground.candidateCost, (cost) => (cost >= 0 ? cost : 0))
    : new Float64Array(ground.candidateIds.length).fill(1);
  const target = targetProblem(ground, ask, costs);
  if (!target.ok) throw new Error(target.problem.code);
  const state = new TargetState(target.value.model);
  if (!reachTarget(state)) throw new Error('out of reach');
  return state.cost;
}

Object.assign(globalThis, {
  openCity: open,
  measure,
  measureBudget,
  measureCounty,
  measureTarget,
});
