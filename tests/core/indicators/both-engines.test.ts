/** The same answers from the native engine and the WASM one: figures, rows behind them, failures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  evaluateIndicators,
  failingRows,
  itemRows,
  sanmingCatalogue,
  type Evaluation,
} from '../../../src/core/indicators';
import { reasonText } from '../../../src/core/export';
import { prepared } from '../../../src/core/indicators/bind';
import type { Database } from '../../../src/core/store/database';
import { createTables } from '../../../src/core/store/open';
import { openNativeDatabase } from '../../../src/runtime/node/duckdb';
import { openWasmDatabase } from '../store/wasm-database';
import {
  chengguanTown,
  city,
  communities,
  facility,
  fill,
  liedong,
  mingxi,
  sanyuan,
  villages,
  type SmallData,
} from './small-city';

const shared = facility(villages[1], { open_hours_text: '8:00-12:00,14:30-17:30' });
const households = villages.flatMap((unit_code, v) =>
  [0, 1, 2].map((i) => ({
    household_id: `${unit_code}-${i}`,
    unit_code,
    lon: 117 + v / 50 + i / 1000,
    lat: 26 + i / 300,
    persons: i + 1,
    dependent: i === 2 ? null : i,
    as_of: '2020-11-01',
    source: 'households',
  })),
);
const data: SmallData = {
  households,
  facilities: [
    shared,
    facility(liedong, {
      type: 'care_centre',
      operator_kind: 'enterprise',
      operator_credit_code: 'A',
      premises_terms: 'free',
      operation_mode: 'public_private',
    }),
    facility(communities[0], {
      type: 'community_service_facility',
      floor_area_m2: 333.335,
      open_hours_text: '全天',
    }),
    facility(communities[2], { type: 'community_service_facility', hours_per_day: 7.5 }),
    facility(communities[2], {
      type: 'home_care_station',
      premises_terms: 'free',
      lon: 117.0005,
      lat: 26.0003,
    }),
  ],
  facility_services: [{ facility_id: shared.facility_id, unit_code: villages[2] }],
  population: [
    {
      unit_code: city,
      as_of: '2020-11-01',
      residents: 1000,
      family_households: 15,
      source: 'census',
    },
    { unit_code: communities[0], as_of: '2020-11-01', residents: 300, source: 'census' },
  ],
  orgs: [
    {
      org_id: 'A',
      name: 'A',
      kind: 'eldercare',
      registration: 'registered',
      registered_unit_code: sanyuan,
    },
    {
      org_id: 'B',
      name: 'B',
      kind: 'community',
      registration: 'filed',
      registered_unit_code: villages[0],
    },
    {
      org_id: 'C',
      name: 'C',
      kind: 'social_work_agency',
      registration: 'registered',
      registered_unit_code: city,
    },
  ],
  org_links: [{ org_id: 'A', unit_code: communities[2], valid_from: '2019-01-01', valid_to: null }],
  social_workers: [
    { worker_id: 'w1', unit_code: communities[0], level: 'intermediate' },
    { unit_code: mingxi, headcount: 12, as_of: '2019-12-31' },
    { unit_code: mingxi, headcount: 15, as_of: '2020-12-31' },
  ],
  volunteers: [{ unit_code: city, registered_volunteers: 130, as_of: '2020-12-31' }],
  duties: [
    {
      unit_code: mingxi,
      duty_id: 'incubator',
      fulfilled: true,
      document_no: '1',
      document_date: '2019-01-01',
    },
  ],
  coverage_circles: ['standard', 'older', 'oldest'].flatMap((basis, i) => [
    {
      basis,
      unit_code: villages[1],
      age_60_plus_total: 10,
      age_60_plus_covered: 9 - 3 * i,
      age_60_plus_not_connected: 1,
      age_60_plus_not_located: 0,
      households_age_unknown: 0,
    },
    ...[chengguanTown, mingxi].map((unit_code, above) => ({
      basis,
      unit_code,
      age_60_plus_total: 10 + 2 * above,
      age_60_plus_covered: 9 - 3 * i + above,
      age_60_plus_not_connected: 1,
      age_60_plus_not_located: above,
      households_age_unknown: above,
    })),
  ]),
};

describe('native and WASM', () => {
  let native: Database;
  let wasm: Database;
  beforeAll(async () => {
    native = await openNativeDatabase();
    wasm = await openWasmDatabase();
    for (const database of [native, wasm]) {
      await createTables(database);
      await fill(database, data);
    }
  });
  afterAll(async () => {
    await native.close();
    await wasm.close();
  });

  it.each(['current', '2017'] as const)('answer alike under %s', async (divisions) => {
    const options = {
      divisions,
      overrides: {
        parameters: { service_station_standard_rate: { area_classes: ['0:300', '250:340'] } },
      },
    };
    const ours = await evaluateIndicators(native, sanmingCatalogue, options);
    const theirs = await evaluateIndicators(wasm, sanmingCatalogue, options);
    expect(theirs).toEqual(ours);
    for (const result of ours.indicators) {
      expect(await itemRows(wasm, result, city), result.entry.id).toEqual(
        await itemRows(native, result, city),
      );
      expect(await failingRows(wasm, theirs, result), result.entry.id).toEqual(
        await failingRows(native, ours, result),
      );
    }
    await checkSql(native, ours);
    const figures = ours.indicators.filter((result) => result.units[0].numerator !== null);
    expect(figures.length).toBeGreaterThanOrEqual(divisions === 'current' ? 31 : 30);
    checkCircle(ours);
  });
});

/** Each SELECT's own value is the one judged from its integers, and every reason has words. */
async function checkSql(database: Database, { indicators }: Evaluation) {
  for (const result of indicators) {
    const { sql, values } = prepared(result.query);
    const rows = await database.query(sql, values);
    for (const row of rows) {
      const unit = result.units.find((one) => one.unitCode === row['unit_code'])!;
      if (unit.valueHundredths === null) continue;
      const at = `${result.entry.id} ${unit.unitCode}`;
      expect(Math.round(100 * Number(row['value'])), at).toBe(unit.valueHundredths);
    }
    for (const { reason } of await itemRows(database, result, city)) {
      expect(reasonText(reason), `${result.entry.id} ${reason}`).not.toMatch(/[a-z_]/);
      expect(reasonText(reason, 'en')).not.toContain('_');
    }
  }
}

/** Sums of a circle under its bases. */
function checkCircle(evaluation: Evaluation) {
  const circle = evaluation.indicators.find(
    ({ entry }) => entry.id === 'eldercare_circle_15min_coverage',
  )!;
  // The county's own part is its sum less its village's.
  const county = circle.units.find((unit) => unit.unitCode === mingxi)!;
  expect([county.numerator, county.denominator, county.unknown]).toEqual([7, 12, 1]);
  const oldest = circle.beside.find((one) => one.companion.id === 'basis_oldest')!;
  expect(oldest.units[0].numerator).toBe(4);
}
