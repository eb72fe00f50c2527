import { describe, expect, it } from 'vitest';
import {
  advanced,
  applyScenario,
  diffScenarios,
  emptyPlan,
  freeId,
  historyOf,
  policyChanges,
  readPlan,
  redone,
  undone,
  withCorrection,
  withOption,
  withSites,
  withoutCorrection,
  withoutSites,
  type PlannedSite,
  type Scenario,
} from '../../../src/core/scenario';
import type { ImportedTable } from '../../../src/core/import';
import { dictionaryOf, valueAt } from '../../../src/core/store/columns';

const facilities: ImportedTable = {
  name: 'facilities',
  fileName: 'facilities.csv',
  rowCount: 3,
  rowNumbers: Uint32Array.of(2, 3, 4),
  notes: [],
  columns: {
    facility_id: { kind: 'text', values: ['F1', 'F2', 'F3'] },
    name: { kind: 'text', values: ['甲', '乙', '丙'] },
    type: dictionaryOf(['care_centre', 'home_care_station', 'meal_point']),
    status: dictionaryOf(['operating', 'operating', 'under_construction']),
    unit_code: dictionaryOf(['350421001001', '350421001002', '350421001003']),
    lon: { kind: 'number', values: Float64Array.of(117, 117.1, NaN) },
    lat: { kind: 'number', values: Float64Array.of(26, 26.1, NaN) },
  },
};

const site: PlannedSite = {
  id: 'site-1',
  name: '旧校舍',
  type: 'home_care_station',
  lon: 117.2,
  lat: 26.2,
  unitCode: '350421001004',
  capacityPersons: 30,
  cost10kYuan: 45.5,
  year: 2027,
  buildingMode: 'renovated',
  isChosen: true,
  origin: 'premise',
  originId: 'P1',
};
const empty: Scenario = { id: 'option-1', name: '方案一', changes: [] };

const row = (table: ImportedTable, at: number) =>
  Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => [name, valueAt(column, at)]),
  );

describe('applying an option', () => {
  it('corrects rows in their place, appends sites and leaves the data alone', () => {
    const before = structuredClone(facilities);
    let option = withSites(empty, [site, { ...site, id: 'site-2', isChosen: false }]);
    option = withCorrection(option, {
      kind: 'move',
      facilityId: 'F1',
      lon: 117.05,
      lat: 26.05,
      unitCode: null,
    });
    option = withCorrection(option, { kind: 'close', facilityId: 'F2' });
    option = withCorrection(option, { kind: 'change', facilityId: 'F3', status: 'built' });
    option = withCorrection(option, { kind: 'change', facilityId: 'F3', type: 'care_centre' });
    const { facilities: planned, changedRows, notes } = applyScenario(facilities, option);
    expect(notes).toEqual([]);
    expect(changedRows).toEqual([0, 1, 2, 3, 4]);
    expect(planned.rowCount).toBe(5);
    expect(row(planned, 0)).toMatchObject({
      lon: 117.05,
      lat: 26.05,
      unit_code: '350421001001',
      status: 'operating',
      location_precision: 'door',
    });
    expect(row(planned, 1)).toMatchObject({ status: 'closed', lon: 117.1, name: '乙' });
    // The second correction of F3 completes the first.
    expect(row(planned, 2)).toMatchObject({ status: 'built', type: 'care_centre', lon: null });
    expect(row(planned, 3)).toMatchObject({
      facility_id: 'site-1',
      name: '旧校舍',
      status: 'built',
      capacity_persons: 30,
      built_year: 2027,
    });
    expect(row(planned, 4)).toMatchObject({ facility_id: 'site-2', status: 'planned' });
    expect(row(planned, 0).capacity_persons).toBeNull();
    expect(facilities).toEqual(before);
    expect(applyScenario(facilities, empty).facilities).toBe(facilities);
  });

  it('says which facility is not there, and gives types to no data that have none', () => {
    const { facility_id, name, lon, lat } = facilities.columns;
    const plain = { ...facilities, columns: { facility_id, name, lon, lat } };
    const option = withCorrection(withSites(empty, [site]), { kind: 'close', facilityId: 'X' });
    const { facilities: planned, notes } = applyScenario(plain, option);
    expect(notes).toEqual([
      { code: 'scenario_facility_missing', params: { option: '方案一', facility: 'X' } },
    ]);
    expect(Object.keys(planned.columns)).not.toContain('type');
    expect(Object.keys(planned.columns)).not.toContain('status');
  });

  it('hands the indicators whole rows', () => {
    const option = withCorrection(withSites(empty, [site]), { kind: 'close', facilityId: 'F2' });
    const { added, removedIds } = policyChanges(facilities, option);
    expect(removedIds).toEqual([]);
    expect(added).toMatchObject({
      facility_id: ['F2', 'site-1'],
      status: ['closed', 'built'],
      name: ['乙', '旧校舍'],
    });
    expect(policyChanges(facilities, empty).added).toBeNull();
  });
});

