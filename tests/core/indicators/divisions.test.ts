import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CodePair } from '../../../src/core/indicators/divisions/crosswalk';
import { codeResolver } from '../../../src/core/indicators/divisions/resolve-code';
import {
  ancestorsOf,
  unitTree,
  type AdminUnit,
} from '../../../src/core/indicators/divisions/unit-tree';
import { ask, evaluation } from './ask';
import { city, communities, facility, liedong, mingxi, sanyuan, villages } from './small-city';

const meilie2017 = '350402000000';
const sanyuan2017 = '350403000000';
const [v0, v1] = villages;

describe('2017年区划 and 现行区划', () => {
  it('the same rows by the twelve counties of 2017', async () => {
    const facilities = [
      facility(v0),
      facility(v1),
      facility(communities[1], { type: 'care_centre', operator_kind: 'enterprise' }),
    ];
    const options = { divisions: '2017' as const };
    expect(
      await ask(
        'rural_eldercare_village_coverage',
        { facilities },
        [city, meilie2017, sanyuan2017, mingxi, sanyuan],
        options,
      ),
    ).toEqual([
      '2/5 missed -1',
      '1/1 met -0',
      '0/0 insufficient none_to_assess',
      '1/4 missed -2',
      'absent',
    ]);
    expect(
      await ask(
        'care_centre_subdistrict_coverage',
        { facilities },
        [city, meilie2017, sanyuan2017],
        options,
      ),
    ).toEqual(['1/2 missed -1', '0/1 missed -1', '1/1 met -0']);
    const { units } = await evaluation({ facilities }, options);
    expect(units.filter((unit) => unit.level === 'county').map((unit) => unit.name)).toEqual([
      '梅列区',
      '三元区',
      '明溪县',
    ]);
  });

  it('joins old tables to new codes: 6 and 9 digits built in, 12 by an imported table', async () => {
    const oldVillage = '350402100207';
    const facilities = [
      facility(oldVillage),
      facility('350402001', { type: 'care_centre', operator_kind: 'enterprise' }),
    ];
    const codes = [city, sanyuan];
    const rural = 'rural_eldercare_village_coverage';
    // Known to lie in 陈大镇, but in which village nobody says.
    expect(await ask(rural, { facilities }, codes)).toEqual(['0/5 missed -3', '0/1 missed -1']);
    const notes = (await evaluation({ facilities })).notes;
    expect(notes).toContainEqual({
      code: 'rows_placed_roughly',
      params: { table: 'facilities', count: 1 },
    });
    const unit_crosswalk = [{ old_code: oldVillage, new_code: v0 }];
    expect(await ask(rural, { facilities, unit_crosswalk }, codes)).toEqual([
      '1/5 missed -2',
      '1/1 met -0',
    ]);
    expect(await ask('care_centre_subdistrict_coverage', { facilities }, [city, liedong])).toEqual([
      '1/2 missed -1',
      '1/1 met -0',
    ]);
  });

  it('counts a village merged since 2017 once, whichever part its facilities name', async () => {
    const parts = ['350421200231', '350421200232'];
    const unit_crosswalk = parts.map((old_code) => ({ old_code, new_code: v1 }));
    const facilities = parts.map((code) => facility(code));
    expect(
      await ask('rural_eldercare_village_coverage', { facilities, unit_crosswalk }, [mingxi]),
    ).toEqual(['1/4 missed -2']);
  });

  it('merges the villages of an old table where the crosswalk says so', async () => {
    const unit = (
      unit_code: string,
      level: string,
      parent_code: string | null,
      kind: string | null,
    ) => ({
      unit_code,
      parent_code,
      name: unit_code,
      level,
      kind,
    });
    const admin_units = [
      unit(city, 'city', null, null),
      unit(meilie2017, 'county', city, null),
      unit(sanyuan2017, 'county', city, null),
      unit('350402100000', 'town', meilie2017, 'town'),
      unit('350403100000', 'town', sanyuan2017, 'town'),
      unit('350402100201', 'village', '350402100000', 'villagers_committee'),
      unit('350402100202', 'village', '350402100000', 'villagers_committee'),
      unit('350403100201', 'village', '350403100000', 'villagers_committee'),
    ];
    const unit_crosswalk = ['350402100201', '350402100202'].map((old_code) => ({
      old_code,
      new_code: '350404100250',
    }));
    const facilities = [facility('350402100202')];
    const id = 'rural_eldercare_village_coverage';
    const data = { admin_units, unit_crosswalk, facilities };
    expect(await ask(id, data, [city, sanyuan, '350404100250'])).toEqual([
      '1/2 missed -1',
      '1/2 missed -1',
      '1/1 informative',
    ]);
    expect(await ask(id, data, [city, meilie2017, sanyuan2017], { divisions: '2017' })).toEqual([
      '1/3 missed -1',
      '1/2 missed -1',
      '0/1 missed -1',
    ]);
  });

  it('adds the figures of old counties, and divides none', async () => {
    const id = 'volunteer_registration_rate';
    const rows = (codes: readonly string[], residents: number, registered_volunteers: number) => ({
      population: codes.map((unit_code) => ({ unit_code, as_of: '2020-11-01', residents })),
      volunteers: codes.map((unit_code) => ({
        unit_code,
        registered_volunteers,
        as_of: '2020-11-01',
      })),
    });
    expect(
      await ask(id, rows([meilie2017, sanyuan2017, mingxi], 100, 13), [city, sanyuan]),
    ).toEqual(['39/300 met -0', '26/200 informative']);
    expect(await ask(id, rows([meilie2017, mingxi], 100, 13), [city, sanyuan])).toEqual([
      '?/? insufficient denominator_missing',
      '?/? insufficient denominator_missing',
    ]);
    expect(
      await ask(id, rows([sanyuan, mingxi], 100, 13), [city, meilie2017, mingxi], {
        divisions: '2017',
      }),
    ).toEqual(['26/200 met -0', '?/? insufficient denominator_missing', '13/100 informative']);
  });
});

