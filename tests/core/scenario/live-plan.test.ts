import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ElevationGrid } from '../../../src/core/geo';
import { readDataFolder, type ImportedTable } from '../../../src/core/import';
import { buildSnapIndex, readNetwork } from '../../../src/core/network';
import { networkBox } from '../../../src/core/network/network-box';
import {
  CoverageState,
  coverageGround,
  coverageRun,
  defaultConditions,
  defaultSnapCaps,
  type CoverageParameters,
} from '../../../src/core/reach';
import { circleTypes, countingStatuses } from '../../../src/core/store/counting';
import {
  LivePlan,
  UnitFinder,
  facilitiesByUnit,
  onFootMeter,
  plannedGround,
  policyMeter,
  withCorrection,
  withSites,
  type LiveTerms,
  type PlannedSite,
  type Scenario,
} from '../../../src/core/scenario';
import { textAt } from '../../../src/core/store/columns';

const folder = new URL('../../../data/example/', import.meta.url);
const parameters: CoverageParameters = {
  minutes: 10,
  speedMS: 0.8,
  types: circleTypes,
  statuses: countingStatuses,
  includesVillagePoints: false,
};
const empty: Scenario = { id: 'option-1', name: '方案一', changes: [] };
let terms: LiveTerms;
let bounds: readonly [number, number, number, number];

