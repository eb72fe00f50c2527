/**
 * Splits a target into parts that share no candidate: counties mostly are, and two small problems
 * are far easier than one. Forced candidates that reach nothing here belong to no part.
 */
import { coverModel } from '../model/cover-model';
import { rowsOfUnits, type TargetModel } from './target-model';

export interface TargetPart {
  readonly model: TargetModel;
  /** Candidates and groups of the part, ascending, by their numbers in the whole. */
  readonly candidates: readonly number[];
  readonly groups: readonly number[];
}

export function splitTarget(model: TargetModel): TargetPart[] {
  const root = Int32Array.from({ length: model.groupCount }, (_, g) => g);
  const find = (g: number): number => {
    while (root[g] !== g) {
      root[g] = root[root[g]];
      g = root[g];
    }
    return g;
  };
  const groupOf = (r: number) => model.unitGroup[model.rowUnit[r]];
  for (let j = 0; j < model.candidateCount; j++) {
    for (let a = model.candidateStart[j] + 1; a < model.candidateStart[j + 1]; a++) {
      const one = find(groupOf(model.candidateRows[a - 1]));
      const other = find(groupOf(model.candidateRows[a]));
      root[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const members = new Map<number, number[]>();
  for (let g = 0; g < model.groupCount; g++) {
    const list = members.get(find(g));
    if (list) list.push(g);
    else members.set(find(g), [g]);
  }
  return [...members.values()].map((groups) => partOf(model, groups));
}

function partOf(model: TargetModel, groups: readonly number[]): TargetPart {
  const groupNumber = new Map(groups.map((g, n) => [g, n]));
  const start = rowsOfUnits(model);
  const units: number[] = [];
  for (let u = 0; u < model.unitCount; u++) if (groupNumber.has(model.unitGroup[u])) units.push(u);
  const rows: number[] = [];
  const rowUnit: number[] = [];
  units.forEach((u, n) => {
    for (let r = start[u]; r < start[u + 1]; r++) {
      rows.push(r);
      rowUnit.push(n);
    }
  });
  const isHere = new Uint8Array(model.candidateCount);
  for (const r of rows) {
    for (let b = model.rowStart[r]; b < model.rowStart[r + 1]; b++)
      isHere[model.rowCandidates[b]] = 1;
  }
  const candidates: number[] = [];
  const number = new Int32Array(model.candidateCount).fill(-1);
  for (let j = 0; j < model.candidateCount; j++) {
    if (isHere[j] === 0) continue;
    number[j] = candidates.length;
    candidates.push(j);
  }
  const rowStart = new Uint32Array(rows.length + 1);
  const rowCandidates: number[] = [];
  rows.forEach((r, n) => {
    for (let b = model.rowStart[r]; b < model.rowStart[r + 1]; b++) {
      rowCandidates.push(number[model.rowCandidates[b]]);
    }
    rowStart[n + 1] = rowCandidates.length;
  });
  const cover = coverModel(
    {
      rowWeight: Float64Array.from(rows, (r) => model.rowWeight[r]),
      rowStart,
      rowCandidates: Uint32Array.from(rowCandidates),
    },
    {
      candidateCost: Float64Array.from(candidates, (j) => model.candidateCost[j]),
      candidateState: Uint8Array.from(candidates, (j) => model.candidateState[j]),
      settledWeight: 0,
      totalWeight: model.totalWeight,
    },
  );
  return {
    candidates,
    groups,
    model: {
      ...cover,
      rowUnit: Uint32Array.from(rowUnit),
      unitCount: units.length,
      unitNeed: Float64Array.from(units, (u) => model.unitNeed[u]),
      unitWorth: Float64Array.from(units, (u) => model.unitWorth[u]),
      unitGroup: Uint32Array.from(units, (u) => groupNumber.get(model.unitGroup[u]) ?? 0),
      groupCount: groups.length,
      groupNeed: Float64Array.from(groups, (g) => model.groupNeed[g]),
    },
  };
}
