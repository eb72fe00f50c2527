/**
 * Finds multipliers whose target bound is tight: a deflected subgradient ascent on the Lagrangian of
 * "a row is reached only if one of its candidates is open" and "a unit is reached only if its
 * candidates are strong enough" (unit-links.ts). Floating numbers steer; the bound itself
 * is taken in whole numbers by multipliers.ts.
 */
import { CandidateState } from '../model/cover-model';
import { isReachable, type TargetMultipliers } from './multipliers';
import { rowsOfUnits, type TargetModel } from './target-model';
import type { UnitLinks } from './unit-links';

export class TargetSubgradient {
  readonly #model: TargetModel;
  readonly #unitRows: Uint32Array[];
  readonly #groupUnits: Uint32Array[];
  readonly #links: UnitLinks;
  /** Weight of each row, at most its unit's need. */
  readonly #size: Float64Array;
  /** Multipliers of the rows, then of the units. */
  readonly #lambda: Float64Array;
  readonly #best: Float64Array;
  readonly #direction: Float64Array;
  readonly #slope: Float64Array;
  readonly #wanted: Float64Array;
  readonly #unitPrice: Float64Array;
  readonly #unitLast: Float64Array;
  #bestBound = -Infinity;
  #agility = 1;
  #sinceBetter = 0;

  constructor(model: TargetModel, links: UnitLinks, multipliers: Float64Array | null) {
    this.#model = model;
    this.#links = links;
    this.#size = model.rowWeight.map((w, r) => Math.min(w, model.unitNeed[model.rowUnit[r]]));
    const start = rowsOfUnits(model);
    this.#unitRows = [];
    const groupUnits: number[][] = Array.from({ length: model.groupCount }, () => []);
    for (let u = 0; u < model.unitCount; u++) {
      const rows: number[] = [];
      let weight = 0;
      for (let r = start[u]; r < start[u + 1]; r++) {
        if (!isReachable(model, r)) continue;
        rows.push(r);
        weight += model.rowWeight[r];
      }
      this.#unitRows.push(Uint32Array.from(rows));
      if (weight >= model.unitNeed[u]) groupUnits[model.unitGroup[u]].push(u);
    }
    this.#groupUnits = groupUnits.map((units) => Uint32Array.from(units));
    this.#lambda = multipliers?.slice() ?? startingMultipliers(model, links);
    this.#best = this.#lambda.slice();
    this.#direction = new Float64Array(this.#lambda.length);
    this.#slope = new Float64Array(this.#lambda.length);
    this.#wanted = new Float64Array(model.unitCount);
    this.#unitPrice = new Float64Array(model.unitCount);
    this.#unitLast = new Float64Array(model.unitCount);
  }

  get bestBound(): number {
    return this.#bestBound;
  }
  /** The best multipliers as whole numbers over `scale`. */
  best(scale: number): TargetMultipliers {
    const whole = this.#best.map((value) => Math.round(value * scale));
    const rows = this.#model.rowCount;
    return { scale, row: whole.subarray(0, rows), unit: whole.subarray(rows) };
  }
  get isTired(): boolean {
    return this.#agility < 0.004;
  }

