/**
 * One part of a target: candidates that others replace are left out, a cheap choice is built,
 * multipliers give a bound and fix candidates, and the exact solver decides what is left.
 */
import type { ExactStep, MultiplierRound, Proof } from '../certificate';
import { CandidateState } from '../model/cover-model';
import type { Breath, SearchControl, SearchState } from '../model/search-control';
import { seededRandom } from '../model/seeded-random';
import { openForced, prune, reachTarget, rebuild } from './local-search';
import { targetBound, targetScale, type TargetBound, type TargetMultipliers } from './multipliers';
import { multipliersFromPrices, targetProgram, type TargetProgram } from './program';
import { dominatedCandidates, withoutDominated, type Dominated } from './reduce';
import { TargetSubgradient } from './subgradient';
import { TargetState } from './target-state';
import type { TargetModel } from './target-model';
import { unitLinks, type UnitLinks } from './unit-links';

/** Free candidates up to which the exact solver is asked. */
const EXACT_LIMIT = 6000;
const EXACT_WORK = 1.5e8;
/** Candidates of the small problem that may give a cheaper choice where there are more. */
const OFFERED = 400;
const OFFERED_WORK = 1e8;
const PRICE_WORK = 2e8;

/** One set of multipliers: of the part's rows and units in their order, and what they decide. */
export interface TargetRound extends Omit<MultiplierRound, 'price'> {
  readonly unit: readonly number[];
}

/** A part of the target with its own proof; candidates and groups by their numbers in the whole. */
export interface TargetPartAnswer {
  readonly groups: readonly number[];
  readonly candidates: readonly number[];
  readonly chosen: readonly number[];
  readonly objective: number;
  readonly bound: number;
  readonly dominated: readonly Dominated[];
  readonly rounds: readonly TargetRound[];
  readonly exact: ExactStep | null;
  readonly proof: Proof;
}

type PartResult = Omit<TargetPartAnswer, 'groups' | 'candidates'>;

export class PartSearch {
  #model: TargetModel;
  readonly #control: SearchControl;
  readonly #breath: Breath;
  readonly #whole: TargetModel;
  /** The group that cannot be reached, after run() gave null. */
  shortGroup = 0;
  #best: number[] = [];
  #cost = Infinity;
  #bound = 0;
  #rounds: TargetRound[] = [];
  readonly #links: UnitLinks;
  #exact: ExactStep | null = null;

  constructor(model: TargetModel, control: SearchControl, breath: Breath) {
    this.#whole = model;
    this.#links = unitLinks(model);
    this.#model = model;
    this.#control = control;
    this.#breath = breath;
  }

