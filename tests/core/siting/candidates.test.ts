import { describe, expect, it } from 'vitest';
import {
  gatherCandidates,
  policyVillages,
  tablesWithin,
  type CandidateChoice,
} from '../../../src/core/siting';
import { spreadJunctions } from '../../../src/core/siting/candidates/junctions';
import type { SiteGround } from '../../../src/core/siting/streets/site-ground';
import type { ImportedTable } from '../../../src/core/import';
import { buildNetwork } from '../../../src/core/network';
import { unitsOf } from '../../../src/core/reach';
import type { ColumnData } from '../../../src/core/store/columns';
import { drawStreets } from '../../fixtures/draw-streets';

const texts = (values: (string | null)[]): ColumnData => ({ kind: 'text', values });
const numbers = (values: number[]): ColumnData => ({
  kind: 'number',
  values: Float64Array.from(values),
});

const table = (name: string, columns: ImportedTable['columns']): ImportedTable => {
  const [first] = Object.values(columns);
  const rowCount = first.kind === 'dictionary' ? first.codes.length : first.values.length;
  return {
    name: 'points',
    fileName: `${name}.csv`,
    rowNumbers: Uint32Array.from({ length: rowCount }, (_, row) => row + 1),
    notes: [],
    rowCount,
    columns,
  };
};

// Streets every 100 m; two villages, west and east of the middle.
const steps = Array.from({ length: 9 }, (_, i) => 100 * i);
const network = buildNetwork(
  drawStreets([
    ...steps.map((y) => ({ points: steps.map((x) => [x, y]) })),
    ...steps.map((x) => ({ points: steps.map((y) => [x, y]) })),
  ]),
);
const [west, east] = [Math.min(...network.vertexLon), Math.max(...network.vertexLon)];
const middle = (Math.min(...network.vertexLat) + Math.max(...network.vertexLat)) / 2;
const centre = network.vertexLon.findIndex(
  (lon, v) =>
    Math.abs(lon - (west + east) / 2) < 1e-5 && Math.abs(network.vertexLat[v] - middle) < 1e-5,
);
const units = table('units', {
  unit_code: texts(['c', 'w', 'e']),
  parent_code: texts([null, 'c', 'c']),
  name: texts(['city', 'west', 'east']),
  level: texts(['county', 'village', 'village']),
  kind: texts([null, 'villagers_committee', 'villagers_committee']),
  lon: numbers([NaN, west, east]),
  lat: numbers([NaN, middle, middle]),
});
const premises = table('premises', {
  premise_id: texts(['p1', 'p2']),
  unit_code: texts(['w', 'e']),
  lon: numbers([west, NaN]),
  lat: numbers([middle, middle]),
  renovation_cost_10k_yuan: numbers([30, 40]),
});

const choice: CandidateChoice = {
  premises: true,
  offices: true,
  junctionSpacingM: 250,
  drawn: [],
  withinUnit: null,
  withinRing: null,
};
const land = { network, units, premises, areas: new Map() };

describe('candidates out of what a city has', () => {
  it('are premises with a place, village offices and junctions, in the nearest village', () => {
    const places = gatherCandidates(land, choice);
    const ids = places.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['p1', 'Vw', 'Ve']);
    expect(places[0]).toMatchObject({ cost: 30, unitCode: 'w', source: 'premise' });
    const junctions = places.filter(({ source }) => source === 'junction');
    expect(junctions.length).toBeGreaterThan(8);
    for (const { lon, unitCode } of junctions) {
      if (Math.abs(lon - (west + east) / 2) < 1e-4) continue;
      expect(unitCode).toBe(lon < (west + east) / 2 ? 'w' : 'e');
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keep to a unit, and junctions to a drawn area', () => {
    const inWest = gatherCandidates(land, { ...choice, withinUnit: 'w' });
    expect(new Set(inWest.map(({ unitCode }) => unitCode))).toEqual(new Set(['w']));
    const [lon, lat] = [network.vertexLon[centre], network.vertexLat[centre]];
    const withinRing = [
      [lon - 2e-4, lat - 2e-4],
      [lon + 2e-4, lat - 2e-4],
      [lon + 2e-4, lat + 2e-4],
      [lon - 2e-4, lat + 2e-4],
    ] as const;
    const inRing = gatherCandidates(land, { ...choice, withinRing, junctionSpacingM: 10 });
    expect(inRing.filter(({ source }) => source === 'junction').map(({ id }) => id)).toEqual([
      `J${centre}`,
    ]);
  });

  it('take junctions further apart rather than too many of them', () => {
    const everywhere = () => true;
    const all = spreadJunctions(network, 1, 1000, everywhere);
    expect(all.length).toBe(9 * 9 - 4);
    const few = spreadJunctions(network, 1, 10, everywhere);
    expect(few.length).toBeLessThanOrEqual(10);
    expect(few.length).toBeGreaterThan(2);
  });
});

describe('one unit of a city', () => {
  const households = table('households', {
    unit_code: texts(['w', 'e', 'w', null]),
    lon: numbers([1, 2, 3, 4]),
  });

  it('keeps its own households and units, and nobody else', () => {
    const within = tablesWithin({ network, households, units }, 'w');
    if (!within.ok) throw new Error(within.problem.code);
    expect(within.value.households.columns.lon).toMatchObject({ values: Float64Array.of(1, 3) });
    expect([...within.value.households.rowNumbers]).toEqual([1, 3]);
    expect(within.value.units?.rowCount).toBe(1);
    const whole = tablesWithin({ network, households, units }, 'c');
    expect(whole.ok && whole.value.households.rowCount).toBe(3);
    expect(tablesWithin({ network, households, units }, 'x')).toMatchObject({
      problem: { code: 'siting_unit_unknown' },
    });
  });
});

describe('villages by the policy’s own rule', () => {
  const facilities = table('facilities', {
    facility_id: texts(['f1', 'f2']),
    unit_code: texts(['c', 'c']),
    type: texts(['care_centre', 'care_centre']),
    status: texts(['operating', 'closed']),
  });
  const services = table('services', {
    facility_id: texts(['f1', 'f2']),
    unit_code: texts(['w', 'e']),
  });

  it('count those a facility in use is listed to serve, and those that get a site', () => {
    const ground = {
      units: unitsOf(units),
      tables: { network, households: premises, candidates: premises, facilities, services },
      candidateUnit: Int32Array.of(2),
    } as unknown as SiteGround;
    const counted = (chosen: readonly number[]) =>
      policyVillages(ground, chosen, ['care_centre'], ['operating']);
    expect(counted([])).toEqual({ before: 1, after: 1 });
    expect(counted([0])).toEqual({ before: 1, after: 2 });
  });
});
