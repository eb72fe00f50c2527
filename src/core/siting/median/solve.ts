/**
 * The smallest walk with so many sites: greedy and swaps give a choice, multipliers a bound and
 * fixings, the exact solver decides the rest. The same problem gives the same answer.
 */
import {
  gapOf,
  type ExactStep,
  type MultiplierRound,
  type Proof,
  type ProvenChoice,
} from '../certificate';
import { CandidateState } from '../model/cover-model';
import { Breath, type SearchControl, type SearchState } from '../model/search-control';
import { seededRandom } from '../model/seeded-random';
import { ok, problem, type Result } from '../../result';
import type { MedianModel } from './median-model';
import { MedianState } from './median-state';
import { medianBound, medianScale, wholeMedianMultipliers, type MedianBound } from './multipliers';
import { medianProgram, programEntries } from './program';
import { MedianSubgradient } from './subgradient';

/** Entries of the remaining program, before merging, up to which the exact solver is asked. */
const EXACT_ENTRIES = 400_000;
const EXACT_WORK = 1e8;

/** Fails with siting_forced_over_budget where more candidates are forced than sites are allowed. */
export async function solveMedian(
  model: MedianModel,
  sites: number,
  control: SearchControl = {},
): Promise<Result<ProvenChoice>> {
  let forced = 0;
  for (const state of model.candidateState) if (state === CandidateState.forced) forced++;
  if (forced > sites) return problem('siting_forced_over_budget', { cost: forced, budget: sites });
  return ok(await new MedianSearch(model, sites, control).run());
}

class MedianSearch {
  #model: MedianModel;
  readonly #sites: number;
  readonly #control: SearchControl;
  readonly #breath: Breath;
  readonly #state: MedianState;
  #best: number[] = [];
  #walk = Infinity;
  #bound: number;
  readonly #rounds: MultiplierRound[] = [];
  #exact: ExactStep | null = null;

  constructor(model: MedianModel, sites: number, control: SearchControl) {
    this.#model = model;
    this.#sites = sites;
    this.#control = control;
    this.#breath = new Breath(control);
    this.#state = new MedianState(model);
    this.#bound = nearestWalk(model);
  }

