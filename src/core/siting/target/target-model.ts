/**
 * Fewest or cheapest sites that reach a target, in one shape for every target: rows belong to units
 * (a village; or a row of its own where people count), a unit is reached when enough of its weight
 * is, and every group (a county, the city) asks for enough reached units.
 *
 *   60 % of the villages of each county, a village reached when half of its 60+ are:
 *     unit = village, unitNeed = half of its 60+, unitWorth = 1, group = county;
 *   a centre in each central town: unit = town with one row of weight 1 that its candidates "reach";
 *   60 % of people aged 60+: unit = row, unitNeed = unitWorth = its people, one group.
 *
 * What existing facilities reach is taken off the needs beforehand: units and groups that need
 * nothing more do not appear.
 */
import type { CoverModel } from '../model/cover-model';

export interface TargetModel extends CoverModel {
  /** Unit of each row; rows stand in order of their units. */
  readonly rowUnit: Uint32Array;
  readonly unitCount: number;
  /** Weight still missing in each unit, at least 1. */
  readonly unitNeed: Float64Array;
  /** What a reached unit counts towards its group, a whole number of at least 1. */
  readonly unitWorth: Float64Array;
  readonly unitGroup: Uint32Array;
  readonly groupCount: number;
  /** Worth still missing in each group, at least 1. */
  readonly groupNeed: Float64Array;
}

/** Rows of each unit: unitRowStart[u] … unitRowStart[u + 1] - 1. */
export function rowsOfUnits(model: TargetModel): Uint32Array {
  const start = new Uint32Array(model.unitCount + 1);
  for (let r = 0; r < model.rowCount; r++) start[model.rowUnit[r] + 1]++;
  for (let u = 0; u < model.unitCount; u++) start[u + 1] += start[u];
  return start;
}

/** Units that a choice reaches, and what is still missing in each group (0 or less: nothing). */
export function targetReached(
  model: TargetModel,
  chosen: ArrayLike<number>,
): { unitReached: Uint8Array; groupMissing: Float64Array } {
  const rowReached = new Uint8Array(model.rowCount);
  for (let i = 0; i < chosen.length; i++) {
    const j = chosen[i];
    for (let a = model.candidateStart[j]; a < model.candidateStart[j + 1]; a++) {
      rowReached[model.candidateRows[a]] = 1;
    }
  }
  const unitWeight = new Float64Array(model.unitCount);
  for (let r = 0; r < model.rowCount; r++) {
    if (rowReached[r] === 1) unitWeight[model.rowUnit[r]] += model.rowWeight[r];
  }
  const unitReached = new Uint8Array(model.unitCount);
  const groupMissing = model.groupNeed.slice();
  for (let u = 0; u < model.unitCount; u++) {
    if (unitWeight[u] < model.unitNeed[u]) continue;
    unitReached[u] = 1;
    groupMissing[model.unitGroup[u]] -= model.unitWorth[u];
  }
  return { unitReached, groupMissing };
}