describe('edits', () => {
  it('replace by id, take back, and return the same value where nothing differs', () => {
    const one = withSites(empty, [site]);
    const moved = withSites(one, [{ ...site, lon: 118 }]);
    expect(moved.changes).toHaveLength(1);
    expect(one.changes[0]).toMatchObject({ site: { lon: 117.2 } });
    expect(withoutSites(moved, ['site-1']).changes).toEqual([]);
    expect(withoutSites(moved, ['site-9'])).toBe(moved);
    const closed = withCorrection(moved, { kind: 'close', facilityId: 'F2' });
    expect(withoutCorrection(closed, 'F2', 'move')).toBe(closed);
    expect(withoutCorrection(closed, 'F2').changes).toHaveLength(1);
  });

  it('give ids that nobody has', () => {
    const plan = withOption(emptyPlan, withSites(empty, [{ ...site, id: 'site-7' }]));
    expect(freeId(plan, 'site')).toBe('site-8');
    expect(freeId(plan, 'option')).toBe('option-2');
    expect(freeId(emptyPlan, 'option')).toBe('option-1');
  });

  it('go back and forward; a new step forgets what was undone', () => {
    const a = historyOf(0);
    const c = advanced(advanced(a, 1), 2);
    expect(advanced(c, 2)).toBe(c);
    expect(undone(c).present).toBe(1);
    expect(redone(undone(c)).present).toBe(2);
    expect(undone(a).present).toBe(0);
    expect(advanced(undone(c), 9).future).toEqual([]);
  });
});

describe('differences', () => {
  it('are told by what a site was taken from, not by its id', () => {
    const here = withSites(empty, [site]);
    const there = withSites(empty, [{ ...site, id: 'site-5' }]);
    expect(diffScenarios(here, there)).toEqual([]);
    const moved = withSites(empty, [{ ...site, lat: 26.21 }]);
    expect(diffScenarios(here, moved).map(({ kind }) => kind)).toEqual(['differs']);
    expect(diffScenarios(null, here).map(({ kind }) => kind)).toEqual(['only_there']);
    expect(diffScenarios(here, null).map(({ kind }) => kind)).toEqual(['only_here']);
  });
});

describe('a plan out of a file', () => {
  const option = withCorrection(withSites(empty, [site]), {
    kind: 'change',
    facilityId: 'F1',
    capacityPersons: null,
  });
  const plan = { options: [option], reason: '少花钱' };

  it('comes back as it was', () => {
    expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
  });

  it.each([
    [{ options: {} }, 'options'],
    [null, 'plan'],
    [{ options: [{ ...option, name: 3 }] }, 'options[0].name'],
    [{ options: [option, option] }, 'options'],
    [{ options: [{ ...option, changes: [{ kind: 'burn', facilityId: 'F1' }] }] }, '.kind'],
    [{ options: [{ ...option, changes: [{ kind: 'add', site: { ...site, lat: 91 } }] }] }, '.lon'],
    [
      { options: [{ ...option, changes: [{ kind: 'add', site: { ...site, type: 'pub' } }] }] },
      '.type',
    ],
    [
      { options: [{ ...option, changes: [{ kind: 'add', site: { ...site, cost10kYuan: -1 } }] }] },
      'cost10kYuan',
    ],
  ])('is refused where %j is wrong', (value, field) => {
    const read = readPlan(JSON.parse(JSON.stringify(value)));
    expect(read).toMatchObject({ ok: false, problem: { code: 'plan_field' } });
    expect(read.ok ? '' : read.problem.params.field).toContain(field);
  });
});