  async run(): Promise<PartResult | null> {
    if (!this.#canBeReached()) return null;
    const dominated = dominatedCandidates(this.#whole);
    this.#model = withoutDominated(this.#whole, dominated);
    const state = new TargetState(this.#model);
    openForced(state);
    this.#bound = state.cost;
    reachTarget(state);
    prune(state);
    this.#keep(state);
    const random = seededRandom(this.#control.seed ?? 1);
    for (let n = 0; n < 10 * (this.#control.effort ?? 1); n++) {
      if (this.#cost === this.#bound || (await this.#breath.stopped())) break;
      rebuild(state, 10, random);
      this.#keep(state);
    }
    this.#report('greedy', this.#bound);
    await this.#tighten();
    if (this.#cost > this.#bound && !(await this.#breath.stopped())) await this.#closeExactly();
    this.#report('exact', this.#bound);
    return {
      chosen: this.#best,
      objective: this.#cost,
      bound: this.#bound,
      dominated,
      rounds: this.#rounds,
      exact: this.#exact,
      proof: this.#proof(),
    };
  }

  #report(stage: SearchState['stage'], bound: number): void {
    this.#control.progress?.({ stage, objective: this.#cost, bound });
  }

  #proof(): Proof {
    if (this.#cost > this.#bound) return 'within_gap';
    if (this.#exact) return 'optimal_by_exact_solver';
    return this.#rounds.length > 0 ? 'optimal_by_lagrangian_bound' : 'optimal_by_reduction';
  }

  #canBeReached(): boolean {
    const state = new TargetState(this.#whole);
    for (let j = 0; j < this.#whole.candidateCount; j++) {
      if (this.#whole.candidateState[j] !== CandidateState.forbidden) state.open(j);
    }
    this.shortGroup = state.firstMissingGroup();
    return state.isReached;
  }

  #keep(state: TargetState): void {
    if (!state.isReached || state.cost >= this.#cost) return;
    this.#cost = state.cost;
    this.#best = state.chosen();
  }

  /** Raises the bound and fixes what it can; a second round starts from what the first left. */
  async #tighten(): Promise<void> {
    for (let round = 0; round < 2 && this.#cost > this.#bound; round++) {
      const start = await this.#prices();
      const subgradient = new TargetSubgradient(this.#model, this.#links, start);
      const steps = Math.ceil(700 * (this.#control.effort ?? 1));
      for (let n = 0; n < steps && !subgradient.isTired; n++) {
        if (await this.#breath.stopped()) break;
        subgradient.step(this.#cost);
        if (subgradient.bestBound > this.#cost - 1 + 1e-6) break;
        if (n % 20 === 0) {
          const bound = Math.ceil(subgradient.bestBound - 1e-6);
          this.#report('bound', Math.min(this.#cost, Math.max(this.#bound, bound)));
        }
      }
      const multipliers = subgradient.best(targetScale(this.#model));
      const exact = targetBound(this.#model, this.#links, multipliers);
      const before = this.#bound;
      this.#bound = Math.min(this.#cost, Math.max(this.#bound, exact.cost));
      const fixed = this.#fix(exact, multipliers, before);
      const isLarge = this.#control.solver && this.#openCount() > EXACT_LIMIT;
      if (round === 0 && this.#cost > this.#bound && isLarge)
        await this.#improve(exact.reducedCost);
      else if (fixed === 0) break;
    }
  }

  /** Multipliers from the exact solver's relaxation: a far better start than none. */
  async #prices(): Promise<Float64Array | null> {
    const { solver, shouldStop, effort } = this.#control;
    if (!solver || (await this.#breath.stopped())) return null;
    const program = targetProgram(this.#model, this.#links, null);
    const work = PRICE_WORK * (effort ?? 1);
    const prices = await solver.priceRows(program.program, { work, absoluteGap: 0, shouldStop });
    return prices === null ? null : multipliersFromPrices(this.#model, program, prices);
  }

  /** Fixes candidates without (or with) which the bound reaches the cost in hand. */
  #fix(exact: TargetBound, multipliers: TargetMultipliers, before: number): number {
    const { scale, row, unit } = multipliers;
    const fixedIn: number[] = [];
    const fixedOut: number[] = [];
    const candidateState = this.#model.candidateState.slice();
    for (let j = 0; j < candidateState.length; j++) {
      if (candidateState[j] !== CandidateState.free) continue;
      const reduced = exact.reducedCost[j];
      if (Math.ceil((exact.scaled + Math.abs(reduced)) / scale) < this.#cost) continue;
      if (reduced < 0) fixedIn.push(j);
      else fixedOut.push(j);
      candidateState[j] = reduced < 0 ? CandidateState.forced : CandidateState.forbidden;
    }
    const count = fixedIn.length + fixedOut.length;
    if (count > 0 || exact.cost > before) {
      this.#rounds.push({
        scale,
        row: Array.from(row),
        unit: Array.from(unit),
        fixedIn,
        fixedOut,
      });
      this.#model = { ...this.#model, candidateState };
    }
    return count;
  }

  #openCount(): number {
    return this.#model.candidateState.reduce(
      (count, state) => count + (state === CandidateState.free ? 1 : 0),
      0,
    );
  }

  /** The best choice and the likeliest candidates as a problem of their own, solved for a start. */
  async #improve(reducedCost: Float64Array): Promise<void> {
    const { solver, shouldStop } = this.#control;
    const free = [...this.#model.candidateState.keys()].filter(
      (j) => this.#model.candidateState[j] === CandidateState.free,
    );
    free.sort((a, b) => reducedCost[a] - reducedCost[b] || a - b);
    const offered = new Set([...this.#best, ...free.slice(0, OFFERED)]);
    const candidateState = this.#whole.candidateState.map((state, j) =>
      state === CandidateState.free && !offered.has(j) ? CandidateState.forbidden : state,
    );
    const small = { ...this.#whole, candidateState };
    const offer = targetProgram(small, this.#links, this.#best);
    const work = OFFERED_WORK * (this.#control.effort ?? 1);
    const solved = await solver?.solve(offer.program, { work, absoluteGap: 0.99, shouldStop });
    if (solved?.values) this.#take(small, offer, solved.values);
  }

  /** Makes a choice of a program's values, and keeps it if it is the cheapest. */
  #take(model: TargetModel, offer: TargetProgram, values: Float64Array): void {
    const state = new TargetState(this.#whole);
    offer.columnCandidate.forEach((j, c) => {
      if (values[c] > 0.5) state.open(j);
    });
    for (let j = 0; j < model.candidateCount; j++) {
      const isForced = model.candidateState[j] === CandidateState.forced;
      if (isForced && state.isOpen[j] === 0) state.open(j);
    }
    prune(state);
    this.#keep(state);
  }

  async #closeExactly(): Promise<void> {
    const { solver, shouldStop } = this.#control;
    const openCandidates = this.#openCount();
    if (!solver || openCandidates > EXACT_LIMIT) return;
    const isBest = new Uint8Array(this.#model.candidateCount);
    for (const j of this.#best) isBest[j] = 1;
    const agrees = this.#model.candidateState.every(
      (state, j) => state === CandidateState.free || (state === 1) === (isBest[j] === 1),
    );
    const remaining = targetProgram(this.#model, this.#links, agrees ? this.#best : null);
    const work = EXACT_WORK * (this.#control.effort ?? 1);
    const solved = await solver.solve(remaining.program, { work, absoluteGap: 0.99, shouldStop });
    if (solved.values) this.#take(this.#model, remaining, solved.values);
    if (solved.status === 'limit') return;
    // Infeasible: nothing cheaper is left, so the best is the optimum.
    this.#exact = { solver: solver.name, openCandidates };
    this.#bound = this.#cost;
  }
}
