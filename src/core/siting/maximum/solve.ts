/**
 * Most weight covered within a budget (or with k sites, all costs 1): greedy and swaps give a
 * choice, multipliers a bound, fixing makes the rest small, the exact solver decides the rest.
 * The same problem gives the same answer; stopping early keeps the best choice and a true bound.
 */
import {
  gapOf,
  type ExactStep,
  type MultiplierRound,
  type Proof,
  type ProvenChoice,
} from '../certificate';
import { CandidateState, type CoverModel } from '../model/cover-model';
import { CoverState } from '../model/cover-state';
import { Breath, type SearchControl, type SearchState } from '../model/search-control';
import { seededRandom } from '../model/seeded-random';
import { problem, ok, type Result } from '../../result';
import { fixCandidates } from './fixing';
import { improveExactly } from './improve';
import { greedy, shakeAndImprove, swapAll } from './local-search';
import { exactBound, scaleFor, wholeMultipliers } from './multipliers';
import { remainingProgram, takenIn } from './program';
import { CoverSubgradient } from './subgradient';

/** Free candidates up to which the exact solver is asked to close the rest. */
const EXACT_LIMIT = 1000;
/** Free candidates from which a choice among the likely ones is tried first. */
const KERNEL_FROM = 400;
/** Iterations times rows the exact solver may spend on it. */
const EXACT_WORK = 5e7;

/** Fails with siting_forced_over_budget where the forced candidates alone cost more. */
export async function solveMaximumCover(
  model: CoverModel,
  budget: number,
  control: SearchControl = {},
): Promise<Result<ProvenChoice>> {
  const forced = forcedCost(model);
  if (forced > budget) return problem('siting_forced_over_budget', { cost: forced, budget });
  return ok(await new MaximumSearch(model, budget, control).run());
}

function forcedCost(model: CoverModel): number {
  let cost = 0;
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forced) cost += model.candidateCost[j];
  }
  return cost;
}

class MaximumSearch {
  #model: CoverModel;
  readonly #budget: number;
  readonly #control: SearchControl;
  readonly #breath: Breath;
  readonly #state: CoverState;
  readonly #settled: number;
  readonly #reachable: number;
  #best: number[] = [];
  #covered = 0;
  #bound: number;
  readonly #rounds: MultiplierRound[] = [];
  #exact: ExactStep | null = null;

  constructor(model: CoverModel, budget: number, control: SearchControl) {
    this.#model = model;
    this.#budget = budget;
    this.#control = control;
    this.#breath = new Breath(control);
    this.#state = new CoverState(model);
    this.#settled = model.settledWeight;
    this.#reachable = model.rowWeight.reduce((sum, weight) => sum + weight, 0);
    this.#bound = this.#reachable;
  }

