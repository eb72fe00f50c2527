/**
 * A choice of candidates on its way to a target: how far each unit and group is, and for every
 * closed candidate how much it would bring. Progress in a unit counts in part, finishing it counts
 * again, so that a greedy search rather finishes villages than starts them.
 */
import { rowsOfUnits, type TargetModel } from './target-model';

/** What finishing a unit counts, beside the progress itself. */
const FINISH = 0.5;

export class TargetState {
  readonly model: TargetModel;
  readonly isOpen: Uint8Array;
  readonly #times: Uint16Array;
  readonly #unitWeight: Float64Array;
  readonly #groupMissing: Float64Array;
  /** Progress of each candidate as last counted, and whether it must be counted again. */
  readonly #progress: Float64Array;
  readonly #isStale: Uint8Array;
  readonly #unitRowStart: Uint32Array;
  #missingGroups: number;
  #cost = 0;

  constructor(model: TargetModel) {
    this.model = model;
    this.isOpen = new Uint8Array(model.candidateCount);
    this.#times = new Uint16Array(model.rowCount);
    this.#unitWeight = new Float64Array(model.unitCount);
    this.#groupMissing = model.groupNeed.slice();
    this.#missingGroups = model.groupCount;
    this.#progress = new Float64Array(model.candidateCount);
    this.#isStale = new Uint8Array(model.candidateCount).fill(1);
    this.#unitRowStart = rowsOfUnits(model);
  }

  get cost(): number {
    return this.#cost;
  }
  get isReached(): boolean {
    return this.#missingGroups === 0;
  }

  open(j: number): void {
    this.isOpen[j] = 1;
    this.#cost += this.model.candidateCost[j];
    this.#turn(j, true);
  }

  close(j: number): void {
    this.isOpen[j] = 0;
    this.#cost -= this.model.candidateCost[j];
    this.#turn(j, false);
  }

  /** Counts j's rows once more or once less; what shares a changed unit must be counted again. */
  #turn(j: number, isOpening: boolean): void {
    const { candidateStart, candidateRows, rowUnit, rowWeight } = this.model;
    let lastUnit = -1;
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
      const r = candidateRows[a];
      const isChanged = isOpening ? this.#times[r]++ === 0 : --this.#times[r] === 0;
      if (!isChanged) continue;
      this.#change(r, isOpening ? rowWeight[r] : -rowWeight[r]);
      if (rowUnit[r] !== lastUnit) {
        lastUnit = rowUnit[r];
        this.#markStale(lastUnit);
      }
    }
  }

  #markStale(unit: number): void {
    const { rowStart, rowCandidates } = this.model;
    const from = rowStart[this.#unitRowStart[unit]];
    const to = rowStart[this.#unitRowStart[unit + 1]];
    for (let b = from; b < to; b++) this.#isStale[rowCandidates[b]] = 1;
  }

  #change(r: number, weight: number): void {
    const { rowUnit, unitNeed, unitWorth, unitGroup } = this.model;
    const u = rowUnit[r];
    const wasReached = this.#unitWeight[u] >= unitNeed[u];
    this.#unitWeight[u] += weight;
    const isReached = this.#unitWeight[u] >= unitNeed[u];
    if (wasReached === isReached) return;
    const g = unitGroup[u];
    const before = this.#groupMissing[g];
    this.#groupMissing[g] += isReached ? -unitWorth[u] : unitWorth[u];
    if (before > 0 === this.#groupMissing[g] > 0) return;
    this.#missingGroups += before > 0 ? -1 : 1;
    this.#isStale.fill(1);
  }

  /** How much opening j would bring towards groups that still miss something. */
  progress(j: number): number {
    if (this.#isStale[j] === 1) {
      this.#isStale[j] = 0;
      this.#progress[j] = this.#countProgress(j);
    }
    return this.#progress[j];
  }

  #countProgress(j: number): number {
    const { candidateStart, candidateRows, rowUnit, rowWeight, unitGroup, unitNeed, unitWorth } =
      this.model;
    let progress = 0;
    let a = candidateStart[j];
    const end = candidateStart[j + 1];
    while (a < end) {
      // The rows of one unit stand together.
      const u = rowUnit[candidateRows[a]];
      let added = 0;
      for (; a < end && rowUnit[candidateRows[a]] === u; a++) {
        if (this.#times[candidateRows[a]] === 0) added += rowWeight[candidateRows[a]];
      }
      const missing = unitNeed[u] - this.#unitWeight[u];
      const groupMissing = this.#groupMissing[unitGroup[u]];
      if (added === 0 || missing <= 0 || groupMissing <= 0) continue;
      const worth = Math.min(unitWorth[u], groupMissing);
      progress +=
        worth * (Math.min(added, missing) / unitNeed[u] + (added >= missing ? FINISH : 0));
    }
    return progress;
  }

  /** A group that still misses something, or -1. */
  firstMissingGroup(): number {
    return this.#groupMissing.findIndex((missing) => missing > 0);
  }

  chosen(): number[] {
    const chosen: number[] = [];
    for (let j = 0; j < this.isOpen.length; j++) if (this.isOpen[j] === 1) chosen.push(j);
    return chosen;
  }

  become(chosen: ArrayLike<number>): void {
    const wanted = new Uint8Array(this.isOpen.length);
    for (let i = 0; i < chosen.length; i++) wanted[chosen[i]] = 1;
    for (let j = 0; j < wanted.length; j++) {
      if (this.isOpen[j] === 1 && wanted[j] === 0) this.close(j);
      if (this.isOpen[j] === 0 && wanted[j] === 1) this.open(j);
    }
  }
}
