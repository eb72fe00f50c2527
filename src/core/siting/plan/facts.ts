/**
 * Why this site: who gains, which villages turn covered because of it, whom it shares with other
 * sites, what would be lost without it. Counted from walks, not from the search's rows.
 */
import { countingFacilities, type PopulationGroup } from '../../reach';
import { textAt } from '../../store/columns';
import { VILLAGE_SHARE_PERCENT } from '../streets/ask';
import { candidateReach, settledHouseholds } from '../streets/problems';
import type { SiteGround } from '../streets/site-ground';
import { shareOf } from '../streets/target-groups';

/** Groups told apart in what a site brings. */
export const toldGroups = [
  'age_80_plus',
  'living_alone',
  'dependent',
] as const satisfies readonly PopulationGroup[];

export type GroupGains = Readonly<Partial<Record<(typeof toldGroups)[number], number>>>;

export interface SiteFacts {
  readonly candidate: number;
  /** People within the walk, those whom facilities reach already included. */
  readonly reached: number;
  /** Of these, people whom no existing facility reaches. */
  readonly gained: number;
  readonly gainedOf: GroupGains;
  /** People nobody else of the choice reaches: lost without this site. */
  readonly onlyHere: number;
  /** Units (villages) that are reached with this site and would not be without it. */
  readonly turned: readonly number[];
  /** Other sites of the choice, and the newly reached people shared with each. */
  readonly shared: readonly { readonly candidate: number; readonly people: number }[];
}

export interface PlanFacts {
  readonly total: number;
  /** Of these, people with a place of their own on the streets. */
  readonly placed: number;
  readonly coveredBefore: number;
  readonly coveredAfter: number;
  /** Villages of the units' table, and how many have half of their people reached. */
  readonly villages: number;
  readonly villagesBefore: number;
  readonly villagesAfter: number;
  /** In the order of the choice. */
  readonly sites: readonly SiteFacts[];
}

export function planFacts(ground: SiteGround, chosen: readonly number[]): PlanFacts {
  const { weight, unit, isPlaced, population, units } = ground;
  const settled = settledHouseholds(ground);
  const reach = candidateReach(ground, ground.limitCm);
  const reachedBy = chosen.map((j) => reach.find(j).points.filter((h) => isPlaced[h] === 1));
  // Times each household is reached, and the last site that did.
  const times = new Uint16Array(weight.length);
  const sitesOf = new Map<number, number[]>();
  reachedBy.forEach((points, n) => {
    for (const h of points) {
      if (settled[h] === 1) continue;
      times[h]++;
      const others = sitesOf.get(h);
      if (others) others.push(n);
      else sitesOf.set(h, [n]);
    }
  });

  const villages = countVillages(ground, settled, times);
  const sites = chosen.map((candidate, n): SiteFacts => {
    let reached = 0;
    let gained = 0;
    let onlyHere = 0;
    const gainedOf: Record<string, number> = {};
    const shared = new Map<number, number>();
    const onlyIn = new Map<number, number>();
    for (const h of reachedBy[n]) {
      reached += weight[h];
      if (settled[h] === 1) continue;
      gained += weight[h];
      for (const group of toldGroups) {
        const counts = population[group];
        if (counts) gainedOf[group] = (gainedOf[group] ?? 0) + counts.values[h];
      }
      if (times[h] === 1) {
        onlyHere += weight[h];
        onlyIn.set(unit[h], (onlyIn.get(unit[h]) ?? 0) + weight[h]);
      }
      for (const other of sitesOf.get(h) ?? []) {
        if (other !== n) shared.set(other, (shared.get(other) ?? 0) + weight[h]);
      }
    }
    const turned = [...onlyIn]
      .filter(([u, lost]) => {
        if (u < 0 || units.kinds[u] !== 'villagers_committee') return false;
        return villages.after[u] >= villages.half[u] && villages.after[u] - lost < villages.half[u];
      })
      .map(([u]) => u)
      .sort((a, b) => a - b);
    return {
      candidate,
      reached,
      gained,
      gainedOf,
      onlyHere,
      turned,
      shared: [...shared]
        .map(([other, people]) => ({ candidate: chosen[other], people }))
        .sort((a, b) => b.people - a.people || a.candidate - b.candidate),
    };
  });
  let [total, placed, coveredBefore, coveredAfter] = [0, 0, 0, 0];
  for (let h = 0; h < weight.length; h++) {
    total += weight[h];
    if (isPlaced[h] === 1) placed += weight[h];
    if (settled[h] === 1) coveredBefore += weight[h];
    if (settled[h] === 1 || times[h] > 0) coveredAfter += weight[h];
  }
  return {
    total,
    placed,
    coveredBefore,
    coveredAfter,
    villages: villages.count,
    villagesBefore: villages.countBefore,
    villagesAfter: villages.countAfter,
    sites,
  };
}

/** People reached in each unit before and after, and the half that makes a village count. */
function countVillages(ground: SiteGround, settled: Uint8Array, times: Uint16Array) {
  const { units, unit, weight } = ground;
  const total = new Float64Array(units.codes.length);
  const before = new Float64Array(units.codes.length);
  const after = new Float64Array(units.codes.length);
  for (let h = 0; h < weight.length; h++) {
    if (unit[h] < 0) continue;
    total[unit[h]] += weight[h];
    if (settled[h] === 1) before[unit[h]] += weight[h];
    if (settled[h] === 1 || times[h] > 0) after[unit[h]] += weight[h];
  }
  const half = total.map((people) =>
    people > 0 ? shareOf(people, VILLAGE_SHARE_PERCENT) : Infinity,
  );
  let [count, countBefore, countAfter] = [0, 0, 0];
  for (let u = 0; u < total.length; u++) {
    if (units.kinds[u] !== 'villagers_committee') continue;
    count++;
    if (before[u] >= half[u]) countBefore++;
    if (after[u] >= half[u]) countAfter++;
  }
  return { half, after, count, countBefore, countAfter };
}

/**
 * Villages that count by the policy's own rule, before and after: a facility of those types and
 * statuses stands in the village or is listed as serving it, or (after) a site stands there. Null
 * without units.
 */
export function policyVillages(
  ground: SiteGround,
  chosen: readonly number[],
  types: readonly string[],
  statuses: readonly string[],
): { before: number; after: number } | null {
  const { units, tables, candidateUnit } = ground;
  if (!units.isGiven) return null;
  const has = new Set<number>();
  const add = (unit: number | undefined): void => {
    if (unit !== undefined && units.kinds[unit] === 'villagers_committee') has.add(unit);
  };
  const { facilities, services } = tables;
  const counting = new Set<string | null>();
  if (facilities) {
    const counts = countingFacilities(facilities, { types, statuses });
    for (let f = 0; f < facilities.rowCount; f++) {
      if (counts[f] === 0) continue;
      add(units.indexOf.get(textAt(facilities.columns.unit_code, f) ?? ''));
      counting.add(textAt(facilities.columns.facility_id, f));
    }
  }
  for (let row = 0; services && row < services.rowCount; row++) {
    const { facility_id: facility, unit_code: unit } = services.columns;
    if (counting.has(textAt(facility, row))) add(units.indexOf.get(textAt(unit, row) ?? ''));
  }
  const before = has.size;
  for (const j of chosen) add(candidateUnit[j]);
  return { before, after: has.size };
}
