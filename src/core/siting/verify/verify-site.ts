/**
 * Checks a whole certificate against the streets: walks everybody anew with the verifier's own
 * search, counts villages and people itself, and re-derives the bound. Shares no code with the
 * search for sites or with reach.
 */
import { limitCm } from '../../reach';
import { textAt } from '../../store/columns';
import type { SiteCertificate } from '../streets/plan';
import type { SiteGround } from '../streets/site-ground';
import type { ProgramSolver } from '../model/solver';
import { OwnWalks } from './own-walks';
import { Refusals, type Verdict } from './verdict';
import { verifyMaximum } from './verify-maximum';
import { verifyMedian, type MeasuredRow } from './verify-median';
import { verifyTarget, type RecountedTarget } from './verify-target';

export async function verifySite(
  certificate: SiteCertificate,
  ground: SiteGround,
  solver?: ProgramSolver,
): Promise<Verdict> {
  const refusals = new Refusals();
  checkTerms(certificate, ground, refusals);
  const { ask } = certificate;
  const isWalk = ask.kind === 'smallest_walk';
  const farCm = isWalk ? limitCm(ask.farMinutes, ground.options.speedMS) : 0;
  const own = new SiteRecount(ground, Math.max(farCm, ground.limitCm));
  let verdict: Verdict;
  if (ask.kind === 'smallest_walk') {
    const rows = own.measuredRows(farCm);
    verdict = await verifyMedian({ ...certificate, sites: ask.sites }, rows, solver);
  } else if (ask.kind === 'most_people') {
    const budget =
      'sites' in ask ? ask.sites : Math.floor(ask.budget * certificate.costScale + 1e-6);
    const demand = own.demand(ground.demand, () => 0);
    verdict = await verifyMaximum({ ...certificate, budget }, demand, solver);
  } else {
    const { demand, target, stand } = own.target(ask);
    const claimed = JSON.stringify(
      certificate.groups.map((g) => [g.code, g.total, g.needed, g.settled]),
    );
    if (claimed !== JSON.stringify(stand)) refusals.add('differs_groups');
    verdict = await verifyTarget(certificate, demand, target, solver);
  }
  const list = [...refusals.list, ...verdict.refusals];
  return { ...verdict, accepted: list.length === 0, refusals: list };
}

/** Ids, costs and states must be those of the candidates' own file. */
function checkTerms(certificate: SiteCertificate, ground: SiteGround, refusals: Refusals): void {
  const { chosen, sites, candidateCost, candidateState, costScale } = certificate;
  refusals.same('candidates', candidateCost.length, ground.candidateIds.length);
  refusals.same('sites', sites.length, chosen.length);
  chosen.forEach((j, n) => {
    if (ground.candidateIds[j] !== sites[n]) refusals.add('site_id', { candidate: j });
  });
  const { ask } = certificate;
  const isMoney = 'budget' in ask || (ask.kind === 'reach_share' && ask.cheapest);
  candidateCost.forEach((cost, j) => {
    const given = ground.candidateCost[j];
    const isCounted = isMoney && candidateState[j] !== 2;
    const least = isCounted ? given * costScale - 1e-3 : isMoney ? 0 : 1;
    if (!(cost >= least) || (!isMoney && cost !== 1)) refusals.add('cost', { candidate: j });
  });
  candidateState.forEach((state, j) => {
    if (state !== ground.candidateState[j]) refusals.add('state', { candidate: j });
  });
}

type ReachAsk = Extract<SiteCertificate['ask'], { kind: 'reach_share' }>;

class SiteRecount {
  readonly #ground: SiteGround;
  readonly #walks: OwnWalks;
  readonly #isSettled: boolean[];
  readonly #facilityWalks: Map<number, number>;

  /** @param farCm walks to facilities beyond it do not matter */
  constructor(ground: SiteGround, farCm: number) {
    this.#ground = ground;
    const { edge, alongCm, doorCm } = ground.householdPoints;
    const placed = Array.from(edge, (e, row) => (ground.isPlaced[row] === 1 ? e : -1));
    this.#walks = new OwnWalks(ground.tables.network, { edge: placed, alongCm, doorCm });
    const facilities = ground.facilityPoints;
    const all = Array.from(facilities.edge, (e, f) => ({
      edge: e,
      alongCm: facilities.alongCm[f],
      doorCm: facilities.doorCm[f],
    }));
    this.#facilityWalks = this.#walks.walksTo(all, farCm);
    this.#isSettled = placed.map(
      (_, h) => (this.#facilityWalks.get(h) ?? Infinity) <= ground.limitCm,
    );
  }

