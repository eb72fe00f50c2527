import { describe, expect, it } from 'vitest';
import { compareEvaluations, sanmingCatalogue } from '../../../src/core/indicators';
import { effectiveEntry } from '../../../src/core/indicators/catalogue/settings';
import { centralTownsWithin, readArea } from '../../../src/core/indicators';
import { changeLines } from '../../../src/core/export';
import { ask, evaluation } from './ask';
import {
  chenda,
  city,
  columnsOf,
  facility,
  mingxi,
  smallCity,
  smallUnits,
  villages,
  xuefeng,
} from './small-city';

const id = 'rural_eldercare_village_coverage';

describe('what a plan would change', () => {
  it('adds, moves and removes facilities without touching the data', async () => {
    const stays = facility(villages[0]);
    const moves = facility(villages[1]);
    const goes = facility(villages[2]);
    const data = { facilities: [stays, moves, goes] };
    const planned = facility(villages[4]);
    const changes = {
      removedIds: [String(goes.facility_id)],
      added: columnsOf([planned, { ...moves, unit_code: villages[3] }]),
      serves: [{ facilityId: String(planned.facility_id), unitCode: villages[1] }],
    };
    // v0 stays, v3 by the move, v4 and v1 by the plan.
    expect(await ask(id, data, [city, mingxi], { changes })).toEqual(['4/5 met -0', '3/4 met -0']);
    expect(await ask(id, data, [city])).toEqual(['3/5 met -0']);
    const before = await evaluation(data, { ids: [id] });
    const after = await evaluation(data, { ids: [id], changes });
    const compared = compareEvaluations(before, after);
    expect(compared.find((unit) => unit.unitCode === city)).toMatchObject({
      changeHundredths: 2000,
      turned: null,
    });
    expect(compared.find((unit) => unit.unitCode === mingxi)).toMatchObject({
      changeHundredths: 2500,
      turned: { from: 'missed', to: 'met' },
    });
  });

  it('two dates of data give a trend', async () => {
    const rows = (as_of: string, volunteers: number) => ({
      unit_code: city,
      as_of,
      registered_volunteers: volunteers,
    });
    const data = {
      population: [
        { unit_code: city, as_of: '2019-12-31', residents: 1000 },
        { unit_code: city, as_of: '2020-12-31', residents: 2000 },
      ],
      volunteers: [rows('2019-12-31', 120), rows('2020-12-31', 260)],
    };
    const ids = ['volunteer_registration_rate'];
    const before = await evaluation(data, { ids, asOf: '2019-12-31' });
    const after = await evaluation(data, { ids });
    expect(compareEvaluations(before, after)[0]).toMatchObject({
      changeHundredths: 100,
      turned: { from: 'missed', to: 'met' },
    });
  });
});

