/**
 * The public profile of a summary: counts of 1 to 9 people or households become `<10`, and further counts
 * `*` where a total would give such a one away. What is not needed in public is left out altogether:
 * reasons for not being covered below the city, covered counts of other groups than 60+, other cases
 * below the counties. Borders of administrative units stay inside too, unless a map of them is approved.
 */
import {
  listedGroups,
  summaryGroups,
  type Count,
  type GroupCount,
  type ResultSummary,
  type Sensitivity,
  type SummaryGroup,
  type UncoveredSummary,
  type UnitSummary,
} from '../summary/result-summary';
import { Shown, withhold } from './withhold';

/** From this count on a group is large enough to be named. */
export const smallestPublicCount = 10;

const circleIndicator = 'eldercare_circle_15min_coverage';

type Total = SummaryGroup | 'dependent';
const totals: readonly Total[] = [...summaryGroups, 'dependent'];

/** Groups that hold one another: each has no more than the one before. */
const within: Partial<Record<Total, Total>> = {
  age_60_plus: 'persons',
  age_65_plus: 'age_60_plus',
  age_80_plus: 'age_65_plus',
  living_alone: 'households',
  dependent: 'age_60_plus',
};

/** @param withBorders true where an approval number is given: maps may then draw the borders */
export function publicSummary(summary: ResultSummary, withBorders = false): ResultSummary {
  const { units } = summary;
  const cells = publicCells(units);
  const publicUnits = units.map((unit, row) => publicUnit(unit, row, cells));
  const byCode = new Map(publicUnits.map((unit) => [unit.unitCode, unit]));
  const listed = (village: UncoveredSummary): UncoveredSummary => {
    const unit = byCode.get(village.unit_code);
    const counts = Object.fromEntries(
      listedGroups.map((group): [string, Count] => [
        group,
        group === 'dependent' ? (unit?.dependent ?? null) : (unit?.groups[group][0] ?? null),
      ]),
    );
    return { ...village, ...counts };
  };
  const isOpen = (unitCode: string) => {
    const [total, covered] = byCode.get(unitCode)?.groups.age_60_plus ?? [];
    return typeof total === 'number' && typeof covered === 'number';
  };
  return {
    ...summary,
    profile: 'public',
    units: publicUnits,
    borders: withBorders ? summary.borders : [],
    indicators: summary.indicators.map((indicator) =>
      indicator.id === circleIndicator
        ? { ...indicator, figures: indicator.figures.filter(({ unitCode }) => isOpen(unitCode)) }
        : indicator,
    ),
    uncovered: {
      byPolicy: summary.uncovered.byPolicy.map(listed),
      onFoot: summary.uncovered.onFoot.map(listed),
    },
    sensitivity: publicSensitivity(summary, publicUnits),
  };
}

/**
 * Other cases for the city and its counties alone, and only if nothing of that line is small or withheld:
 * sums over so many say nothing of a town that the result itself does not say.
 */
function publicSensitivity(
  { sensitivity }: ResultSummary,
  units: readonly UnitSummary[],
): Sensitivity | null {
  if (sensitivity === null) return null;
  const told = units.filter(({ level }) => level === 'city' || level === 'county');
  const isLarge = ({ unitCode, groups }: UnitSummary) => {
    const [people, own] = groups.age_60_plus;
    const covered = sensitivity.covered[unitCode];
    if (typeof people !== 'number' || typeof own !== 'number' || !covered) return false;
    return covered.every((count) => isSmall(count) === 0 && isSmall(people - count) === 0);
  };
  if (told.length === 0 || !told.every(isLarge)) return null;
  return {
    cases: sensitivity.cases,
    covered: Object.fromEntries(
      told.map(({ unitCode }) => [unitCode, sensitivity.covered[unitCode]]),
    ),
  };
}

interface PublicCells {
  /** Shown for each unit's total of each group, and of its covered 60+. */
  readonly totals: Readonly<Record<Total, Uint8Array>>;
  readonly covered: Uint8Array;
}

function publicCells(units: readonly UnitSummary[]): PublicCells {
  const rowOf = new Map(units.map(({ unitCode }, row) => [unitCode, row]));
  const parent = units.map(({ parentCode }) =>
    parentCode === null ? -1 : (rowOf.get(parentCode) ?? -1),
  );
  const shown = {} as Record<Total, Uint8Array>;
  for (const group of totals) {
    const value = units.map((unit) => totalOf(unit, group));
    const room = units.map((unit) => totalRoom(unit, group));
    shown[group] = withhold({ parent, value, room }, value.map(isSmall));
  }
  const covered = units.map(coveredOf);
  const left = units.map((unit) => totalOf(unit, 'age_60_plus') - coveredOf(unit));
  const room = units.map((_, row) => Math.min(covered[row] - smallestPublicCount, left[row]));
  const primary = units.map(
    (_, row) =>
      isSmall(covered[row]) || isSmall(left[row]) || shown.age_60_plus[row] !== Shown.open,
  );
  return {
    totals: shown,
    covered: withhold({ parent, value: covered, room }, primary.map(Number)),
  };
}

const isSmall = (count: number): number => (count > 0 && count < smallestPublicCount ? 1 : 0);

function totalOf(unit: UnitSummary, group: Total): number {
  const count = group === 'dependent' ? unit.dependent : unit.groups[group][0];
  return typeof count === 'number' ? count : 0;
}

function coveredOf(unit: UnitSummary): number {
  const covered = unit.groups.age_60_plus[1];
  return typeof covered === 'number' ? covered : 0;
}

/** Up to the group that holds this one, down to those it holds and to what may be named. */
function totalRoom(unit: UnitSummary, group: Total): number {
  const value = totalOf(unit, group);
  const holder = within[group];
  const held = totals.filter((one) => within[one] === group).map((one) => totalOf(unit, one));
  const covered = group === 'age_60_plus' ? coveredOf(unit) : 0;
  const floor = Math.max(smallestPublicCount, covered, ...held);
  const up = holder === undefined ? Infinity : totalOf(unit, holder) - value;
  return Math.min(value - floor, up);
}

function publicUnit(unit: UnitSummary, row: number, cells: PublicCells): UnitSummary {
  const groups = Object.fromEntries(
    summaryGroups.map((group): [SummaryGroup, GroupCount] => {
      const [total, covered, notConnected, notLocated] = unit.groups[group];
      const others = (count: Count): Count =>
        unit.parentCode === null && group === 'age_60_plus' ? small(count) : hidden(count);
      return [
        group,
        [
          shownCount(total, cells.totals[group][row]),
          group === 'age_60_plus' ? shownCount(covered, cells.covered[row]) : hidden(covered),
          others(notConnected),
          others(notLocated),
        ],
      ];
    }),
  ) as Record<SummaryGroup, GroupCount>;
  const areHouseholdsOpen = cells.totals.households[row] === Shown.open;
  return {
    ...unit,
    groups,
    dependent: shownCount(unit.dependent, cells.totals.dependent[row]),
    medianMinutes: areHouseholdsOpen ? unit.medianMinutes : null,
    p90Minutes: areHouseholdsOpen ? unit.p90Minutes : null,
  };
}

function shownCount(count: Count, shown: number): Count {
  if (count === null || shown === Shown.open) return count;
  return small(count) === '<10' ? '<10' : '*';
}

const small = (count: Count): Count =>
  typeof count === 'number' && isSmall(count) === 1 ? '<10' : count;
const hidden = (count: Count): Count => (count === null ? null : '*');