  async run(): Promise<ProvenChoice> {
    const state = this.#state;
    greedy(state, this.#budget);
    this.#keep();
    this.#report('greedy');
    while (swapAll(state, this.#budget)) if (await this.#breath.stopped()) break;
    this.#keep();

    if (!this.#isOpen()) return this.#answer();
    const reducedGain = await this.#tighten();
    if (this.#isOpen() && !(await this.#breath.stopped())) {
      if (this.#control.solver && this.#openCount() > KERNEL_FROM) {
        await improveExactly(
          this.#model,
          this.#budget,
          state,
          this.#best,
          reducedGain,
          this.#control,
        );
        this.#keep();
      }
      await this.#shake(this.#control.solver ? 40 : 400);
      this.#report('improve');
    }
    // A better value fixes more, and what is fixed may tighten the bound again.
    if (this.#isOpen() && !(await this.#breath.stopped())) await this.#tighten();
    if (this.#isOpen() && !(await this.#breath.stopped())) await this.#closeExactly();
    return this.#answer();
  }

  /** Keeps the present choice if it is the best. */
  #keep(): void {
    if (this.#state.covered < this.#covered || this.#state.cost > this.#budget) return;
    if (this.#state.covered === this.#covered && this.#best.length > 0) return;
    this.#covered = this.#state.covered;
    this.#best = this.#state.chosen();
  }

  #isOpen(): boolean {
    return this.#covered < this.#bound;
  }

  #openCount(): number {
    return this.#model.candidateState.reduce(
      (count, state) => count + (state === CandidateState.free ? 1 : 0),
      0,
    );
  }

  #report(stage: SearchState['stage']): void {
    this.#control.progress?.({
      stage,
      objective: this.#settled + this.#covered,
      bound: this.#settled + Math.max(this.#bound, this.#covered),
    });
  }

  /** Lowers the bound, improving the choice along the way, and fixes what it can. */
  async #tighten(): Promise<Float64Array> {
    const state = this.#state;
    const subgradient = new CoverSubgradient(this.#model, this.#budget);
    const steps = Math.ceil(900 * (this.#control.effort ?? 1));
    for (let n = 0; n < steps && !subgradient.isTired; n++) {
      if (await this.#breath.stopped()) break;
      const step = subgradient.step(this.#covered);
      if (subgradient.bestBound < this.#covered + 1) break;
      if (n > 40 && n % 20 === 0) {
        state.become(step.chosen.subarray(0, step.chosenCount));
        if (state.cost <= this.#budget) {
          while (swapAll(state, this.#budget));
          this.#keep();
        }
        this.#bound = Math.min(this.#bound, Math.floor(subgradient.bestBound + 1e-6));
        this.#report('bound');
      }
    }
    const multipliers = wholeMultipliers(
      this.#model,
      scaleFor(this.#model, this.#budget),
      subgradient.bestMultipliers,
      subgradient.bestPrice,
    );
    const exact = exactBound(this.#model, this.#budget, multipliers);
    const provenBefore = this.#provenBound();
    const fixed = fixCandidates(this.#model, multipliers, exact, this.#covered);
    const isUseful =
      exact.covered < provenBefore || fixed.round.fixedIn.length + fixed.round.fixedOut.length > 0;
    if (isUseful) {
      this.#rounds.push(fixed.round);
      this.#roundBounds.push(exact.covered);
      this.#model = fixed.model;
    }
    this.#bound = this.#provenBound();
    this.#report('bound');
    return exact.reducedGain;
  }

  readonly #roundBounds: number[] = [];

  /** No choice covers more than the best in hand or the tightest round's bound. */
  #provenBound(): number {
    return Math.max(this.#covered, Math.min(this.#reachable, ...this.#roundBounds));
  }

  async #shake(rounds: number): Promise<void> {
    const random = seededRandom(this.#control.seed ?? 1);
    const count = Math.ceil(rounds * (this.#control.effort ?? 1));
    this.#state.become(this.#best);
    for (let done = 0; done < count; done += 10) {
      if (await this.#breath.stopped()) break;
      shakeAndImprove(this.#state, this.#budget, 10, random);
      this.#keep();
      if (!this.#isOpen()) break;
    }
  }

  /** Gives what is left to the exact solver, if it is little enough. */
  async #closeExactly(): Promise<void> {
    const openCandidates = this.#openCount();
    const { solver, shouldStop } = this.#control;
    if (!solver || openCandidates > EXACT_LIMIT) return;
    const { candidateState } = this.#model;
    const taken = candidateState.map((state) => (state === CandidateState.forced ? 1 : 0));
    const open = candidateState.map((state) => (state === CandidateState.free ? 1 : 0));
    const remaining = remainingProgram(
      this.#model,
      this.#budget,
      taken,
      open,
      this.#agrees(taken, open) ? this.#best : null,
    );
    const work = EXACT_WORK * (this.#control.effort ?? 1);
    const solved = await solver.solve(remaining.program, { work, absoluteGap: 0.99, shouldStop });
    if (solved.values) {
      const chosen = takenIn(remaining, solved.values);
      for (let j = 0; j < taken.length; j++) if (taken[j] === 1) chosen.push(j);
      this.#state.become(chosen);
      this.#keep();
    }
    if (solved.status === 'limit') return;
    // Infeasible: no choice better than the best fits what was fixed, so the best is the optimum.
    this.#exact = { solver: solver.name, openCandidates };
    this.#bound = this.#covered;
    this.#report('exact');
  }

  /** Whether the best choice takes all that is fixed in and nothing that is fixed out. */
  #agrees(taken: Uint8Array, open: Uint8Array): boolean {
    const left = new Set(this.#best);
    for (let j = 0; j < taken.length; j++) if (taken[j] === 1 && !left.delete(j)) return false;
    return [...left].every((j) => open[j] === 1);
  }

  #answer(): ProvenChoice {
    const objective = this.#settled + this.#covered;
    const bound = this.#settled + this.#bound;
    return {
      chosen: this.#best,
      objective,
      bound,
      gap: gapOf(objective, bound),
      proof: this.#proof(objective === bound),
      rounds: this.#rounds,
      exact: this.#exact,
    };
  }

  #proof(isOptimal: boolean): Proof {
    if (this.#exact) return 'optimal_by_exact_solver';
    if (!isOptimal) return 'within_gap';
    return this.#rounds.length === 0 ? 'optimal_by_reduction' : 'optimal_by_lagrangian_bound';
  }
}
