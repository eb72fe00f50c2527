import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costsOf, NearestSearch, placeHouseholds } from '../../../src/core/reach';
import type { EdgePoints } from '../../../src/core/reach';
import type { ImportedTable } from '../../../src/core/import';
import { seededRandom } from '../../../src/core/siting/model/seeded-random';
import { CandidateReach } from '../../../src/core/siting/streets/candidate-reach';
import type { SiteGround } from '../../../src/core/siting/streets/site-ground';
import { OwnWalks } from '../../../src/core/siting/verify/own-walks';
import {
  planFacts,
  planSites,
  planStack,
  planYears,
  groundWith,
  parseCertificate,
  reachShortfall,
  verifyCertificate,
  verifySite,
  type SiteAsk,
  type SiteCertificate,
  type YearsCertificate,
} from '../../../src/core/siting';
import { highsSolver } from '../../../src/runtime/node/highs';
import { built, randomCase } from '../reach/random-streets';
import { gridOf, pointsOf } from '../reach/scenes';

const place = (points: EdgePoints, p: number) => ({
  edge: points.edge[p],
  alongCm: points.alongCm[p],
  doorCm: points.doorCm[p],
});

describe('who is reached from a candidate', () => {
  it('is what the verifier finds by walks of its own, one-way streets and loops included', () => {
    fc.assert(
      fc.property(randomCase(), fc.integer({ min: 0, max: 60_000 }), (random, limit) => {
        const { network, households, facilities } = built(random);
        const places = placeHouseholds(network, households);
        const reach = new CandidateReach(network, places, facilities, limit);
        const own = new OwnWalks(network, households);
        for (let j = 0; j < facilities.edge.length; j++) {
          const { points, walkCm } = reach.find(j);
          const found = [...points].map((h, n) => [h, walkCm[n]]).sort((a, b) => a[0] - b[0]);
          const walked = [...own.walksTo([place(facilities, j)], limit)];
          expect(found).toEqual(walked.sort((a, b) => a[0] - b[0]));
        }
      }),
      { numRuns: 400 },
    );
  });
});

const ROWS = 7;
const COLUMNS = 7;
const LIMIT_CM = 20_000;

/** A table that is asked for nothing but its columns. */
const table = (columns: ImportedTable['columns'], rowCount: number): ImportedTable => ({
  name: 'points',
  fileName: 'points.csv',
  rowNumbers: new Uint32Array(rowCount),
  notes: [],
  columns,
  rowCount,
});

