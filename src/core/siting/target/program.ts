/**
 * What fixing leaves of a target, as an integer program: which open candidates to take so that every
 * group gets its units. Rows that the same open candidates reach become one within their unit; a
 * unit that a single row fills needs no row of its own.
 */
import { ProgramBuilder, type IntegerProgram } from '../model/solver';
import { CandidateState } from '../model/cover-model';
import { rowsOfUnits, type TargetModel } from './target-model';
import type { UnitLinks } from './unit-links';

export interface TargetProgram {
  readonly program: IntegerProgram;
  readonly columnCandidate: readonly number[];
  /** Cost of the forced candidates. */
  readonly fixedCost: number;
  /** What each row of the program says: that these rows need a candidate, or this unit strength. */
  readonly meaning: readonly RowMeaning[];
}

export type RowMeaning = { readonly rows: readonly number[] } | { readonly unit: number } | null;

interface MergedRow {
  readonly columns: number[];
  readonly members: number[];
  weight: number;
}

interface OpenUnit {
  readonly unit: number;
  readonly need: number;
  readonly rows: readonly MergedRow[];
}

export function targetProgram(
  model: TargetModel,
  links: UnitLinks,
  start: readonly number[] | null,
): TargetProgram {
  const columnCandidate: number[] = [];
  const column = new Int32Array(model.candidateCount).fill(-1);
  let fixedCost = 0;
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.candidateState[j] === CandidateState.forced) fixedCost += model.candidateCost[j];
    if (model.candidateState[j] !== CandidateState.free) continue;
    column[j] = columnCandidate.length;
    columnCandidate.push(j);
  }
  const builder = new ProgramBuilder();
  const meaning: RowMeaning[] = [];
  const values: number[] = [];
  const wanted = new Set(start ?? []);
  for (const j of columnCandidate) {
    builder.addColumn(model.candidateCost[j], true);
    values.push(wanted.has(j) ? 1 : 0);
  }
  const groupNeed = model.groupNeed.slice();
  const groupColumns: [number, number][][] = Array.from(groupNeed, () => []);
  const unitRowStart = rowsOfUnits(model);
  const unitColumn = new Int32Array(model.unitCount).fill(-1);
  for (let u = 0; u < model.unitCount; u++) {
    const g = model.unitGroup[u];
    const open = openUnit(model, u, unitRowStart, column);
    if (open === 'reached') groupNeed[g] -= model.unitWorth[u];
    else if (open !== null) {
      unitColumn[u] = addUnit(builder, open, values, meaning);
      groupColumns[g].push([unitColumn[u], model.unitWorth[u]]);
    }
  }
  addStrengths(model, links, builder, column, unitColumn, meaning);
  for (let g = 0; g < groupNeed.length; g++) {
    for (const [reached, worth] of groupColumns[g]) builder.addTerm(reached, worth);
    builder.closeRow(groupNeed[g], Infinity);
    meaning.push(null);
  }
  const startValues = start === null ? undefined : Float64Array.from(values);
  return { program: builder.build(startValues), columnCandidate, fixedCost, meaning };
}

/** For each open unit: strength · reached ≤ Σ strength of its candidates (unit-links.ts). */
function addStrengths(
  model: TargetModel,
  { linkStart, linkUnit, linkStrength, unitStrength }: UnitLinks,
  builder: ProgramBuilder,
  column: Int32Array,
  unitColumn: Int32Array,
  meaning: RowMeaning[],
): void {
  const terms: [number, number][][] = Array.from(unitStrength, () => []);
  const forced = new Float64Array(model.unitCount);
  for (let j = 0; j < model.candidateCount; j++) {
    for (let n = linkStart[j]; n < linkStart[j + 1]; n++) {
      if (model.candidateState[j] === CandidateState.forced) forced[linkUnit[n]] += linkStrength[n];
      else if (column[j] >= 0) terms[linkUnit[n]].push([column[j], linkStrength[n]]);
    }
  }
  for (let u = 0; u < model.unitCount; u++) {
    if (unitColumn[u] < 0 || unitStrength[u] === 0) continue;
    for (const [c, strength] of terms[u]) builder.addTerm(c, strength);
    builder.addTerm(unitColumn[u], -unitStrength[u]);
    builder.closeRow(-forced[u], Infinity);
    meaning.push({ unit: u });
  }
}

