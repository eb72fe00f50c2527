/**
 * The smallest walk for all (p-median): every row walks to its nearest open candidate, or stays with
 * what it has (an existing facility, or the distance at which nobody walks any more). Distances and
 * weights are whole numbers.
 */
export interface MedianModel {
  readonly candidateCount: number;
  readonly rowCount: number;
  readonly rowWeight: Float64Array;
  /** Distance of each row when no candidate is nearer. */
  readonly rowStay: Float64Array;
  /** Candidates nearer than that: pairs rowStart[r] … rowStart[r + 1] - 1, by distance, then number. */
  readonly rowStart: Uint32Array;
  readonly pairCandidate: Uint32Array;
  readonly pairDistance: Float64Array;
  /** One of CandidateState. */
  readonly candidateState: Uint8Array;
}

export interface MedianTerms {
  readonly rowWeight: ArrayLike<number>;
  readonly rowStay: ArrayLike<number>;
  readonly candidateState: Uint8Array;
}

/** @param pairsOf calls back with a row's candidates and their distances, in any order */
export function medianModel(
  terms: MedianTerms,
  pairsOf: (row: number) => readonly (readonly [candidate: number, distance: number])[],
): MedianModel {
  const rowCount = terms.rowWeight.length;
  const rowStart = new Uint32Array(rowCount + 1);
  const candidates: number[] = [];
  const distances: number[] = [];
  for (let r = 0; r < rowCount; r++) {
    const pairs = pairsOf(r).filter(([, distance]) => distance < terms.rowStay[r]);
    pairs.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    for (const [candidate, distance] of pairs) {
      candidates.push(candidate);
      distances.push(distance);
    }
    rowStart[r + 1] = candidates.length;
  }
  return {
    candidateCount: terms.candidateState.length,
    rowCount,
    rowWeight: Float64Array.from(terms.rowWeight),
    rowStay: Float64Array.from(terms.rowStay),
    rowStart,
    pairCandidate: Uint32Array.from(candidates),
    pairDistance: Float64Array.from(distances),
    candidateState: terms.candidateState,
  };
}

/** Σ weight · distance of a choice, counted from the pairs alone. */
export function totalWalk(model: MedianModel, chosen: ArrayLike<number>): number {
  const isOpen = new Uint8Array(model.candidateCount);
  for (let i = 0; i < chosen.length; i++) isOpen[chosen[i]] = 1;
  let total = 0;
  for (let r = 0; r < model.rowCount; r++) {
    let distance = model.rowStay[r];
    for (let a = model.rowStart[r]; a < model.rowStart[r + 1]; a++) {
      if (isOpen[model.pairCandidate[a]] === 1) {
        distance = model.pairDistance[a];
        break;
      }
    }
    total += model.rowWeight[r] * distance;
  }
  return total;
}
