/**
 * A target as the verifier counts it itself: villages with half of their people reached, towns with a
 * centre, or people, in all or by unit; what stands already, and what is still missing.
 */
import { textAt } from '../../store/columns';
import type { SiteCertificate } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import type { RecountedDemand } from './recount';
import type { SiteRecount } from './site-recount';
import type { RecountedTarget } from './verify-target';

type ReachAsk = Extract<SiteCertificate['ask'], { kind: 'reach_share' }>;

export interface CountedTarget {
  readonly demand: RecountedDemand;
  readonly target: RecountedTarget;
  /** Code, total, needed and settled of each group, those that need nothing more included. */
  readonly stand: readonly (readonly [string, number, number, number])[];
}

/** The unit of a level in which a unit lies, found by going up. */
function above({ units }: SiteGround, unit: number, level: string): number {
  const { levels, parent } = units;
  for (let at = unit; at >= 0; at = parent[at]) if (levels[at] === level) return at;
  return -1;
}

export function recountTarget(own: SiteRecount, ask: ReachAsk): CountedTarget {
  const { ground } = own;
  const { units, unit, weight } = ground;
  const groupName = (u: number): string | null => {
    if (ask.by === null) return 'all';
    const top = above(ground, u, ask.by);
    return top < 0 ? null : units.codes[top];
  };
  // Things that are asked for: households, villages or towns; each in a group, some reached.
  const things: { key: number; group: string; worth: number; need: number }[] = [];
  if (ask.of === 'people') {
    weight.forEach((w, h) => {
      const group = groupName(unit[h]);
      if (group === null) return;
      things.push({ key: h, group, worth: w, need: own.isSettled(h) ? 0 : w });
    });
  } else {
    const need = ask.of === 'villages' ? villageNeeds(own) : townNeeds(ground);
    for (const [u, missing] of need) {
      const group = groupName(u);
      if (group !== null) things.push({ key: u, group, worth: 1, need: missing });
    }
  }
  const total = new Map<string, number>();
  const settled = new Map<string, number>();
  for (const { group, worth, need } of things) {
    total.set(group, (total.get(group) ?? 0) + worth);
    if (need <= 0) settled.set(group, (settled.get(group) ?? 0) + worth);
  }
  const stand = [...total].map(([code, count]) => {
    const whole = BigInt(count) * BigInt(Math.round(ask.percent * 1000));
    const needed = Number((whole + 99_999n) / 100_000n);
    return [code, count, needed, settled.get(code) ?? 0] as const;
  });
  const open = stand.filter(([, , needed, has]) => needed > has);
  const groupNumber = new Map(open.map(([code], g) => [code, g]));
  const groupNeed = open.map(([, , needed, has]) => needed - has);
  const asked = things.filter(
    (thing) => thing.need > 0 && Number.isFinite(thing.need) && groupNumber.has(thing.group),
  );
  const numberOf = (thing: (typeof things)[number]) => groupNumber.get(thing.group) ?? -1;
  if (ask.of === 'people') {
    const groupOf = new Map(asked.map((thing) => [thing.key, numberOf(thing)]));
    const target: RecountedTarget = {
      ofPeople: true,
      unitNeed: [],
      unitWorth: [],
      unitGroup: [],
      groupNeed,
    };
    return { demand: own.demand(weight, (h) => groupOf.get(h) ?? -1), target, stand };
  }
  const unitNumber = new Map(asked.map((thing, n) => [thing.key, n]));
  const target: RecountedTarget = {
    ofPeople: false,
    unitNeed: asked.map((thing) => thing.need),
    unitWorth: asked.map(() => 1),
    unitGroup: asked.map(numberOf),
    groupNeed,
  };
  const demand =
    ask.of === 'villages'
      ? own.demand(weight, (h) => unitNumber.get(unit[h]) ?? -1)
      : townDemand(ground, unitNumber);
  return { demand, target, stand };
}

/** Each village with the people it still misses to half of its own. */
function villageNeeds(own: SiteRecount): Map<number, number> {
  const { units, unit, weight } = own.ground;
  const people = new Map<number, number>();
  const reached = new Map<number, number>();
  weight.forEach((w, h) => {
    people.set(unit[h], (people.get(unit[h]) ?? 0) + w);
    if (own.isSettled(h)) reached.set(unit[h], (reached.get(unit[h]) ?? 0) + w);
  });
  const needs = new Map<number, number>();
  units.kinds.forEach((kind, u) => {
    if (kind !== 'villagers_committee') return;
    const all = people.get(u) ?? 0;
    const half = Math.floor((all + 1) / 2);
    needs.set(u, all === 0 ? Infinity : half - (reached.get(u) ?? 0));
  });
  return needs;
}

/** Each subdistrict and central town: 0 where a care centre that counts stands in it. */
function townNeeds(ground: SiteGround): Map<number, number> {
  const { units, tables, options } = ground;
  const has = new Set<number>();
  const { facilities } = tables;
  for (let f = 0; facilities && f < facilities.rowCount; f++) {
    const u = units.indexOf.get(textAt(facilities.columns.unit_code, f) ?? '');
    const { type, status } = facilities.columns;
    const isCentre = !type || textAt(type, f) === 'care_centre';
    const isInUse =
      !status || options.statuses === null || options.statuses.includes(textAt(status, f) ?? '');
    if (u !== undefined && isCentre && isInUse) has.add(above(ground, u, 'town'));
  }
  const needs = new Map<number, number>();
  const central = tables.units?.columns.is_central_town;
  units.levels.forEach((level, u) => {
    if (level !== 'town') return;
    const isCentral = central?.kind === 'boolean' && central.values[u] === 1;
    if (units.kinds[u] === 'subdistrict' || isCentral) needs.set(u, has.has(u) ? 0 : 1);
  });
  return needs;
}

/** One point for each asked town, "reached" from the candidates that stand in it. */
function townDemand(ground: SiteGround, unitNumber: ReadonlyMap<number, number>): RecountedDemand {
  const { candidateUnit, candidateState } = ground;
  const count = unitNumber.size;
  const reached = Array.from(candidateUnit, (u, j) => {
    const town = candidateState[j] === 2 ? undefined : unitNumber.get(above(ground, u, 'town'));
    return town === undefined ? [] : [town];
  });
  return {
    weight: Array.from({ length: count }, () => 1),
    group: Array.from({ length: count }, (_, n) => n),
    reached,
    settledWeight: 0,
  };
}