/** A town on a grid of streets: a city of two counties with four villages and two towns each. */
function gridTown(seed: number, candidates: number): SiteGround {
  const random = seededRandom(seed);
  const network = gridOf(COLUMNS, ROWS, 10_000);
  const spot = () =>
    [random.below(network.edgeCount), random.below(10_001), random.below(2000)] as const;
  const spots = (count: number) => pointsOf(Array.from({ length: count }, spot));
  const householdPoints = spots(90);
  const facilityPoints = spots(2);
  const candidatePoints = spots(candidates);
  const places = placeHouseholds(network, householdPoints);
  const nearest = new NearestSearch(network);
  nearest.run(facilityPoints);
  const { costCm } = costsOf(
    network,
    places,
    facilityPoints,
    nearest.search.label,
    nearest.limitCm,
  );
  const levels = ['city', 'county', 'county'];
  const parent = [-1, 0, 0];
  for (let n = 0; n < 4; n++) {
    levels.push('town');
    parent.push(1 + (n % 2));
  }
  for (let n = 0; n < 8; n++) {
    levels.push('village');
    parent.push(3 + (n % 4));
  }
  const codes = levels.map((_, u) => `unit${u}`);
  const villageAt = (edge: number) =>
    7 +
    (Math.floor(((network.edgeFrom[edge] % COLUMNS) * 4) / COLUMNS) % 4) +
    (network.edgeFrom[edge] < (ROWS * COLUMNS) / 2 ? 0 : 4);
  const unitCodes = Array.from(candidatePoints.edge, (e) => codes[villageAt(e)]);
  const weight = Int32Array.from({ length: 90 }, () => random.below(5));
  return {
    tables: {
      network,
      households: table({}, 90),
      candidates: table({ unit_code: { kind: 'text', values: unitCodes } }, candidates),
    },
    options: {
      minutes: 5,
      speedMS: LIMIT_CM / 100 / 300,
      caps: { townMaxSnapM: 300, villageMaxSnapM: 300, maxSnapM: null },
      weight: null,
      types: null,
      statuses: null,
      includesVillagePoints: false,
    },
    limitCm: LIMIT_CM,
    units: {
      codes,
      levels,
      parent: Int32Array.from(parent),
      names: codes,
      kinds: levels.map((level, u) =>
        level === 'village'
          ? 'villagers_committee'
          : level === 'town' && u < 5
            ? 'subdistrict'
            : null,
      ),
      indexOf: new Map(codes.map((code, u) => [code, u])),
      isGiven: true,
    },
    unit: Int32Array.from(householdPoints.edge, villageAt),
    population: {
      age_60_plus: { values: weight, known: new Uint8Array(90).fill(1), unknownCount: 0 },
    },
    weight,
    weightName: 'age_60_plus',
    demand: weight.map((w, h) => (seed % 2 === 0 && h % 5 === 0 ? 3 * w : w)),
    places,
    judged: null,
    householdPoints,
    facilityPoints,
    isPlaced: Uint8Array.from(weight, (_, h) => (h % 30 === 7 ? 0 : 1)),
    facilityCm: costCm,
    candidatePoints,
    candidateIds: Array.from({ length: candidates }, (_, j) => `c${j}`),
    candidateUnit: Int32Array.from(candidatePoints.edge, villageAt),
    candidateState: Uint8Array.from({ length: candidates }, () => (random.next() < 0.1 ? 2 : 0)),
    candidateCost: Float64Array.from({ length: candidates }, () => 5 + random.below(40) / 4),
    notes: [],
  };
}

const ASKS: SiteAsk[] = [
  { kind: 'most_people', sites: 3 },
  { kind: 'most_people', budget: 24.5 },
  { kind: 'reach_share', percent: 60, of: 'villages', by: 'county', cheapest: false },
  { kind: 'reach_share', percent: 60, of: 'villages', by: null, cheapest: true },
  { kind: 'reach_share', percent: 100, of: 'towns', by: null, cheapest: false },
  { kind: 'reach_share', percent: 60, of: 'people', by: null, cheapest: true },
  { kind: 'reach_share', percent: 45, of: 'people', by: 'county', cheapest: false },
  { kind: 'smallest_walk', sites: 3, farMinutes: 12 },
];

/** People reached by a choice, by the verifier's walks: for each village and in all. */
function walked(ground: SiteGround, chosen: readonly number[]) {
  const { edge, alongCm, doorCm } = ground.householdPoints;
  const placed = Array.from(edge, (e, h) => (ground.isPlaced[h] === 1 ? e : -1));
  const own = new OwnWalks(ground.tables.network, { edge: placed, alongCm, doorCm });
  const facilities = [0, 1].map((f) => place(ground.facilityPoints, f));
  const sites = chosen.map((j) => place(ground.candidatePoints, j));
  const reached = own.walksTo([...facilities, ...sites], ground.limitCm);
  const byUnit = new Map<number, [number, number]>();
  let people = 0;
  ground.weight.forEach((w, h) => {
    const sum = byUnit.get(ground.unit[h]) ?? [0, 0];
    byUnit.set(ground.unit[h], [sum[0] + w, sum[1] + (reached.has(h) ? w : 0)]);
    if (reached.has(h)) people += w;
  });
  return { people, byUnit };
}

