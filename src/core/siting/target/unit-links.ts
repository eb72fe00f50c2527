/**
 * How strongly each candidate alone moves a unit: a candidate that fills the unit's need alone
 * counts `unitStrength` (m), any other counts 1, where m is the fewest of those others that could
 * fill it together. So m · reached ≤ Σ strength of open candidates holds for every choice, and is
 * far tighter than parts of weight when a unit needs only half of its people.
 *
 * Units with a single row have no links: their row says it all.
 */
import { CandidateState } from '../model/cover-model';
import { rowsOfUnits, type TargetModel } from './target-model';

export interface UnitLinks {
  /** Links of candidate j: linkStart[j] … linkStart[j + 1] - 1. */
  readonly linkStart: Uint32Array;
  readonly linkUnit: Uint32Array;
  readonly linkStrength: Float64Array;
  /** m of each unit; 0 for units without links. */
  readonly unitStrength: Float64Array;
}

export function unitLinks(model: TargetModel): UnitLinks {
  const { candidateCount, candidateStart, candidateRows, rowUnit, rowWeight, unitNeed } = model;
  const unitRowStart = rowsOfUnits(model);
  const linkStart = new Uint32Array(candidateCount + 1);
  const linkUnit: number[] = [];
  const weight: number[] = [];
  for (let j = 0; j < candidateCount; j++) {
    let a = candidateStart[j];
    const end = model.candidateState[j] === CandidateState.forbidden ? a : candidateStart[j + 1];
    while (a < end) {
      const u = rowUnit[candidateRows[a]];
      let sum = 0;
      for (; a < end && rowUnit[candidateRows[a]] === u; a++) sum += rowWeight[candidateRows[a]];
      if (unitRowStart[u + 1] - unitRowStart[u] < 2) continue;
      linkUnit.push(u);
      weight.push(sum);
    }
    linkStart[j + 1] = linkUnit.length;
  }
  const partial: number[][] = Array.from(unitNeed, () => []);
  const hasLinks = new Uint8Array(model.unitCount);
  linkUnit.forEach((u, n) => {
    hasLinks[u] = 1;
    if (weight[n] < unitNeed[u]) partial[u].push(weight[n]);
  });
  const unitStrength = new Float64Array(model.unitCount);
  for (let u = 0; u < model.unitCount; u++) {
    if (hasLinks[u] === 1) unitStrength[u] = fewestPartial(partial[u], unitNeed[u]);
  }
  const linkStrength = Float64Array.from(linkUnit, (u, n) =>
    weight[n] >= unitNeed[u] ? unitStrength[u] : 1,
  );
  return { linkStart, linkUnit: Uint32Array.from(linkUnit), linkStrength, unitStrength };
}

/** The fewest of the weights whose sum fills the need; one more than all where none do. */
function fewestPartial(weights: number[], need: number): number {
  weights.sort((a, b) => b - a);
  let sum = 0;
  for (let n = 0; n < weights.length; n++) {
    sum += weights[n];
    if (sum >= need) return n + 1;
  }
  return weights.length + 1;
}
