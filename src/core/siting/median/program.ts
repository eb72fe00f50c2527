/**
 * What fixing leaves of a p-median, by radii (Cornuejols, Nemhauser and Wolsey 1980): for each row
 * and each distance of an open candidate, is one open within it? Rows and radii with the same
 * candidates become one, so few open candidates make a small program.
 */
import { CandidateState } from '../model/cover-model';
import { ProgramBuilder, type IntegerProgram } from '../model/solver';
import type { MedianModel } from './median-model';

export interface MedianProgram {
  readonly program: IntegerProgram;
  readonly columnCandidate: readonly number[];
  /** Walk when nobody gains; the objective (at most 0) comes on top. */
  readonly fixedWalk: number;
}

export function medianProgram(model: MedianModel, sites: number): MedianProgram {
  const columnCandidate: number[] = [];
  const column = new Int32Array(model.candidateCount).fill(-1);
  let forced = 0;
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forced) forced++;
    if (model.candidateState[j] !== CandidateState.free) continue;
    column[j] = columnCandidate.length;
    columnCandidate.push(j);
  }
  let fixedWalk = 0;
  const radii = new Map<string, { columns: number[]; saving: number }>();
  for (let r = 0; r < model.rowCount; r++) {
    const columns: number[] = [];
    let radius = -1;
    const save = (distance: number): void => {
      if (columns.length === 0 || distance === radius) return;
      const saving = model.rowWeight[r] * (distance - radius);
      const sorted = [...columns].sort((a, b) => a - b);
      const known = radii.get(sorted.join());
      if (known) known.saving += saving;
      else radii.set(sorted.join(), { columns: sorted, saving });
    };
    let walk = model.rowStay[r];
    for (let a = model.rowStart[r]; a < model.rowStart[r + 1]; a++) {
      const j = model.pairCandidate[a];
      if (model.candidateState[j] === CandidateState.forced) {
        walk = model.pairDistance[a];
        break;
      }
      if (column[j] < 0) continue;
      save(model.pairDistance[a]);
      radius = model.pairDistance[a];
      columns.push(column[j]);
    }
    save(walk);
    fixedWalk += model.rowWeight[r] * walk;
  }
  const builder = new ProgramBuilder();
  const kept = [...radii.values()].filter(({ saving }) => saving > 0);
  for (let c = 0; c < columnCandidate.length; c++) builder.addColumn(0, true);
  for (let c = 0; c < columnCandidate.length; c++) builder.addTerm(c, 1);
  builder.closeRow(-Infinity, sites - forced);
  for (const { columns, saving } of kept) {
    const within = builder.addColumn(-saving, false);
    builder.addTerm(within, -1);
    for (const c of columns) builder.addTerm(c, 1);
    builder.closeRow(0, Infinity);
  }
  return { program: builder.build(), columnCandidate, fixedWalk };
}

/** Entries the program would have before rows merge: every radius lists all candidates within it. */
export function programEntries(model: MedianModel): number {
  let entries = 0;
  for (let r = 0; r < model.rowCount; r++) {
    let open = 0;
    for (let a = model.rowStart[r]; a < model.rowStart[r + 1]; a++) {
      const state = model.candidateState[model.pairCandidate[a]];
      if (state === CandidateState.forced) break;
      if (state === CandidateState.free) entries += ++open;
    }
  }
  return entries;
}
