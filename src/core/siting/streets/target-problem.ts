/**
 * Targets of the policy as a TargetModel: a share of villages (each reached when half of its people
 * are), of towns that must have a centre of their own, or of people; everywhere or in each county.
 * What existing facilities reach is taken off first; a blank or an empty village stays in the
 * denominator and can not be reached.
 */
import { ok, problem, type Result } from '../../result';
import { CandidateState, coverModel, type CoverRows } from '../model/cover-model';
import { targetReached, type TargetModel } from '../target/target-model';
import { VILLAGE_SHARE_PERCENT, type SiteAsk } from './ask';
import { mergeReached, settledHouseholds, totalWeight } from './problems';
import type { SiteGround } from './site-ground';
import {
  ancestorAt,
  Groups,
  openGroups,
  shareOf,
  standOf,
  type TargetGroup,
} from './target-groups';
import { townsWithCentre } from './town-centres';

export type ReachAsk = Extract<SiteAsk, { kind: 'reach_share' }>;

export interface TargetProblem {
  readonly model: TargetModel;
  /** All groups, those that need nothing more included. */
  readonly groups: readonly TargetGroup[];
  /** For each group of the model, its place in `groups`. */
  readonly groupOf: readonly number[];
  /** For each unit of the model, its index in the units' table; empty for people. */
  readonly unitOf: readonly number[];
}

export function targetProblem(
  ground: SiteGround,
  ask: ReachAsk,
  costs: Float64Array,
): Result<TargetProblem> {
  if (ask.by !== null || ask.of !== 'people') {
    if (!ground.units.isGiven) return problem('siting_units_missing', { of: ask.of });
  }
  if (ask.of === 'people') return ok(peopleTarget(ground, ask, costs));
  if (ask.of === 'villages') return ok(villageTarget(ground, ask, costs));
  if (!ground.tables.candidates.columns.unit_code) {
    const { fileName: file } = ground.tables.candidates;
    return problem('column_missing', { file, column: 'unit_code' });
  }
  return ok(townTarget(ground, ask, costs));
}

/** What each group of a target reaches with a choice, in the order of `groups`. */
export function groupsReached(target: TargetProblem, chosen: readonly number[]): number[] {
  const reached = target.groups.map(({ settled }) => settled);
  const { groupMissing } = targetReached(target.model, chosen);
  target.groupOf.forEach((g, n) => (reached[g] = target.groups[g].needed - groupMissing[n]));
  return reached;
}

function peopleTarget(ground: SiteGround, ask: ReachAsk, costs: Float64Array): TargetProblem {
  const groups = new Groups(ground, ask.by);
  const group = Int32Array.from(ground.unit, (unit) => groups.of(unit));
  const settled = settledHouseholds(ground);
  const total = new Float64Array(groups.codes.length);
  const reached = new Float64Array(groups.codes.length);
  for (let row = 0; row < group.length; row++) {
    if (group[row] < 0) continue;
    total[group[row]] += ground.weight[row];
    if (settled[row] === 1) reached[group[row]] += ground.weight[row];
  }
  const stand = standOf(groups, total, reached, ask.percent);
  const open = openGroups(stand);
  const inModel = Uint32Array.from(group, (g) => (g < 0 ? 0 : Math.max(0, open.number[g])));
  const merged = mergeReached(
    ground,
    ground.weight,
    inModel,
    Math.max(1, open.groupOf.length),
    (row) => group[row] >= 0 && open.number[group[row]] >= 0,
  );
  const rowCount = merged.rowWeight.length;
  return {
    groups: stand,
    groupOf: open.groupOf,
    unitOf: [],
    model: {
      ...cover(ground, merged, costs),
      rowUnit: Uint32Array.from({ length: rowCount }, (_, r) => r),
      unitCount: rowCount,
      unitNeed: merged.rowWeight,
      unitWorth: merged.rowWeight,
      unitGroup: merged.rowGroup,
      groupCount: open.groupOf.length,
      groupNeed: open.need,
    },
  };
}

function villageTarget(ground: SiteGround, ask: ReachAsk, costs: Float64Array): TargetProblem {
  const { units } = ground;
  const isVillage = units.codes.map((_, unit) => units.kinds[unit] === 'villagers_committee');
  const weightIn = new Float64Array(units.codes.length);
  const settledIn = new Float64Array(units.codes.length);
  const settled = settledHouseholds(ground);
  for (let row = 0; row < ground.unit.length; row++) {
    const unit = ground.unit[row];
    if (unit < 0) continue;
    weightIn[unit] += ground.weight[row];
    if (settled[row] === 1) settledIn[unit] += ground.weight[row];
  }
  const need = weightIn.map((weight, unit) =>
    weight === 0 ? Infinity : shareOf(weight, VILLAGE_SHARE_PERCENT) - settledIn[unit],
  );
  return unitTarget(ground, ask, costs, {
    isAsked: isVillage,
    need,
    rows: (unitNumber, unitCount) =>
      mergeReached(
        ground,
        ground.weight,
        Uint32Array.from(ground.unit, (u) => (u < 0 ? 0 : Math.max(0, unitNumber[u]))),
        unitCount,
        (row) => ground.unit[row] >= 0 && unitNumber[ground.unit[row]] >= 0,
      ),
  });
}