describe('sites on streets', () => {
  it('every ask is answered with a certificate that the verifier accepts', async () => {
    let answered = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const ground = gridTown(seed, 14);
      for (const ask of ASKS) {
        const plan = await planSites(ground, ask, {}, { solver: highsSolver });
        if (!plan.ok) {
          expect(plan.problem.code).toBe('siting_target_unreachable');
          if (ask.kind === 'reach_share') {
            const [short] = reachShortfall(ground, ask);
            expect(short.attainable).toBeLessThan(short.needed);
            expect(short.attainableWithForbidden).toBeGreaterThanOrEqual(short.attainable);
          }
          continue;
        }
        answered++;
        const certificate: SiteCertificate = JSON.parse(JSON.stringify(plan.value.certificate));
        const verdict = await verifySite(certificate, ground, highsSolver);
        expect({ seed, ask, refusals: verdict.refusals }).toEqual({ seed, ask, refusals: [] });
        expect(certificate.gap).toBe(0);
      }
    }
    expect(answered).toBeGreaterThan(50);
  });

  it('tells how far it has looked from the candidates, and can be stopped there', async () => {
    const ground = gridTown(1, 45);
    const ask = { kind: 'smallest_walk', sites: 3, farMinutes: 12 } as const;
    const reached: number[] = [];
    let objective = 0;
    const whole = await planSites(
      ground,
      ask,
      {},
      {
        reached: (candidates) => void reached.push(candidates),
        progress: (state) => (objective = state.objective),
      },
    );
    expect(reached).toEqual([0, 20, 40]);
    expect(whole).toMatchObject({ ok: true, value: { certificate: { objective } } });
    const stopped = await planSites(ground, ask, {}, { shouldStop: () => true });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  it('counts existing facilities, half of a village, and whole people, as anyone can recount', async () => {
    const byCounty: SiteAsk = ASKS[2];
    for (let seed = 1; seed <= 23; seed += 2) {
      const ground = gridTown(seed, 14);
      const most = await planSites(ground, ASKS[0], {}, { solver: highsSolver });
      if (!most.ok) throw new Error(most.problem.code);
      expect(most.value.certificate.objective).toBe(walked(ground, most.value.chosen).people);
      const facts = planFacts(ground, most.value.chosen);
      expect(facts.coveredAfter).toBe(most.value.certificate.objective);
      for (const [n, site] of facts.sites.entries()) {
        const without = most.value.chosen.filter((_, m) => m !== n);
        expect(facts.coveredAfter - site.onlyHere).toBe(walked(ground, without).people);
        expect(facts.coveredBefore + site.gained).toBe(walked(ground, [site.candidate]).people);
      }
      const target = await planSites(ground, byCounty, {}, { solver: highsSolver });
      if (!target.ok) continue;
      const { byUnit } = walked(ground, target.value.chosen);
      for (const county of [1, 2]) {
        const villages = ground.units.codes.flatMap((_, u) =>
          ground.units.levels[u] === 'village' &&
          ground.units.parent[ground.units.parent[u]] === county
            ? [u]
            : [],
        );
        const reached = villages.filter((u) => {
          const [all, some] = byUnit.get(u) ?? [0, 0];
          return all > 0 && 2 * some >= all;
        });
        expect(100 * reached.length).toBeGreaterThanOrEqual(60 * villages.length);
      }
    }
  });

  it('a certificate for other streets, files or facts is refused', async () => {
    const ground = gridTown(3, 14);
    const plan = await planSites(ground, ASKS[0], {}, { solver: highsSolver });
    if (!plan.ok) throw new Error(plan.problem.code);
    const { certificate } = plan.value;
    const refused = async (changed: SiteCertificate, on: SiteGround = ground) =>
      expect((await verifySite(changed, on, highsSolver)).accepted).toBe(false);
    await refused({ ...certificate, sites: ['c0', 'c1', 'c2'] });
    await refused({
      ...certificate,
      objective: certificate.objective + 1,
      bound: certificate.bound + 1,
    });
    await refused({ ...certificate, ask: { kind: 'most_people', sites: 2 } });
    await refused({ ...certificate, candidateState: certificate.candidateState.map(() => 2) });
    await refused(certificate, gridTown(4, 14));
    await refused(certificate, { ...ground, limitCm: ground.limitCm - 3000 });
    await refused(certificate, { ...ground, demand: ground.demand.map((w) => w + 1) });
  });
});

describe('rules in order, and years', () => {
  it('a later rule keeps the sites of the earlier, and each certificate holds', async () => {
    let answered = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const ground = gridTown(seed, 14);
      const plans = await planStack(ground, [ASKS[4], ASKS[0]], {}, { solver: highsSolver });
      if (!plans.ok) continue;
      answered++;
      const [towns, most] = plans.value;
      expect(most.chosen).toEqual(expect.arrayContaining([...towns.chosen]));
      expect(most.chosen.length).toBeLessThanOrEqual(towns.chosen.length + 3);
      expect((await verifySite(towns.certificate, ground, highsSolver)).refusals).toEqual([]);
      const then = groundWith(ground, towns.chosen);
      expect((await verifySite(most.certificate, then, highsSolver)).refusals).toEqual([]);
    }
    expect(answered).toBeGreaterThan(4);
  });

  for (const goal of ['people', 'villages'] as const) {
    it(`every first year brings the most ${goal} of all choices, and no year spends too much`, async () => {
      for (let seed = 1; seed <= 11; seed += 2) {
        const ground = gridTown(seed, 12);
        const chosen = [...ground.candidateState.keys()].filter(
          (j) => ground.candidateState[j] === 0,
        );
        const terms = { perYear: { budget: 20 }, goal };
        const planned = await planYears(ground, chosen, terms, {}, { solver: highsSolver });
        if (!planned.ok) throw new Error(planned.problem.code);
        const { years, certificate } = planned.value;
        const worth = (sites: readonly number[]) => {
          const facts = planFacts(ground, sites);
          return goal === 'people' ? facts.coveredAfter : facts.villagesAfter;
        };
        let best = 0;
        for (let mask = 0; mask < 1 << chosen.length; mask++) {
          const some = chosen.filter((_, n) => ((mask >> n) & 1) === 1);
          const cost = some.reduce((sum, j) => sum + ground.candidateCost[j], 0);
          if (some.length <= 3 && cost <= 20) best = Math.max(best, worth(some));
        }
        expect(worth(years[0].opened)).toBe(best);
        expect(years[0]).toMatchObject({ reached: best, bound: best });
        let spent = 0;
        let before = 0;
        for (const year of years) {
          spent += year.spent;
          expect(spent).toBeLessThanOrEqual(20 * year.year + 1e-9);
          expect(year.peopleCovered).toBeGreaterThanOrEqual(before);
          expect(year.reached).toBeLessThanOrEqual(year.bound);
          before = year.peopleCovered;
        }
        // Another schedule, the dearest first, never passes the bound of a year.
        const dearFirst = [...chosen].sort(
          (a, b) => ground.candidateCost[b] - ground.candidateCost[a],
        );
        for (const { year, bound } of years) {
          const other: number[] = [];
          let cost = 0;
          for (const j of dearFirst) {
            if (cost + ground.candidateCost[j] > 20 * year) continue;
            other.push(j);
            cost += ground.candidateCost[j];
          }
          expect(worth(other)).toBeLessThanOrEqual(bound);
        }
        const opened = years.flatMap((year) => [...year.opened]);
        expect(opened.sort((a, b) => a - b)).toEqual(chosen);
        // The verifier accepts it as read from a file, and no bound or figure that is too good.
        const read = parseCertificate(JSON.stringify(certificate)) as YearsCertificate;
        expect((await verifyCertificate(read, ground, highsSolver)).refusals).toEqual([]);
        const spoilt = (change: Partial<YearsCertificate['years'][number]>) => ({
          ...read,
          years: read.years.map((year, n) => (n === 0 ? { ...year, ...change } : year)),
        });
        for (const change of [{ bound: best - 1 }, { reached: best + 1 }, { opened: [] }]) {
          const verdict = await verifyCertificate(spoilt(change), ground, highsSolver);
          expect(verdict.accepted).toBe(false);
        }
      }
    });
  }
});
