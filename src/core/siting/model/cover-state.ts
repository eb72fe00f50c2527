/**
 * A choice of candidates under change: how often each row is reached, and for every candidate what
 * opening it would gain or, while it is open, what closing it would lose. Both are kept up to date
 * by opening and closing, so a search only ever reads one array.
 */
import type { CoverModel } from './cover-model';

export class CoverState {
  readonly model: CoverModel;
  readonly isOpen: Uint8Array;
  /** Closed: weight gained by opening. Open: weight lost by closing. */
  readonly gain: Float64Array;
  readonly #times: Uint16Array;
  #covered = 0;
  #cost = 0;
  #openCount = 0;

  constructor(model: CoverModel) {
    this.model = model;
    this.isOpen = new Uint8Array(model.candidateCount);
    this.gain = new Float64Array(model.candidateCount);
    this.#times = new Uint16Array(model.rowCount);
    for (let j = 0; j < model.candidateCount; j++) {
      for (let a = model.candidateStart[j]; a < model.candidateStart[j + 1]; a++) {
        this.gain[j] += model.rowWeight[model.candidateRows[a]];
      }
    }
  }

  /** Weight of the rows reached; settled weight not included. */
  get covered(): number {
    return this.#covered;
  }
  get cost(): number {
    return this.#cost;
  }
  get openCount(): number {
    return this.#openCount;
  }

  open(j: number): void {
    const { candidateStart, candidateRows, rowStart, rowCandidates, rowWeight } = this.model;
    const { gain, isOpen } = this;
    const times = this.#times;
    this.#covered += gain[j];
    this.#cost += this.model.candidateCost[j];
    this.#openCount++;
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
      const r = candidateRows[a];
      const before = times[r]++;
      if (before > 1) continue;
      const weight = rowWeight[r];
      for (let b = rowStart[r]; b < rowStart[r + 1]; b++) {
        const i = rowCandidates[b];
        // 0 → 1: the others gain it no more. 1 → 2: the one that had it alone loses it no more.
        if (before === 0 ? i !== j : isOpen[i] === 1) gain[i] -= weight;
      }
    }
    isOpen[j] = 1;
  }

  close(j: number): void {
    const { candidateStart, candidateRows, rowStart, rowCandidates, rowWeight } = this.model;
    const { gain, isOpen } = this;
    const times = this.#times;
    isOpen[j] = 0;
    this.#covered -= gain[j];
    this.#cost -= this.model.candidateCost[j];
    this.#openCount--;
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
      const r = candidateRows[a];
      const after = --times[r];
      if (after > 1) continue;
      const weight = rowWeight[r];
      for (let b = rowStart[r]; b < rowStart[r + 1]; b++) {
        const i = rowCandidates[b];
        if (after === 0 ? i !== j : isOpen[i] === 1) gain[i] += weight;
      }
    }
  }

  /** The open candidates, ascending. */
  chosen(): number[] {
    const chosen: number[] = [];
    for (let j = 0; j < this.isOpen.length; j++) if (this.isOpen[j] === 1) chosen.push(j);
    return chosen;
  }

  /** Opens and closes until exactly `chosen` are open. */
  become(chosen: ArrayLike<number>): void {
    const wanted = new Uint8Array(this.isOpen.length);
    for (let i = 0; i < chosen.length; i++) wanted[chosen[i]] = 1;
    for (let j = 0; j < wanted.length; j++) {
      if (this.isOpen[j] === 1 && wanted[j] === 0) this.close(j);
    }
    for (let j = 0; j < wanted.length; j++) {
      if (this.isOpen[j] === 0 && wanted[j] === 1) this.open(j);
    }
  }
}