  async run(): Promise<ProvenChoice> {
    const state = this.#state;
    for (let j = 0; j < this.#model.candidateCount; j++) {
      if (this.#model.candidateState[j] === CandidateState.forced) state.open(j);
    }
    this.#fill();
    await this.#swapAll();
    this.#keep();
    this.#report('greedy');
    // The bound first: most searches end with it, and whoever stops knows how near the best is.
    if (await this.#goesOn()) await this.#tighten();
    await this.#shake();
    if (await this.#goesOn()) await this.#tighten();
    if (await this.#goesOn()) await this.#closeExactly();
    const [objective, bound] = [this.#walk, this.#bound];
    return {
      chosen: this.#best,
      objective,
      bound,
      gap: gapOf(objective, bound),
      proof: this.#proof(),
      rounds: this.#rounds,
      exact: this.#exact,
    };
  }

  #proof(): Proof {
    if (this.#walk > this.#bound) return 'within_gap';
    if (this.#exact) return 'optimal_by_exact_solver';
    return this.#rounds.length > 0 ? 'optimal_by_lagrangian_bound' : 'optimal_by_reduction';
  }

  async #goesOn(): Promise<boolean> {
    return this.#walk > this.#bound && !(await this.#breath.stopped());
  }

  /** @param floor a bound that is not yet written in whole numbers */
  #report(stage: SearchState['stage'], floor = 0): void {
    const bound = Math.min(this.#walk, Math.max(this.#bound, Math.ceil(floor - 1e-6)));
    this.#control.progress?.({ stage, objective: this.#walk, bound });
  }

  #keep(): void {
    if (this.#state.total >= this.#walk || this.#state.chosen().length > this.#sites) return;
    this.#walk = this.#state.total;
    this.#best = this.#state.chosen();
  }

  /** Opens the most useful candidates up to the number of sites. */
  #fill(): void {
    for (let open = this.#state.chosen().length; open < this.#sites; open++) {
      const j = this.#state.bestToOpen();
      if (j < 0) break;
      this.#state.open(j);
    }
  }

  async #swapAll(): Promise<void> {
    while (this.#state.swap()) if (await this.#breath.stopped()) return;
  }

  /** Closes a few sites by chance, opens others and swaps again; the best is never lost. */
  async #shake(): Promise<void> {
    const random = seededRandom(this.#control.seed ?? 1);
    const { candidateCount, candidateState } = this.#model;
    const rounds = Math.ceil(12 * (this.#control.effort ?? 1));
    for (let round = 0; round < rounds && (await this.#goesOn()); round++) {
      const sites = this.#best.filter((j) => candidateState[j] !== CandidateState.forced);
      if (sites.length === 0 || sites.length + 1 >= candidateCount) return;
      for (let n = 0; n < 1 + (round % 4); n++) {
        const out = sites[random.below(sites.length)];
        const j = random.below(candidateCount);
        if (this.#state.isOpen[out] === 0) continue;
        this.#state.close(out);
        const isAllowed = candidateState[j] !== CandidateState.forbidden;
        if (isAllowed && this.#state.isOpen[j] === 0) this.#state.open(j);
      }
      this.#fill();
      await this.#swapAll();
      this.#keep();
      this.#state.become(this.#best);
      this.#report('improve');
    }
  }

  /** Raises the bound, improves the choice along the way and fixes; returns how many it fixed. */
  async #tighten(): Promise<number> {
    const subgradient = new MedianSubgradient(
      this.#model,
      this.#sites,
      this.#startingMultipliers(),
    );
    const steps = Math.ceil(1500 * (this.#control.effort ?? 1));
    for (let n = 0; n < steps && !subgradient.isTired; n++) {
      if (await this.#breath.stopped()) break;
      const chosen = subgradient.step(this.#walk);
      if (subgradient.bestBound > this.#walk - 1 + 1e-6) break;
      if (n > 40 && n % 50 === 0) {
        this.#state.become(chosen);
        await this.#swapAll();
        this.#keep();
      }
      if (n % 10 === 0) this.#report('bound', subgradient.bestBound);
    }
    const multipliers = wholeMedianMultipliers(
      this.#model,
      medianScale(this.#model),
      subgradient.bestMultipliers,
      subgradient.bestPrice,
    );
    const exact = medianBound(this.#model, this.#sites, multipliers);
    const before = this.#bound;
    this.#bound = Math.min(this.#walk, Math.max(before, exact.walk));
    return this.#fix(exact, multipliers, before);
  }

  /** Each row's walk to the second nearest open site: near the multipliers that are best. */
  #startingMultipliers(): Float64Array {
    const isOpen = new Uint8Array(this.#model.candidateCount);
    for (const j of this.#best) isOpen[j] = 1;
    const { rowStart, rowStay, rowWeight, pairCandidate, pairDistance } = this.#model;
    return rowWeight.map((weight, r) => {
      let seen = 0;
      for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
        seen += isOpen[pairCandidate[a]];
        if (seen === 2) return weight * pairDistance[a];
      }
      return weight * rowStay[r];
    });
  }

  #fix(
    exact: MedianBound,
    { scale, row, price }: { scale: number; row: Float64Array; price: number },
    before: number,
  ): number {
    const fixedIn: number[] = [];
    const fixedOut: number[] = [];
    const candidateState = this.#model.candidateState.slice();
    for (let j = 0; j < candidateState.length; j++) {
      if (candidateState[j] !== CandidateState.free) continue;
      const reduced = exact.reducedCost[j];
      if (Math.ceil((exact.scaled + Math.abs(reduced)) / scale) < this.#walk) continue;
      if (reduced < 0) fixedIn.push(j);
      else fixedOut.push(j);
      candidateState[j] = reduced < 0 ? CandidateState.forced : CandidateState.forbidden;
    }
    const count = fixedIn.length + fixedOut.length;
    if (count > 0 || exact.walk > before) {
      this.#rounds.push({ scale, row: Array.from(row), price, fixedIn, fixedOut });
      this.#model = { ...this.#model, candidateState };
    }
    return count;
  }

  async #closeExactly(): Promise<void> {
    const { solver, shouldStop } = this.#control;
    const { candidateState } = this.#model;
    const openCandidates = candidateState.filter((s) => s === CandidateState.free).length;
    if (!solver || programEntries(this.#model) > EXACT_ENTRIES) return;
    const offer = medianProgram(this.#model, this.#sites);
    const work = EXACT_WORK * (this.#control.effort ?? 1);
    const solved = await solver.solve(offer.program, { work, absoluteGap: 0.99, shouldStop });
    if (solved.values) {
      const { values } = solved;
      const chosen = offer.columnCandidate.filter((_, c) => values[c] > 0.5);
      for (let j = 0; j < candidateState.length; j++) {
        if (candidateState[j] === CandidateState.forced) chosen.push(j);
      }
      this.#state.become(chosen);
      this.#keep();
    }
    if (solved.status === 'limit') return;
    // Infeasible: nothing better is left, so the best is the optimum.
    this.#exact = { solver: solver.name, openCandidates };
    this.#bound = this.#walk;
    this.#report('exact');
  }
}

/** Walk if every allowed candidate were open: a bound without multipliers. */
function nearestWalk(model: MedianModel): number {
  let total = 0;
  for (let r = 0; r < model.rowCount; r++) {
    let distance = model.rowStay[r];
    for (let a = model.rowStart[r]; a < model.rowStart[r + 1]; a++) {
      if (model.candidateState[model.pairCandidate[a]] !== CandidateState.forbidden) {
        distance = model.pairDistance[a];
        break;
      }
    }
    total += model.rowWeight[r] * distance;
  }
  return total;
}
