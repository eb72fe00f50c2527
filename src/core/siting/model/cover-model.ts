/**
 * The siting problem as flat arrays: rows of demand against candidate places, in both directions.
 *
 * A row is all the people who can be reached from exactly the same candidates; people whom an
 * existing facility reaches stand in `settledWeight`, people whom no candidate reaches only in
 * `totalWeight`. Every quantity is a whole number, so that sums are exact and a bound can be
 * checked to the last unit.
 */
export interface CoverModel {
  readonly candidateCount: number;
  readonly rowCount: number;
  /** People (or another whole-number weight) in each row. */
  readonly rowWeight: Float64Array;
  /** Rows reached from candidate j: candidateRows[candidateStart[j] … candidateStart[j + 1] - 1], ascending. */
  readonly candidateStart: Uint32Array;
  readonly candidateRows: Uint32Array;
  /** Candidates that reach row r: rowCandidates[rowStart[r] … rowStart[r + 1] - 1], ascending. */
  readonly rowStart: Uint32Array;
  readonly rowCandidates: Uint32Array;
  /** Whole numbers, at least 0; all 1 where sites are counted. */
  readonly candidateCost: Float64Array;
  /** One of CandidateState. */
  readonly candidateState: Uint8Array;
  /** Weight that existing facilities reach already. */
  readonly settledWeight: number;
  /** All weight, reachable or not. */
  readonly totalWeight: number;
}

export const CandidateState = { free: 0, forced: 1, forbidden: 2 } as const;

/** Rows before they become a model: the candidates of each row, ascending. */
export interface CoverRows {
  readonly rowWeight: Float64Array;
  readonly rowStart: Uint32Array;
  readonly rowCandidates: Uint32Array;
}

export interface CandidateTerms {
  readonly candidateCost: Float64Array;
  readonly candidateState: Uint8Array;
  readonly settledWeight: number;
  readonly totalWeight: number;
}

/** Turns rows of candidates into candidates of rows. */
export function transposeRows(
  rows: CoverRows,
  candidateCount: number,
): { candidateStart: Uint32Array; candidateRows: Uint32Array } {
  const { rowStart, rowCandidates } = rows;
  const candidateStart = new Uint32Array(candidateCount + 1);
  for (let a = 0; a < rowCandidates.length; a++) candidateStart[rowCandidates[a] + 1]++;
  for (let j = 0; j < candidateCount; j++) candidateStart[j + 1] += candidateStart[j];
  const next = candidateStart.slice();
  const candidateRows = new Uint32Array(rowCandidates.length);
  for (let r = 0; r + 1 < rowStart.length; r++) {
    for (let a = rowStart[r]; a < rowStart[r + 1]; a++) candidateRows[next[rowCandidates[a]]++] = r;
  }
  return { candidateStart, candidateRows };
}

export function coverModel(rows: CoverRows, terms: CandidateTerms): CoverModel {
  const candidateCount = terms.candidateCost.length;
  return {
    candidateCount,
    rowCount: rows.rowWeight.length,
    ...rows,
    ...transposeRows(rows, candidateCount),
    ...terms,
  };
}

/** Weight reached by a choice of candidates, counted from the rows alone (settled weight included). */
export function weightReached(model: CoverModel, chosen: ArrayLike<number>): number {
  const reached = new Uint8Array(model.rowCount);
  let weight = model.settledWeight;
  for (let i = 0; i < chosen.length; i++) {
    const j = chosen[i];
    for (let a = model.candidateStart[j]; a < model.candidateStart[j + 1]; a++) {
      const r = model.candidateRows[a];
      if (reached[r] === 0) {
        reached[r] = 1;
        weight += model.rowWeight[r];
      }
    }
  }
  return weight;
}

export function costOf(model: CoverModel, chosen: ArrayLike<number>): number {
  let cost = 0;
  for (let i = 0; i < chosen.length; i++) cost += model.candidateCost[chosen[i]];
  return cost;
}