type UnitRow = Readonly<Record<string, string>>;
const rowsOf = (path: string) =>
  papaparse.parse<UnitRow>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

describe('the real units of the city', () => {
  const units: AdminUnit[] = rowsOf(
    resolve(import.meta.dirname, '../../../data/sanming-divisions.csv'),
  ).map((row) => ({
    unitCode: row.unit_code,
    parentCode: row.parent_code || null,
    name: row.name,
    level: row.level as AdminUnit['level'],
    kind: row.kind || null,
    hostCode: row.host_code || null,
    isCentralTown: null,
    isResettlementSite: null,
  }));

  it('stand in 11 counties today and in 12 of 2017, every town and village in one of them', () => {
    for (const [divisions, count] of [
      ['current', 11],
      ['2017', 12],
    ] as const) {
      const tree = unitTree(units, divisions);
      const all = [...tree.units.values()];
      expect(all.filter((unit) => unit.level === 'county')).toHaveLength(count);
      expect(all.filter((unit) => unit.level === 'town')).toHaveLength(141);
      expect(all.filter((unit) => unit.level === 'village')).toHaveLength(1964);
      for (const unit of all.filter((one) => one.level === 'village')) {
        const levels = ancestorsOf(tree, unit.unitCode).map((above) => above.level);
        expect(levels, unit.unitCode).toEqual(['village', 'town', 'county', 'city']);
      }
    }
    const old = unitTree(units, '2017');
    const townsOf = (county: string) =>
      [...old.units.values()].filter((unit) => unit.parentCode === county && unit.level === 'town')
        .length;
    expect([townsOf(meilie2017), townsOf(sanyuan2017), townsOf('350427000000')]).toEqual([
      5, 7, 12,
    ]);
  });

  it('take in every code of 2016: exactly by the imported table, else at their town or county', () => {
    const shared = resolve(import.meta.dirname, '../../../../shared/data/divisions');
    if (!existsSync(shared)) {
      console.warn('SKIPPED: ../shared/data is absent, so no real old codes are resolved');
      return;
    }
    const pairs: CodePair[] = rowsOf(resolve(shared, 'village-crosswalk-2016-2023.csv'))
      .filter((row) => row.code_2023)
      .map((row) => ({ oldCode: row.code_2016, newCode: row.code_2023 }));
    expect(pairs).toHaveLength(1809);
    const tree = unitTree(units, 'current', pairs);
    const withTable = codeResolver(tree, pairs);
    const without = codeResolver(tree);
    let exact = 0;
    for (const { unit_code: code, level } of rowsOf(resolve(shared, 'sanming-2016.csv'))) {
      const resolved = withTable(code);
      expect(resolved, code).not.toBeNull();
      if (level === 'village' && resolved!.isExact) exact++;
      const county = ancestorsOf(tree, without(code)!.unitCode).find((u) => u.level === 'county');
      const today = code.startsWith('350402') || code.startsWith('350403') ? sanyuan : null;
      if (today !== null) expect(county?.unitCode, code).toBe(today);
    }
    for (const { oldCode, newCode } of pairs) {
      expect(withTable(oldCode)).toEqual({ unitCode: newCode, isExact: true });
    }
    expect(exact).toBeGreaterThanOrEqual(1809);
    expect(withTable('350402')).toEqual({ unitCode: sanyuan, isExact: true });
    expect(withTable('350427')).toEqual({ unitCode: '350405000000', isExact: true });
    expect(withTable('110101000000')).toBeNull();
  });
});
