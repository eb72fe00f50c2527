/** The part of siting's bench that runs in Chromium: the page's own engine over the demo city. */
import type { CandidatePlace } from '../../src/core/siting';
import { seededRandom } from '../../src/core/siting/model/seeded-random';
import { defaultParameters } from '../../src/runtime/browser/data/default-parameters';
import { WorkerEngine } from '../../src/runtime/browser/engine-client';
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
      if (greedy === 0) greedy = state.objective;
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

Object.assign(globalThis, { openCity: open, measure });