  /** One step towards a tighter bound; `target` is the cost of the best choice known. */
  step(target: number): void {
    let bound = this.#priceUnits();
    bound += this.#openCheap();
    if (bound > this.#bestBound + 1e-9) {
      if (bound > this.#bestBound + 1e-5 * Math.abs(this.#bestBound)) this.#sinceBetter = 0;
      this.#bestBound = bound;
      this.#best.set(this.#lambda);
    }
    if (++this.#sinceBetter > 15) {
      this.#sinceBetter = 0;
      this.#agility /= 1.5;
      this.#lambda.set(this.#best);
    }
    this.#move(bound, target);
  }

  /** Prices of units and groups; leaves in `slope` how much of each row is wanted. */
  #priceUnits(): number {
    const { rowCount, unitNeed } = this.#model;
    const lambda = this.#lambda;
    this.#wanted.fill(0);
    for (const units of this.#groupUnits) {
      for (const u of units) {
        const rows = this.#unitRows[u];
        sortByRatio(rows, lambda, this.#size);
        let left = unitNeed[u];
        let price = 0;
        for (let n = 0; n < rows.length; n++) {
          const r = rows[n];
          const part = Math.min(1, left / this.#size[r]);
          price += part * lambda[r];
          left -= part * this.#size[r];
          if (left <= 0) {
            this.#unitLast[u] = n + part - 1;
            break;
          }
        }
        this.#unitPrice[u] = price + this.#links.unitStrength[u] * lambda[rowCount + u];
      }
    }
    let bound = 0;
    for (let g = 0; g < this.#groupUnits.length; g++) bound += this.#priceGroup(g);
    this.#slope.fill(0);
    for (const units of this.#groupUnits) {
      for (const u of units) {
        if (this.#wanted[u] === 0) continue;
        this.#slope[rowCount + u] = this.#links.unitStrength[u] * this.#wanted[u];
        const rows = this.#unitRows[u];
        const whole = Math.floor(this.#unitLast[u]);
        for (let n = 0; n <= whole && n < rows.length; n++) {
          this.#slope[rows[n]] = this.#wanted[u];
        }
        const part = this.#unitLast[u] - whole;
        if (part > 0 && whole + 1 < rows.length) {
          this.#slope[rows[whole + 1]] = this.#wanted[u] * part;
        }
      }
    }
    return bound;
  }

  #priceGroup(g: number): number {
    const units = this.#groupUnits[g];
    const price = this.#unitPrice;
    const { unitWorth } = this.#model;
    units.sort((a, b) => price[a] * unitWorth[b] - price[b] * unitWorth[a] || a - b);
    let left = this.#model.groupNeed[g];
    let sum = 0;
    for (const u of units) {
      const part = Math.min(1, left / unitWorth[u]);
      this.#wanted[u] = part;
      sum += part * price[u];
      left -= part * unitWorth[u];
      if (left <= 0) break;
    }
    return sum;
  }

  /** Opens candidates that cost less than their rows are worth; takes them off the slope. */
  #openCheap(): number {
    const { candidateCount, candidateStart, candidateRows, candidateCost, candidateState } =
      this.#model;
    const { linkStart, linkUnit, linkStrength } = this.#links;
    const firstUnit = this.#model.rowCount;
    let bound = 0;
    for (let j = 0; j < candidateCount; j++) {
      if (candidateState[j] === CandidateState.forbidden) continue;
      let reduced = candidateCost[j];
      for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
        reduced -= this.#lambda[candidateRows[a]];
      }
      for (let n = linkStart[j]; n < linkStart[j + 1]; n++) {
        reduced -= linkStrength[n] * this.#lambda[firstUnit + linkUnit[n]];
      }
      if (reduced >= 0 && candidateState[j] !== CandidateState.forced) continue;
      bound += reduced;
      for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
        this.#slope[candidateRows[a]] -= 1;
      }
      for (let n = linkStart[j]; n < linkStart[j + 1]; n++) {
        this.#slope[firstUnit + linkUnit[n]] -= linkStrength[n];
      }
    }
    return bound;
  }

  #move(bound: number, target: number): void {
    const lambda = this.#lambda;
    const direction = this.#direction;
    const slope = this.#slope;
    let along = 0;
    let before = 0;
    for (let r = 0; r < lambda.length; r++) {
      along += slope[r] * direction[r];
      before += direction[r] * direction[r];
    }
    const deflection = along < 0 && before > 0 ? (-1.5 * along) / before : 0;
    let norm = 0;
    for (let r = 0; r < lambda.length; r++) {
      const d = slope[r] + deflection * direction[r];
      direction[r] = d;
      if (d > 0 || lambda[r] > 0) norm += d * d;
    }
    if (norm === 0) return;
    const length = (this.#agility * Math.max(target - bound, 1e-6 * Math.abs(bound))) / norm;
    for (let r = 0; r < lambda.length; r++) {
      lambda[r] = Math.max(0, lambda[r] + length * direction[r]);
    }
  }
}

/**
 * Units with links carry their share of the cheapest candidate that moves them, other units' rows
 * theirs: no reduced cost begins below 0.
 */
function startingMultipliers(model: TargetModel, links: UnitLinks): Float64Array {
  const { candidateStart, candidateRows, rowCount, rowUnit, rowWeight } = model;
  const { linkStart, linkUnit, linkStrength, unitStrength } = links;
  const lambda = new Float64Array(rowCount + model.unitCount).fill(Infinity);
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forbidden) continue;
    let sharers = 0;
    let weight = 0;
    for (let n = linkStart[j]; n < linkStart[j + 1]; n++) {
      sharers += linkStrength[n] / unitStrength[linkUnit[n]];
    }
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
      const r = candidateRows[a];
      if (unitStrength[rowUnit[r]] === 0) weight += rowWeight[r];
    }
    const cost = sharers > 0 && weight > 0 ? model.candidateCost[j] / 2 : model.candidateCost[j];
    for (let n = linkStart[j]; n < linkStart[j + 1]; n++) {
      const u = linkUnit[n];
      const share = cost / sharers / unitStrength[u];
      lambda[rowCount + u] = Math.min(lambda[rowCount + u], share);
    }
    for (let a = candidateStart[j]; a < candidateStart[j + 1]; a++) {
      const r = candidateRows[a];
      if (unitStrength[rowUnit[r]] > 0) continue;
      lambda[r] = Math.min(lambda[r], (cost * rowWeight[r]) / weight);
    }
  }
  return lambda.map((value) => (Number.isFinite(value) ? value : 0));
}

/** Insertion sort by lambda per weight: the order hardly changes from step to step. */
function sortByRatio(rows: Uint32Array, lambda: Float64Array, weight: Float64Array): void {
  for (let n = 1; n < rows.length; n++) {
    const r = rows[n];
    let m = n - 1;
    while (m >= 0 && lambda[rows[m]] * weight[r] > lambda[r] * weight[rows[m]]) {
      rows[m + 1] = rows[m];
      m--;
    }
    rows[m + 1] = r;
  }
}