beforeAll(async () => {
  const read = async (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
  const opened = await readDataFolder({ names: readdirSync(folder), read });
  if (!opened.ok) throw new Error(opened.problem.code);
  const { tables, streets } = opened.value;
  const network = await readNetwork(streets!.bytes, streets!.fileName);
  if (!network.ok) throw new Error(network.problem.code);
  const snapIndex = buildSnapIndex(network.value.network);
  const { households, facilities, admin_units: units } = tables;
  const ground = coverageGround(
    { network: network.value.network, households: households!, facilities: facilities!, units },
    { caps: defaultSnapCaps, weight: null, snapIndex },
  );
  if (!ground.ok) throw new Error(ground.problem.code);
  bounds = networkBox(network.value.network);
  terms = {
    ground: ground.value,
    parameters,
    snapping: { snapIndex, caps: defaultSnapCaps },
    finder: new UnitFinder(ground.value.units, units, null),
    services: tables.facility_services,
  };
});

const site = (id: string, lon: number, lat: number, unitCode: string | null): PlannedSite => ({
  id,
  name: id,
  type: 'home_care_station',
  lon,
  lat,
  unitCode,
  capacityPersons: null,
  cost10kYuan: null,
  year: null,
  buildingMode: null,
  isChosen: true,
  origin: 'drawn',
  originId: null,
});

/** Everything a run from the start says of an option. */
function recomputed(scenario: Scenario, under: CoverageParameters) {
  const { ground } = plannedGround(terms.ground, scenario, terms.snapping);
  const run = coverageRun(ground, under);
  if (!run.ok) throw new Error(run.problem.code);
  const { units, facilities } = ground;
  const here = facilitiesByUnit(units, facilities, terms.services);
  return {
    run: run.value,
    villages: policyMeter(units, here),
    onFoot: onFootMeter(units, run.value.sums),
  };
}

function expectSame(live: LivePlan, scenario: Scenario): void {
  const under = live.terms.parameters;
  const { run, villages, onFoot } = recomputed(scenario, under);
  expect(live.states).toEqual(run.states);
  for (const [group, sums] of Object.entries(run.sums)) {
    expect(live.sums[group as keyof typeof live.sums]?.covered).toEqual(sums.covered);
  }
  const figures = live.figures();
  expect(figures.policyVillages.now).toEqual(villages);
  expect(figures.onFootVillages?.now).toEqual(onFoot);
  const before = recomputed(empty, under).run;
  const gained = [...run.states.keys()].filter(
    (i) => run.states[i] === CoverageState.covered && before.states[i] !== CoverageState.covered,
  );
  expect([...figures.gainedHouseholds].sort((a, b) => a - b)).toEqual(gained);
  const people = (counts: Float64Array) =>
    [...counts].reduce((sum, n, unit) => sum + (run.ground.units.parent[unit] < 0 ? n : 0), 0);
  const { gained: won, lost } = figures.sinceBaseline;
  expect(won.age_60_plus! - lost.age_60_plus!).toBe(
    people(run.sums.age_60_plus!.covered) - people(before.sums.age_60_plus!.covered),
  );
}

const steps = fc.array(
  fc.record({
    // The first facility stays: a run needs one.
    who: fc.integer({ min: 1, max: 8 }),
    // Now and then far outside the city, as by a wrong digit.
    x: fc.oneof(
      { weight: 7, arbitrary: fc.double({ min: -0.05, max: 1.05, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(-40) },
    ),
    y: fc.double({ min: -0.05, max: 1.05, noNaN: true }),
    ends: fc.constantFrom('drop', 'drop', 'release', 'close'),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Slopes up to about a fifth, all over the streets. */
function hillsOver([west, south, east, north]: typeof bounds): ElevationGrid {
  const side = 60;
  const heightM = Float32Array.from(
    { length: side * side },
    (_, i) => 100 + 25 * Math.sin((i % side) / 2) + 25 * Math.cos(Math.floor(i / side) / 2),
  );
  const [stepLon, stepLat] = [(east - west) / (side - 1), (north - south) / (side - 1)];
  return { west, north, stepLon, stepLat, columns: side, rows: side, heightM };
}

const facilityIds = (table: ImportedTable) =>
  Array.from({ length: table.rowCount }, (_, row) => textAt(table.columns.facility_id, row)!);

describe('an option that follows the hand', () => {
  it.each([
    ['level', 40],
    ['hilly', 20],
  ])('is at every step what a full run over it would give, on %s streets', (streets, numRuns) => {
    const conditions = { ...defaultConditions, elevation: hillsOver(bounds) };
    const under = streets === 'level' ? parameters : { ...parameters, conditions };
    fc.assert(
      fc.property(steps, (walk) => {
        const live = new LivePlan({ ...terms, parameters: under });
        const ids = facilityIds(terms.ground.facilities);
        const [west, south, east, north] = bounds;
        let option = empty;
        for (const { who, x, y, ends } of walk) {
          const lon = west + x * (east - west);
          const lat = south + y * (north - south);
          // Some are of the data, the others sites put down anew.
          const id = ids[who] ?? `site-${who}`;
          const isOfData = who < ids.length;
          if (!isOfData && !option.changes.some((c) => c.kind === 'add' && c.site.id === id)) {
            option = withSites(option, [site(id, lon, lat, null)]);
            live.open(option);
          }
          const { held } = live.hold(id, lon, lat);
          live.hold(id, lon + 0.0003, lat);
          live.hold(id, lon, lat);
          const unitCode = held!.unitIndex < 0 ? null : terms.ground.units.codes[held!.unitIndex];
          const dropped = isOfData
            ? withCorrection(option, { kind: 'move', facilityId: id, lon, lat, unitCode })
            : withSites(option, [site(id, lon, lat, unitCode)]);
          expectSame(live, dropped);
          if (ends === 'release') {
            live.release();
          } else {
            option =
              ends === 'close' && isOfData
                ? withCorrection(option, { kind: 'close', facilityId: id })
                : dropped;
            live.open(option);
          }
          expectSame(live, option);
        }
        live.open(null);
        expectSame(live, empty);
      }),
      { numRuns },
    );
  });

  it('counts a site that is only considered while it is held, and not before or after', () => {
    const [west, south, east, north] = bounds;
    const lon = (west + east) / 2;
    const lat = (south + north) / 2;
    const option = withSites(empty, [{ ...site('site-1', lon, lat, null), isChosen: false }]);
    const live = new LivePlan(terms);
    live.open(option);
    expectSame(live, empty);
    const figures = live.hold('site-1', lon, lat);
    expectSame(
      live,
      withSites(empty, [
        site('site-1', lon, lat, terms.ground.units.codes[figures.held!.unitIndex]),
      ]),
    );
    expect(figures.circle?.coordinates.length).toBeGreaterThan(0);
    live.release();
    expectSame(live, empty);
  });

  it('says that a place far from every street brings nobody', () => {
    const live = new LivePlan(terms);
    live.open(withSites(empty, [site('site-1', bounds[0] - 1, bounds[1] - 1, null)]));
    const { held, circle, sincePick } = live.hold('site-1', bounds[0] - 1, bounds[1] - 1);
    expect(held).toMatchObject({ isOnStreets: false, isCounted: true, unitIndex: -1 });
    expect(circle).toBeNull();
    expect(sincePick.gained.age_60_plus).toBe(0);
  });
});
