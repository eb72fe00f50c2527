/**
 * Finds multipliers whose p-median bound is tight: a deflected subgradient ascent on the Lagrangian
 * of "every row is served once" (Cornuejols, Fisher and Nemhauser 1977; Beasley 1993).
 */
import { CandidateState } from '../model/cover-model';
import type { MedianModel } from './median-model';

export class MedianSubgradient {
  readonly #model: MedianModel;
  readonly #sites: number;
  readonly #lambda: Float64Array;
  readonly #best: Float64Array;
  readonly #direction: Float64Array;
  readonly #slope: Float64Array;
  readonly #value: Float64Array;
  readonly #order: Uint32Array;
  #bestPrice = 0;
  #bestBound = -Infinity;
  #agility = 1;
  #sinceBetter = 0;

  constructor(model: MedianModel, sites: number, start: Float64Array) {
    this.#model = model;
    this.#sites = sites;
    this.#lambda = start.slice();
    this.#best = start.slice();
    this.#direction = new Float64Array(model.rowCount);
    this.#slope = new Float64Array(model.rowCount);
    this.#value = new Float64Array(model.candidateCount);
    const allowed: number[] = [];
    for (let j = 0; j < model.candidateCount; j++) {
      if (model.candidateState[j] !== CandidateState.forbidden) allowed.push(j);
    }
    this.#order = Uint32Array.from(allowed);
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
  get isTired(): boolean {
    return this.#agility < 0.002;
  }

  /** One step; `target` is the best walk known. Returns the candidates the relaxed problem opens. */
  step(target: number): Uint32Array {
    const { rowStart, rowWeight, pairCandidate, pairDistance, candidateState } = this.#model;
    const lambda = this.#lambda;
    const value = this.#value;
    value.fill(0);
    let bound = 0;
    for (let r = 0; r < lambda.length; r++) {
      bound += lambda[r];
      for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
        const below = rowWeight[r] * pairDistance[a] - lambda[r];
        if (below >= 0) break;
        value[pairCandidate[a]] += below;
      }
    }
    const rank = (j: number) =>
      candidateState[j] === CandidateState.forced ? -Infinity : value[j];
    this.#order.sort((a, b) => {
      const [x, y] = [rank(a), rank(b)];
      return x === y ? a - b : x - y;
    });
    const count = Math.min(this.#sites, this.#order.length);
    const price = count < this.#order.length ? Math.max(0, -value[this.#order[count]]) : 0;
    bound -= price * this.#sites;
    for (const j of this.#order) {
      const reduced = value[j] + price;
      if (reduced < 0 || candidateState[j] === CandidateState.forced) bound += reduced;
    }
    if (bound > this.#bestBound + 1e-9) {
      if (bound > this.#bestBound + 1e-6 * Math.abs(this.#bestBound)) this.#sinceBetter = 0;
      this.#bestBound = bound;
      this.#bestPrice = price;
      this.#best.set(lambda);
    }
    if (++this.#sinceBetter > 20) {
      this.#sinceBetter = 0;
      this.#agility /= 1.5;
      this.#lambda.set(this.#best);
    }
    const chosen = this.#order.slice(0, count);
    this.#move(bound, target, chosen);
    return chosen;
  }

  #move(bound: number, target: number, chosen: Uint32Array): void {
    const { rowStart, rowWeight, rowStay, pairCandidate, pairDistance } = this.#model;
    const isOpen = new Uint8Array(this.#model.candidateCount);
    for (const j of chosen) isOpen[j] = 1;
    const lambda = this.#lambda;
    const slope = this.#slope;
    const direction = this.#direction;
    let along = 0;
    let before = 0;
    for (let r = 0; r < lambda.length; r++) {
      let served = 0;
      for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
        if (rowWeight[r] * pairDistance[a] >= lambda[r]) break;
        served += isOpen[pairCandidate[a]];
      }
      // At the top of its range a row may stay where it is: it counts as served.
      slope[r] = served === 0 && lambda[r] >= rowWeight[r] * rowStay[r] ? 0 : 1 - served;
      along += slope[r] * direction[r];
      before += direction[r] * direction[r];
    }
    const deflection = along < 0 && before > 0 ? (-1.5 * along) / before : 0;
    let norm = 0;
    for (let r = 0; r < lambda.length; r++) {
      direction[r] = slope[r] + deflection * direction[r];
      norm += direction[r] * direction[r];
    }
    if (norm === 0) return;
    const length = (this.#agility * Math.max(target - bound, 1e-6 * Math.abs(bound))) / norm;
    for (let r = 0; r < lambda.length; r++) {
      const next = lambda[r] + length * direction[r];
      const most = rowWeight[r] * rowStay[r];
      lambda[r] = next < 0 ? 0 : next > most ? most : next;
    }
  }
}