describe('what a user changes is said', () => {
  it('targets, readings and lists, each with what was published', () => {
    const entry = sanmingCatalogue.indicators.find((one) => one.id === id)!;
    const {
      changes,
      parameters,
      entry: effective,
    } = effectiveEntry(sanmingCatalogue, entry, {
      targets: { [id]: 70 },
      interpretations: { [id]: 'happiness_homes' },
      shared: { counted_statuses: ['operating'] },
    });
    expect(changes).toEqual([
      {
        what: 'interpretation',
        name: 'interpretation',
        from: 'located_or_shared',
        to: 'happiness_homes',
      },
      { what: 'target', name: 'target', from: 60, to: 70 },
      {
        what: 'parameter',
        name: 'counted_statuses',
        from: ['operating', 'built'],
        to: ['operating'],
      },
    ]);
    expect(effective.target).toBe(70);
    expect(parameters['counted_types']).toEqual(['rural_happiness_home']);
    expect(effectiveEntry(sanmingCatalogue, entry).changes).toEqual([]);
  });

  it('another list of central towns, only where one is read', async () => {
    const overrides = { shared: { central_towns: [chenda] } };
    const { indicators } = await evaluation({}, { overrides });
    const changed = indicators.filter(({ changes }) => changes.length > 0);
    expect(changed.map(({ entry }) => entry.id)).toEqual(['care_centre_central_town_coverage']);
  });

  it('towns by their names', async () => {
    const overrides = { shared: { central_towns: [chenda] } };
    const ids = ['care_centre_central_town_coverage'];
    const { indicators } = await evaluation({}, { overrides, ids });
    expect(changeLines(indicators[0], 'zh')[0]).toContain('+陈大镇');
  });

  it('a target set where the policy has none is judged', async () => {
    const circle = 'eldercare_circle_15min_coverage';
    const row = (covered: number, notLocated = 0) => ({
      coverage_circles: [
        {
          basis: 'older',
          unit_code: villages[0],
          age_60_plus_total: 10,
          age_60_plus_covered: covered,
          age_60_plus_not_located: notLocated,
        },
      ],
    });
    expect(await ask(circle, row(7), [city])).toEqual(['7/10 informative']);
    const options = { overrides: { targets: { [circle]: 75 } } };
    expect(await ask(circle, row(7), [city], options)).toEqual(['7/10 missed -1']);
    expect(await ask(circle, row(8), [city], options)).toEqual(['8/10 met -0']);
    expect(await ask(circle, {}, [city])).toEqual(['?/? insufficient table_missing']);
    // Nobody with a place on the map: nobody was judged; one of ten is enough to count the rest as missed.
    expect(await ask(circle, row(0, 10), [city], options)).toEqual([
      '?/10 insufficient numerator_missing',
    ]);
    expect(await ask(circle, row(0, 9), [city], options)).toEqual(['0/10 missed -8']);
  });

  it('central towns by a drawn polygon are those with their seat in it', async () => {
    const places: Record<string, [number, number]> = {
      [chenda]: [117.5, 26.5],
      [xuefeng]: [117.2, 26.35],
    };
    const database = await smallCity({
      admin_units: smallUnits.map((unit) => ({
        ...unit,
        lon: places[unit.unit_code as string]?.[0] ?? null,
        lat: places[unit.unit_code as string]?.[1] ?? null,
      })),
    });
    const square = (west: number, east: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, 26],
          [east, 26],
          [east, 27],
          [west, 27],
          [west, 26],
        ],
      ],
    });
    expect(await centralTownsWithin(database, square(117.4, 117.6))).toEqual([chenda]);
    expect(await centralTownsWithin(database, square(117, 118))).toEqual([chenda, xuefeng]);
    await database.close();
  });
});

describe('an area from a file', () => {
  const ring = [
    [117, 26],
    [118, 26],
    [118, 27],
    [117, 26],
  ];
  const polygon = { type: 'Polygon', coordinates: [ring] };
  const read = (value: unknown) => readArea(JSON.stringify(value), 'town.geojson');

  it('is every polygon in it, whatever holds them', () => {
    const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });
    const point = { type: 'Point', coordinates: [117, 26] };
    const whole = {
      type: 'FeatureCollection',
      features: [feature(polygon), feature(point), feature({ ...polygon, type: 'MultiPolygon' })],
    };
    expect(read(polygon)).toMatchObject({ ok: true, value: { coordinates: [[ring]] } });
    expect(read(whole)).toMatchObject({ ok: true, value: { coordinates: [[ring]] } });
    const many = { type: 'MultiPolygon', coordinates: [[ring], [ring]] };
    expect(read(feature(many))).toMatchObject({ value: { coordinates: [[ring], [ring]] } });
  });

  it('is refused with words where it is none', () => {
    const code = (value: unknown) => {
      const area = typeof value === 'string' ? readArea(value, 'a') : read(value);
      return area.ok ? null : area.problem.code;
    };
    expect(code('<kml/>')).toBe('area_not_geojson');
    expect(code({ type: 'Point', coordinates: [117, 26] })).toBe('area_without_polygon');
    expect(code({ type: 'Polygon', coordinates: [[[117, 26], null]] })).toBe(
      'area_without_polygon',
    );
    const metres = ring.map(([x, y]) => [x * 4000, y * 100000]);
    expect(code({ type: 'Polygon', coordinates: [metres] })).toBe('area_not_degrees');
  });
});
