/**
 * A choice of candidates with every row's nearest and second nearest open one, and the best swap of
 * an open for a closed candidate found in one pass over the pairs (Whitaker 1983; Resende and
 * Werneck 2007): gain of opening, less loss of closing, plus what the two share.
 */
import { CandidateState } from '../model/cover-model';
import type { MedianModel } from './median-model';

export class MedianState {
  readonly model: MedianModel;
  readonly isOpen: Uint8Array;
  readonly #candidateStart: Uint32Array;
  readonly #candidateRow: Uint32Array;
  readonly #candidateDistance: Float64Array;
  /** Nearest open candidate (-1: stays), its distance, and the distance of the next. */
  readonly #nearest: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #loss: Float64Array;
  readonly #shared: Float64Array;
  #total = 0;

  constructor(model: MedianModel) {
    this.model = model;
    const { candidateCount, rowCount, rowStart, pairCandidate, pairDistance } = model;
    this.isOpen = new Uint8Array(candidateCount);
    const start = new Uint32Array(candidateCount + 1);
    for (let a = 0; a < pairCandidate.length; a++) start[pairCandidate[a] + 1]++;
    for (let j = 0; j < candidateCount; j++) start[j + 1] += start[j];
    const next = start.slice();
    this.#candidateStart = start;
    this.#candidateRow = new Uint32Array(pairCandidate.length);
    this.#candidateDistance = new Float64Array(pairCandidate.length);
    for (let r = 0; r < rowCount; r++) {
      for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
        const at = next[pairCandidate[a]]++;
        this.#candidateRow[at] = r;
        this.#candidateDistance[at] = pairDistance[a];
      }
    }
    this.#nearest = new Int32Array(rowCount);
    this.#first = new Float64Array(rowCount);
    this.#second = new Float64Array(rowCount);
    this.#loss = new Float64Array(candidateCount);
    this.#shared = new Float64Array(candidateCount);
    this.become([]);
  }

  /** Σ weight · distance. */
  get total(): number {
    return this.#total;
  }

  chosen(): number[] {
    const chosen: number[] = [];
    for (let j = 0; j < this.isOpen.length; j++) if (this.isOpen[j] === 1) chosen.push(j);
    return chosen;
  }

  become(chosen: ArrayLike<number>): void {
    this.isOpen.fill(0);
    for (let i = 0; i < chosen.length; i++) this.isOpen[chosen[i]] = 1;
    this.#total = 0;
    this.#loss.fill(0);
    for (let r = 0; r < this.model.rowCount; r++) this.#settle(r);
  }

  /** Nearest and second nearest of a row, and what closing the nearest would lose. */
  #settle(r: number): void {
    const { rowStart, pairCandidate, pairDistance, rowStay, rowWeight } = this.model;
    let nearest = -1;
    let first = rowStay[r];
    let second = rowStay[r];
    for (let a = rowStart[r]; a < rowStart[r + 1]; a++) {
      if (this.isOpen[pairCandidate[a]] === 0) continue;
      if (nearest >= 0) {
        second = pairDistance[a];
        break;
      }
      nearest = pairCandidate[a];
      first = pairDistance[a];
    }
    this.#nearest[r] = nearest;
    this.#first[r] = first;
    this.#second[r] = second;
    this.#total += rowWeight[r] * first;
    if (nearest >= 0) this.#loss[nearest] += rowWeight[r] * (second - first);
  }

  open(j: number): void {
    this.isOpen[j] = 1;
    this.#resettle(j);
  }

  close(j: number): void {
    this.isOpen[j] = 0;
    this.#resettle(j);
  }

  #resettle(j: number): void {
    const { rowWeight } = this.model;
    for (let a = this.#candidateStart[j]; a < this.#candidateStart[j + 1]; a++) {
      const r = this.#candidateRow[a];
      if (this.#candidateDistance[a] > this.#second[r]) continue;
      const nearest = this.#nearest[r];
      this.#total -= rowWeight[r] * this.#first[r];
      if (nearest >= 0) {
        this.#loss[nearest] -= rowWeight[r] * (this.#second[r] - this.#first[r]);
      }
      this.#settle(r);
    }
  }

  /** What opening j would save. */
  gain(j: number): number {
    let gain = 0;
    for (let a = this.#candidateStart[j]; a < this.#candidateStart[j + 1]; a++) {
      const saved = this.#first[this.#candidateRow[a]] - this.#candidateDistance[a];
      if (saved > 0) gain += this.model.rowWeight[this.#candidateRow[a]] * saved;
    }
    return gain;
  }

  /** The closed candidate that saves most, or -1. */
  bestToOpen(): number {
    let best = -1;
    let bestGain = -1;
    for (let j = 0; j < this.isOpen.length; j++) {
      if (this.isOpen[j] === 1) continue;
      if (this.model.candidateState[j] === CandidateState.forbidden) continue;
      const gain = this.gain(j);
      if (gain > bestGain) {
        bestGain = gain;
        best = j;
      }
    }
    return best;
  }

  /** Makes the best swap if it saves anything. */
  swap(): boolean {
    const { candidateState, rowWeight } = this.model;
    const open = this.chosen().filter((j) => candidateState[j] !== CandidateState.forced);
    let bestSaved = 0;
    let bestIn = -1;
    let bestOut = -1;
    for (let j = 0; j < this.isOpen.length; j++) {
      if (this.isOpen[j] === 1 || candidateState[j] === CandidateState.forbidden) continue;
      for (const i of open) this.#shared[i] = 0;
      let gain = 0;
      for (let a = this.#candidateStart[j]; a < this.#candidateStart[j + 1]; a++) {
        const r = this.#candidateRow[a];
        const distance = this.#candidateDistance[a];
        if (distance >= this.#second[r]) continue;
        const first = this.#first[r];
        if (distance < first) gain += rowWeight[r] * (first - distance);
        const nearest = this.#nearest[r];
        if (nearest >= 0) {
          this.#shared[nearest] += rowWeight[r] * (this.#second[r] - Math.max(distance, first));
        }
      }
      for (const i of open) {
        const saved = gain - this.#loss[i] + this.#shared[i];
        if (saved > bestSaved) {
          bestSaved = saved;
          bestIn = j;
          bestOut = i;
        }
      }
    }
    if (bestIn < 0) return false;
    this.close(bestOut);
    this.open(bestIn);
    return true;
  }
}