  #walksTo(candidate: number, limit: number): Map<number, number> {
    const { candidatePoints, candidateState } = this.#ground;
    if (candidateState[candidate] === 2) return new Map();
    const place = {
      edge: candidatePoints.edge[candidate],
      alongCm: candidatePoints.alongCm[candidate],
      doorCm: candidatePoints.doorCm[candidate],
    };
    return this.#walks.walksTo([place], limit);
  }

  /** Who is reached from where, existing facilities first; groups below 0 do not count. */
  demand(weight: Int32Array, groupOf: (household: number) => number) {
    const { limitCm: limit, candidateIds } = this.#ground;
    let settledWeight = 0;
    weight.forEach((w, h) => {
      if (this.#isSettled[h]) settledWeight += w;
    });
    const group = Array.from(weight, (_, h) => groupOf(h));
    const reached = candidateIds.map((_, j) =>
      [...this.#walksTo(j, limit).keys()].filter(
        (h) => !this.#isSettled[h] && weight[h] > 0 && group[h] >= 0,
      ),
    );
    return { weight, group, reached, settledWeight };
  }

  measuredRows(farCm: number): MeasuredRow[] {
    const { demand: weight, isPlaced, candidateIds } = this.#ground;
    const rows: { weight: number; stay: number; pairs: [number, number][] }[] = [];
    const rowOf = new Map<number, number>();
    for (let h = 0; h < weight.length; h++) {
      if (isPlaced[h] !== 1 || weight[h] === 0) continue;
      const stay = Math.min(farCm, this.#facilityWalks.get(h) ?? Infinity);
      rowOf.set(h, rows.push({ weight: weight[h], stay, pairs: [] }) - 1);
    }
    candidateIds.forEach((_, j) => {
      for (const [h, walk] of this.#walksTo(j, farCm)) {
        const row = rows[rowOf.get(h) ?? -1];
        if (row && walk < row.stay) row.pairs.push([j, walk]);
      }
    });
    return rows;
  }

  /** The unit of a level in which a unit lies, found by going up. */
  #above(unit: number, level: string): number {
    const { levels, parent } = this.#ground.units;
    for (let at = unit; at >= 0; at = parent[at]) if (levels[at] === level) return at;
    return -1;
  }

  target(ask: ReachAsk) {
    const { units, unit, weight } = this.#ground;
    const groupName = (u: number): string | null => {
      if (ask.by === null) return 'all';
      const above = this.#above(u, ask.by);
      return above < 0 ? null : units.codes[above];
    };
    // Things that are asked for: households, villages or towns; each in a group, some reached.
    const things: { key: number; group: string; worth: number; need: number }[] = [];
    if (ask.of === 'people') {
      weight.forEach((w, h) => {
        const group = groupName(unit[h]);
        if (group === null) return;
        things.push({ key: h, group, worth: w, need: this.#isSettled[h] ? 0 : w });
      });
    } else {
      const need = ask.of === 'villages' ? this.#villageNeeds() : this.#townNeeds();
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
      return { demand: this.demand(weight, (h) => groupOf.get(h) ?? -1), target, stand };
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
        ? this.demand(weight, (h) => unitNumber.get(unit[h]) ?? -1)
        : this.#townDemand(unitNumber);
    return { demand, target, stand };
  }

  /** Each village with the people it still misses to half of its own. */
  #villageNeeds(): Map<number, number> {
    const { units, unit, weight } = this.#ground;
    const people = new Map<number, number>();
    const reached = new Map<number, number>();
    weight.forEach((w, h) => {
      people.set(unit[h], (people.get(unit[h]) ?? 0) + w);
      if (this.#isSettled[h]) reached.set(unit[h], (reached.get(unit[h]) ?? 0) + w);
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
  #townNeeds(): Map<number, number> {
    const { units, tables, options } = this.#ground;
    const has = new Set<number>();
    const { facilities } = tables;
    for (let f = 0; facilities && f < facilities.rowCount; f++) {
      const u = units.indexOf.get(textAt(facilities.columns.unit_code, f) ?? '');
      const { type, status } = facilities.columns;
      const isCentre = !type || textAt(type, f) === 'care_centre';
      const isInUse =
        !status || options.statuses === null || options.statuses.includes(textAt(status, f) ?? '');
      if (u !== undefined && isCentre && isInUse) has.add(this.#above(u, 'town'));
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
  #townDemand(unitNumber: ReadonlyMap<number, number>) {
    const { candidateUnit, candidateState } = this.#ground;
    const count = unitNumber.size;
    const reached = Array.from(candidateUnit, (u, j) => {
      const town = candidateState[j] === 2 ? undefined : unitNumber.get(this.#above(u, 'town'));
      return town === undefined ? [] : [town];
    });
    return {
      weight: Array.from({ length: count }, () => 1),
      group: Array.from({ length: count }, (_, n) => n),
      reached,
      settledWeight: 0,
    };
  }
}
