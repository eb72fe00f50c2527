/** The verifier's own program of what a target's fixings leave open: one row at a time, unmerged. */
import type { IntegerProgram } from '../model/solver';
import type { States, TargetGround, Unit } from './target-ground';

export function restProgram(
  groups: readonly number[],
  units: readonly Unit[],
  ground: TargetGround,
  open: readonly number[],
  states: States,
): IntegerProgram {
  const columnOf = new Map(open.map((j, c) => [j, c]));
  const objective = open.map((j) => ground.cost[j]);
  const isInteger = open.map(() => 1);
  const columns: number[] = [];
  const values: number[] = [];
  const rowStart = [0];
  const rowLower: number[] = [];
  const column = (integer: boolean): number => {
    isInteger.push(integer ? 1 : 0);
    return objective.push(0) - 1;
  };
  const term = (c: number, value: number): void => {
    columns.push(c);
    values.push(value);
  };
  const close = (lower: number): void => {
    rowLower.push(lower);
    rowStart.push(columns.length);
  };

  const unitColumns = units.map((unit) => {
    const unitColumn = column(true);
    const filled: [number, number][] = [];
    let certain = 0;
    for (const r of unit.rows) {
      const { candidates, weight } = ground.rows[r];
      if (candidates.some((j) => states[j] === 'in')) {
        certain += weight;
        continue;
      }
      const those = candidates.flatMap((j) => columnOf.get(j) ?? []);
      if (those.length === 0) continue;
      // The row counts only if one of its candidates is taken.
      const rowColumn = column(false);
      term(rowColumn, -1);
      for (const c of those) term(c, 1);
      close(0);
      filled.push([rowColumn, weight]);
    }
    // The unit counts only if its rows fill its need.
    for (const [c, weight] of filled) term(c, Math.min(weight, unit.need));
    term(unitColumn, -unit.need);
    close(-certain);
    return unitColumn;
  });
  for (const g of groups) {
    units.forEach((unit, n) => {
      if (unit.group === g) term(unitColumns[n], unit.worth);
    });
    close(ground.need[g]);
  }
  return {
    columnCount: objective.length,
    rowCount: rowLower.length,
    objective: Float64Array.from(objective),
    columnLower: new Float64Array(objective.length),
    columnUpper: new Float64Array(objective.length).fill(1),
    isInteger: Uint8Array.from(isInteger),
    rowLower: Float64Array.from(rowLower),
    rowUpper: new Float64Array(rowLower.length).fill(Infinity),
    rowStart: Int32Array.from(rowStart),
    rowColumns: Int32Array.from(columns),
    rowValues: Float64Array.from(values),
  };
}
