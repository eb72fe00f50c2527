/**
 * Finds multipliers whose bound is tight: a deflected subgradient descent (Camerini, Fratta and
 * Maffioli 1975) on the Lagrangian of "a row is covered only if one of its candidates is open".
 * Floating numbers steer; the bound itself is taken in whole numbers by multipliers.ts.
 */
import { CandidateState, type CoverModel } from '../model/cover-model';

export interface SubgradientStep {
  /** Candidates that the relaxed problem opens, best first. */
  readonly chosen: Uint32Array;
  readonly chosenCount: number;
  readonly bound: number;
}

export class CoverSubgradient {
  readonly #model: CoverModel;
  readonly #budget: number;
  readonly #lambda: Float64Array;
  readonly #best: Float64Array;
  readonly #direction: Float64Array;
  readonly #opened: Float64Array;
  readonly #ratio: Float64Array;
  readonly #worth: Float64Array;
  readonly #order: Uint32Array;
  #bestPrice = 0;
  #bestBound = Infinity;
  #agility = 1;
  #sinceBetter = 0;

  constructor(model: CoverModel, budget: number, start?: Float64Array) {
    this.#model = model;
    this.#budget = budget;
    this.#lambda = start ? start.slice() : model.rowWeight.slice();
    this.#best = this.#lambda.slice();
    this.#direction = new Float64Array(model.rowCount);
    this.#opened = new Float64Array(model.rowCount);
    this.#ratio = new Float64Array(model.candidateCount);
    this.#worth = new Float64Array(model.candidateCount);
    const order: number[] = [];
    for (let j = 0; j < model.candidateCount; j++) {
      if (model.candidateState[j] !== CandidateState.forbidden) order.push(j);
    }
    this.#order = Uint32Array.from(order);
  }

  get bestBound(): number {
    return this.#bestBound;
  }
  get bestMultipliers(): Float64Array {
    return this.#best;
  }
  get bestPrice(): number {
    return this.#bestPrice;
  }
  /** Step size has fallen so far that little more is to be had. */
  get isTired(): boolean {
    return this.#agility < 0.004;
  }

  /** One step towards a tighter bound; `target` is the best value known. */
  step(target: number): SubgradientStep {
    const { candidateCost } = this.#model;
    this.#priceCandidates();
    const { chosenCount, price } = this.#chooseWithin();

    // The bound at these multipliers.
    let bound = price * this.#budget;
    for (let r = 0; r < this.#lambda.length; r++) {
      bound += this.#model.rowWeight[r] - this.#lambda[r];
    }
    for (const j of this.#order) {
      const gain = this.#worth[j] - price * candidateCost[j];
      if (gain > 0 || this.#model.candidateState[j] === CandidateState.forced) bound += gain;
    }
    if (bound < this.#bestBound - 1e-9) {
      if (bound < this.#bestBound - 1e-5 * Math.abs(this.#bestBound)) this.#sinceBetter = 0;
      this.#bestBound = bound;
      this.#bestPrice = price;
      this.#best.set(this.#lambda);
    }
    if (++this.#sinceBetter > 15) {
      this.#sinceBetter = 0;
      this.#agility /= 1.5;
      this.#lambda.set(this.#best);
    }
    const step = { chosen: this.#order, chosenCount, bound };
    this.#move(bound, target, chosenCount);
    return step;
  }

  /** Worth of each candidate: the multipliers of its rows. */
  #priceCandidates(): void {
    const { candidateStart, candidateRows } = this.#model;
    const lambda = this.#lambda;
    for (const j of this.#order) {
      let worth = 0;
      for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
        worth += lambda[candidateRows[a]];
      }
      this.#worth[j] = worth;
    }
  }

  /** Orders candidates by worth per cost and takes them while the budget lasts. */
  #chooseWithin(): { chosenCount: number; price: number } {
    const { candidateCost, candidateState } = this.#model;
    const ratio = this.#ratio;
    for (const j of this.#order) {
      const forced = candidateState[j] === CandidateState.forced;
      ratio[j] = forced ? Infinity : this.#worth[j] / Math.max(candidateCost[j], 1e-9);
    }
    this.#order.sort((a, b) => (ratio[a] === ratio[b] ? a - b : ratio[b] - ratio[a]));
    let spent = 0;
    let n = 0;
    for (; n < this.#order.length; n++) {
      const j = this.#order[n];
      if (candidateState[j] !== CandidateState.forced && this.#worth[j] <= 0) break;
      if (spent + candidateCost[j] > this.#budget) return { chosenCount: n, price: ratio[j] };
      spent += candidateCost[j];
    }
    return { chosenCount: n, price: 0 };
  }

  #move(bound: number, target: number, chosenCount: number): void {
    const { candidateStart, candidateRows, rowWeight } = this.#model;
    const lambda = this.#lambda;
    const direction = this.#direction;
    const opened = this.#opened;
    opened.fill(0);
    for (let n = 0; n < chosenCount; n++) {
      const j = this.#order[n];
      for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) opened[candidateRows[a]]++;
    }
    // Slope of the bound: times opened less the row itself; zero where the range ends.
    let along = 0;
    let before = 0;
    for (let r = 0; r < lambda.length; r++) {
      const slope = opened[r] > 0 || lambda[r] < rowWeight[r] ? opened[r] - 1 : 0;
      opened[r] = slope;
      along += slope * direction[r];
      before += direction[r] * direction[r];
    }
    const deflection = along < 0 && before > 0 ? (-1.5 * along) / before : 0;
    let norm = 0;
    for (let r = 0; r < lambda.length; r++) {
      const d = opened[r] + deflection * direction[r];
      direction[r] = d;
      if ((d > 0 && lambda[r] > 0) || (d < 0 && lambda[r] < rowWeight[r])) norm += d * d;
    }
    if (norm === 0) return;
    const length = (this.#agility * Math.max(bound - target, 1e-6 * Math.abs(bound))) / norm;
    for (let r = 0; r < lambda.length; r++) {
      const next = lambda[r] - length * direction[r];
      lambda[r] = next < 0 ? 0 : next > rowWeight[r] ? rowWeight[r] : next;
    }
  }
}
