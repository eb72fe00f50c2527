/** Which units lie in one, itself among them: 1 or 0 by unit index. */
import type { Unit } from '../../../state/types';

export function unitsWithin(units: readonly Unit[], unitIndex: number): Uint8Array {
  const inside = new Uint8Array(units.length);
  if (unitIndex < 0) return inside.fill(1);
  for (const { index } of units) {
    for (let up = index; up >= 0; up = units[up].parentIndex) {
      if (up !== unitIndex) continue;
      inside[index] = 1;
      break;
    }
  }
  return inside;
}