/** What forced candidates leave of a unit: reached, out of reach (null) or still open. */
function openUnit(
  model: TargetModel,
  unit: number,
  unitRowStart: Uint32Array,
  column: Int32Array,
): OpenUnit | 'reached' | null {
  let need = model.unitNeed[unit];
  const merged = new Map<string, MergedRow>();
  for (let r = unitRowStart[unit]; r < unitRowStart[unit + 1]; r++) {
    const columns: number[] = [];
    let isForced = false;
    for (let b = model.rowStart[r]; b < model.rowStart[r + 1]; b++) {
      const j = model.rowCandidates[b];
      if (model.candidateState[j] === CandidateState.forced) isForced = true;
      else if (column[j] >= 0) columns.push(column[j]);
    }
    if (isForced) need -= model.rowWeight[r];
    else if (columns.length > 0) {
      const known = merged.get(columns.join());
      if (known) {
        known.weight += model.rowWeight[r];
        known.members.push(r);
      } else merged.set(columns.join(), { columns, members: [r], weight: model.rowWeight[r] });
    }
  }
  if (need <= 0) return 'reached';
  const rows = [...merged.values()];
  const most = rows.reduce((sum, row) => sum + row.weight, 0);
  return most < need ? null : { unit, need, rows };
}

/** Adds a unit's column and rows; appends their values in the starting choice. */
function addUnit(
  builder: ProgramBuilder,
  open: OpenUnit,
  values: number[],
  meaning: RowMeaning[],
): number {
  const isFilled = (columns: readonly number[]) => columns.some((c) => values[c] === 1);
  if (open.rows.length === 1) {
    const unitColumn = builder.addColumn(0, false);
    values.push(isFilled(open.rows[0].columns) ? 1 : 0);
    builder.addTerm(unitColumn, -1);
    for (const c of open.rows[0].columns) builder.addTerm(c, 1);
    builder.closeRow(0, Infinity);
    meaning.push({ rows: open.rows[0].members });
    return unitColumn;
  }
  const unitColumn = builder.addColumn(0, true);
  const reached = open.rows.reduce((sum, row) => sum + (isFilled(row.columns) ? row.weight : 0), 0);
  values.push(reached >= open.need ? 1 : 0);
  const rowColumns: number[] = [];
  for (const row of open.rows) {
    const rowColumn = builder.addColumn(0, false);
    values.push(isFilled(row.columns) ? 1 : 0);
    rowColumns.push(rowColumn);
    builder.addTerm(rowColumn, -1);
    for (const c of row.columns) builder.addTerm(c, 1);
    builder.closeRow(0, Infinity);
    meaning.push({ rows: row.members });
  }
  open.rows.forEach((row, n) => builder.addTerm(rowColumns[n], Math.min(row.weight, open.need)));
  builder.addTerm(unitColumn, -open.need);
  builder.closeRow(0, Infinity);
  meaning.push(null);
  return unitColumn;
}

/** The program's row prices as multipliers of rows and units: a start for the subgradient. */
export function multipliersFromPrices(
  model: TargetModel,
  { meaning }: TargetProgram,
  prices: Float64Array,
): Float64Array {
  const multipliers = new Float64Array(model.rowCount + model.unitCount);
  meaning.forEach((means, n) => {
    const price = Math.max(0, prices[n]);
    if (means === null) return;
    if ('unit' in means) multipliers[model.rowCount + means.unit] = price;
    else {
      const weight = means.rows.reduce((sum, r) => sum + model.rowWeight[r], 0);
      for (const r of means.rows) multipliers[r] = (price * model.rowWeight[r]) / weight;
    }
  });
  return multipliers;
}
