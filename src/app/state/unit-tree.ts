/** The tree of units, made once when a city is opened. */
import type { Unit } from './types';

export interface UnitTree {
  readonly children: ReadonlyMap<number, readonly Unit[]>;
  readonly byCode: ReadonlyMap<string, Unit>;
}

/** Children by parent index (-1 for the roots), in the order of the data. */
export function unitTree(units: readonly Unit[]): UnitTree {
  const children = new Map<number, Unit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parentIndex);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentIndex, [unit]);
  }
  return { children, byCode: new Map(units.map((unit) => [unit.code, unit])) };
}
