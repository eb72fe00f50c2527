/**
 * What fixing leaves open, as an integer program for the exact solver: which of the open candidates
 * to take. Rows that the same open candidates reach become one; a row with one candidate left is
 * that candidate's own gain and needs no column.
 */
import type { CoverModel } from '../model/cover-model';
import { ProgramBuilder, type IntegerProgram } from '../model/solver';

export interface RemainingProgram {
  readonly program: IntegerProgram;
  /** Candidate of each of the first columns. */
  readonly columnCandidate: readonly number[];
  /** Weight covered by the candidates taken for certain; minus the objective comes on top. */
  readonly fixedWeight: number;
}

/**
 * @param taken 1 for candidates that are open for certain
 * @param open 1 for candidates still to be decided
 * @param start a choice to start from, or null
 */
export function remainingProgram(
  model: CoverModel,
  budget: number,
  taken: Uint8Array,
  open: Uint8Array,
  start: readonly number[] | null,
): RemainingProgram {
  const { rowStart, rowCandidates, rowWeight, candidateCost } = model;
  let spent = 0;
  const columnCandidate: number[] = [];
  const column = new Int32Array(model.candidateCount).fill(-1);
  for (let j = 0; j < model.candidateCount; j++) {
    if (taken[j] === 1) spent += candidateCost[j];
    else if (open[j] === 1) {
      column[j] = columnCandidate.length;
      columnCandidate.push(j);
    }
  }

  let fixedWeight = 0;
  const ownGain = new Float64Array(columnCandidate.length);
  const merged = new Map<string, { columns: number[]; weight: number }>();
  for (let r = 0; r < model.rowCount; r++) {
    const columns: number[] = [];
    let isTaken = false;
    for (let b = rowStart[r]; b < rowStart[r + 1]; b++) {
      if (taken[rowCandidates[b]] === 1) isTaken = true;
      else if (column[rowCandidates[b]] >= 0) columns.push(column[rowCandidates[b]]);
    }
    if (isTaken) fixedWeight += rowWeight[r];
    else if (columns.length === 1) ownGain[columns[0]] += rowWeight[r];
    else if (columns.length > 1) {
      const key = columns.join();
      const known = merged.get(key);
      if (known) known.weight += rowWeight[r];
      else merged.set(key, { columns, weight: rowWeight[r] });
    }
  }

  const builder = new ProgramBuilder();
  for (let c = 0; c < columnCandidate.length; c++) builder.addColumn(-ownGain[c], true);
  for (let c = 0; c < columnCandidate.length; c++) {
    if (candidateCost[columnCandidate[c]] > 0)
      builder.addTerm(c, candidateCost[columnCandidate[c]]);
  }
  builder.closeRow(-Infinity, budget - spent);
  const rows = [...merged.values()];
  for (const row of rows) {
    const covered = builder.addColumn(-row.weight, false);
    builder.addTerm(covered, -1);
    for (const c of row.columns) builder.addTerm(c, 1);
    builder.closeRow(0, Infinity);
  }
  const values = start === null ? undefined : startValues(columnCandidate, rows, start);
  return { program: builder.build(values), columnCandidate, fixedWeight };
}

function startValues(
  columnCandidate: readonly number[],
  rows: readonly { columns: number[] }[],
  start: readonly number[],
): Float64Array {
  const values = new Float64Array(columnCandidate.length + rows.length);
  const wanted = new Set(start);
  for (let c = 0; c < columnCandidate.length; c++) {
    values[c] = wanted.has(columnCandidate[c]) ? 1 : 0;
  }
  for (let n = 0; n < rows.length; n++) {
    const isCovered = rows[n].columns.some((c) => values[c] === 1);
    values[columnCandidate.length + n] = isCovered ? 1 : 0;
  }
  return values;
}

/** Candidates that a solution of the program takes, besides those taken for certain. */
export function takenIn(remaining: RemainingProgram, values: Float64Array): number[] {
  return remaining.columnCandidate.filter((_, c) => values[c] > 0.5);
}
