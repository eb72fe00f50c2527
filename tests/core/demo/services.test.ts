/** Facilities and organisations of the whole city against the figures they are calibrated to. */
import { describe, expect, it } from 'vitest';
import { planCounty } from '../../../src/core/demo/people/plan';
import { dutyRows } from '../../../src/core/demo/services/duties';
import { organisationTables } from '../../../src/core/demo/services/organisations';
import { planFacilities } from '../../../src/core/demo/services/plan-facilities';
import { readSources } from '../../../src/core/demo/sources';
import { demoTexts } from './demo-sources';

const city = readSources(demoTexts);
const plans = city.counties.map((c) => planCounty(c, 1));
const facilities = planFacilities(city, plans, 1);
const counts = (type: string) =>
  facilities.filter((f) => f.type === type && ['operating', 'built'].includes(f.status));

describe('facilities', () => {
  it('match the end of 2016', () => {
    expect(counts('rural_happiness_home')).toHaveLength(411);
    expect(counts('home_care_station')).toHaveLength(161);
    const institutions = [
      'rural_welfare_home',
      'residential_care_home',
      'nursing_home',
      'welfare_centre',
    ].flatMap(counts);
    expect(institutions).toHaveLength(148);
    expect(institutions.reduce((sum, f) => sum + f.beds!, 0)).toBe(13_286);
    expect(institutions.every((f) => f.beds! > 0)).toBe(true);
  });

  it('cover about a quarter of the villages by policy, far below 60 %', () => {
    const types = [
      'rural_happiness_home',
      'home_care_station',
      'care_centre',
      'day_care_centre',
      'rural_welfare_home',
      'residential_care_home',
      'nursing_home',
    ];
    const served = new Set(types.flatMap(counts).flatMap((f) => [f.village.code, ...f.serves]));
    const villages = city.counties
      .flatMap((c) => c.towns.flatMap((t) => t.villages))
      .filter((v) => v.kind === 'villagers_committee');
    const share = villages.filter((v) => served.has(v.code)).length / villages.length;
    expect(share).toBeGreaterThan(0.21);
    expect(share).toBeLessThan(0.28);
  });

  it('have ids of their own, every status and a few shared rooms', () => {
    expect(new Set(facilities.map((f) => f.id)).size).toBe(facilities.length);
    const statuses = new Set(facilities.map((f) => f.status));
    expect([...statuses].sort()).toEqual([
      'built',
      'closed',
      'operating',
      'planned',
      'under_construction',
      'unknown',
    ]);
    const ids = new Map(facilities.map((f) => [f.id, f]));
    const sharing = facilities.filter((f) => f.sharesRoomsWith !== null);
    expect(sharing.length).toBeGreaterThan(20);
    for (const f of sharing) expect(ids.get(f.sharesRoomsWith!)!.village).toBe(f.village);
  });

  it('fall short in the 街道 too', () => {
    const withCentre = new Set(counts('care_centre').map((f) => f.town));
    const streets = city.counties.flatMap((c) => c.towns).filter((t) => t.kind === 'subdistrict');
    expect(streets.filter((t) => withCentre.has(t))).toHaveLength(10);
  });
});

describe('organisations', () => {
  const tables = organisationTables(city, 1, () => true);
  it('has some targets met and some missed', () => {
    const heads = tables.social_workers.reduce((sum, r) => sum + Number(r.headcount ?? 1), 0);
    expect(heads).toBe(2_416);
    const intermediate = tables.social_workers
      .filter((r) => String(r.level).includes('intermediate'))
      .reduce((sum, r) => sum + Number(r.headcount ?? 1), 0);
    expect(intermediate).toBe(541);
    const agencies = tables.orgs.filter(
      (r) => r.kind === 'social_work_agency' && r.registration === 'registered',
    );
    expect(agencies.length).toBeGreaterThanOrEqual(20);
    const volunteers = tables.volunteers.reduce(
      (sum, r) => sum + Number(r.registered_volunteers),
      0,
    );
    expect(volunteers / city.census.residents).toBeLessThan(0.13);
    expect(volunteers / city.census.residents).toBeGreaterThan(0.11);
  });

  it('links only to organisations that exist, ids once', () => {
    const ids = tables.orgs.map((r) => r.org_id);
    const known = new Set(ids);
    expect(known.size).toBe(ids.length);
    for (const link of tables.org_links) expect(known.has(link.org_id)).toBe(true);
  });

  it('leaves some duties unfulfilled and some unknown', () => {
    const duties = dutyRows(city, 1, () => true);
    expect(duties).toHaveLength(88);
    for (const state of [true, false, null]) {
      expect(duties.some((d) => d.fulfilled === state)).toBe(true);
    }
    for (const d of duties) expect(d.document_no === null).toBe(d.fulfilled !== true);
  });
});
