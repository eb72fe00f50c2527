/** Small random sitings, and the streets' side of each: who is reached from where. */
import { coverModel, type CoverModel } from '../../../src/core/siting/model/cover-model';
import { mergeDemand } from '../../../src/core/siting/model/merge';
import { seededRandom, type SeededRandom } from '../../../src/core/siting/model/seeded-random';
import type { RecountedDemand } from '../../../src/core/siting/verify/recount';

export interface Instance {
  readonly random: SeededRandom;
  readonly model: CoverModel;
  readonly demand: RecountedDemand;
  readonly rowGroup: Uint32Array;
}

export interface InstanceTerms {
  readonly candidates: number;
  readonly points: number;
  /** Chance that a candidate reaches a point. */
  readonly density: number;
  /** Points and candidates lie on a plane and reach is a radius, as on streets. */
  readonly onPlane?: boolean;
  readonly groups?: number;
  readonly costs?: boolean;
  readonly states?: boolean;
  readonly weightMost?: number;
  /** Every point is a group of its own. */
  readonly ownGroups?: boolean;
}

export function instance(seed: number, terms: InstanceTerms): Instance {
  const random = seededRandom(seed);
  const weight = Float64Array.from({ length: terms.points }, () =>
    terms.weightMost === 1 ? 1 : random.below((terms.weightMost ?? 9) + 1),
  );
  const reached: number[][] = [];
  const x = Float64Array.from(weight, () => random.next());
  const y = Float64Array.from(weight, () => random.next());
  // On the plane a group is a column of land, so that what is near is mostly together.
  const groups = terms.ownGroups ? terms.points : (terms.groups ?? 1);
  const group = Uint32Array.from(weight, (_, p) =>
    terms.ownGroups ? p : terms.onPlane ? Math.floor(x[p] * groups) : random.below(groups),
  );
  for (let j = 0; j < terms.candidates; j++) {
    reached.push([]);
    const [atX, atY] = [random.next(), random.next()];
    for (let p = 0; p < terms.points; p++) {
      const isNear = (x[p] - atX) ** 2 + (y[p] - atY) ** 2 < terms.density / Math.PI;
      if (terms.onPlane ? isNear : random.next() < terms.density) reached[j].push(p);
    }
  }
  const settledWeight = random.below(5);
  const merged = mergeDemand(weight, group, groups, terms.candidates, (j) => reached[j]);
  const model = coverModel(merged, {
    candidateCost: Float64Array.from({ length: terms.candidates }, () =>
      terms.costs ? random.below(8) : 1,
    ),
    candidateState: Uint8Array.from({ length: terms.candidates }, () =>
      terms.states && random.next() < 0.25 ? 1 + random.below(2) : 0,
    ),
    settledWeight,
    totalWeight: settledWeight + weight.reduce((sum, w) => sum + w, 0),
  });
  return {
    random,
    model,
    demand: { weight, group, reached, settledWeight },
    rowGroup: merged.rowGroup,
  };
}

/** Calls back with every set of candidates that takes all forced and no forbidden ones. */
export function everyChoice(model: CoverModel, visit: (chosen: number[]) => void): void {
  const n = model.candidateCount;
  for (let mask = 0; mask < 1 << n; mask++) {
    const chosen: number[] = [];
    let isAllowed = true;
    for (let j = 0; j < n && isAllowed; j++) {
      const isIn = ((mask >> j) & 1) === 1;
      if (isIn) chosen.push(j);
      if (model.candidateState[j] === (isIn ? 2 : 1)) isAllowed = false;
    }
    if (isAllowed) visit(chosen);
  }
}