/** Every subdistrict and central town; a candidate serves the town it stands in. */
function townTarget(ground: SiteGround, ask: ReachAsk, costs: Float64Array): TargetProblem {
  const { units, tables } = ground;
  const central = tables.units?.columns.is_central_town;
  const isAsked = units.codes.map(
    (_, unit) =>
      units.levels[unit] === 'town' &&
      (units.kinds[unit] === 'subdistrict' ||
        (central?.kind === 'boolean' && central.values[unit] === 1)),
  );
  const need = new Float64Array(units.codes.length).fill(1);
  for (const town of townsWithCentre(ground)) need[town] = 0;
  return unitTarget(ground, ask, costs, {
    isAsked,
    need,
    rows: (unitNumber, unitCount) => {
      const inTown: number[][] = Array.from({ length: unitCount }, () => []);
      ground.candidateUnit.forEach((unit, j) => {
        const town = ancestorAt(ground, unit, 'town');
        const isFree = ground.candidateState[j] !== CandidateState.forbidden;
        if (town >= 0 && unitNumber[town] >= 0 && isFree) inTown[unitNumber[town]].push(j);
      });
      const filled = [...inTown.keys()].filter((u) => inTown[u].length > 0);
      const rowStart = new Uint32Array(filled.length + 1);
      filled.forEach((u, r) => (rowStart[r + 1] = rowStart[r] + inTown[u].length));
      return {
        rowWeight: new Float64Array(filled.length).fill(1),
        rowStart,
        rowCandidates: Uint32Array.from(filled.flatMap((u) => inTown[u])),
        rowGroup: Uint32Array.from(filled),
      };
    },
  });
}

interface UnitRule {
  readonly isAsked: readonly boolean[];
  /** Weight missing in each unit of the table: 0 or less is reached, infinite can not be. */
  readonly need: Float64Array;
  readonly rows: (
    unitNumber: Int32Array,
    unitCount: number,
  ) => CoverRows & { readonly rowGroup: Uint32Array };
}

function unitTarget(
  ground: SiteGround,
  ask: ReachAsk,
  costs: Float64Array,
  rule: UnitRule,
): TargetProblem {
  const groups = new Groups(ground, ask.by);
  const asked = rule.isAsked.flatMap((is, unit) => (is && groups.of(unit) >= 0 ? [unit] : []));
  const total = new Float64Array(groups.codes.length);
  const reached = new Float64Array(groups.codes.length);
  for (const unit of asked) {
    total[groups.of(unit)]++;
    if (rule.need[unit] <= 0) reached[groups.of(unit)]++;
  }
  const stand = standOf(groups, total, reached, ask.percent);
  const open = openGroups(stand);
  const unitNumber = new Int32Array(ground.units.codes.length).fill(-1);
  const unitOf: number[] = [];
  for (const unit of asked) {
    const isOpen = open.number[groups.of(unit)] >= 0;
    if (!isOpen || rule.need[unit] <= 0 || rule.need[unit] === Infinity) continue;
    unitNumber[unit] = unitOf.push(unit) - 1;
  }
  const rows = rule.rows(unitNumber, Math.max(1, unitOf.length));
  return {
    groups: stand,
    groupOf: open.groupOf,
    unitOf,
    model: {
      ...cover(ground, rows, costs),
      rowUnit: rows.rowGroup,
      unitCount: unitOf.length,
      unitNeed: Float64Array.from(unitOf, (unit) => rule.need[unit]),
      unitWorth: new Float64Array(unitOf.length).fill(1),
      unitGroup: Uint32Array.from(unitOf, (unit) => open.number[groups.of(unit)]),
      groupCount: open.groupOf.length,
      groupNeed: open.need,
    },
  };
}

function cover(ground: SiteGround, rows: CoverRows, costs: Float64Array) {
  const { rowWeight, rowStart, rowCandidates } = rows;
  return coverModel(
    { rowWeight, rowStart, rowCandidates },
    {
      candidateCost: costs,
      candidateState: ground.candidateState,
      settledWeight: 0,
      totalWeight: totalWeight(ground),
    },
  );
}
