import { describe, expect, it } from 'vitest';
import { joinTables, type JoinMode } from '../../../../src/core/import/join/join-tables';
import { readCsv } from '../../../../src/core/import/read/csv';
import { tableRequest, type ImportedTable } from '../../../../src/core/import/table/imported-table';
import type { TableName } from '../../../../src/core/store/tables';
import { valueAt } from '../../../../src/core/store/columns';

function table(name: TableName, ...lines: string[]): ImportedTable {
  const read = readCsv(new TextEncoder().encode(lines.join('\n')), name, {
    ...tableRequest(name),
    needed: [],
  });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

const rows = ({ columns, rowCount }: ImportedTable, ...names: string[]) =>
  Array.from({ length: rowCount }, (_, row) => names.map((name) => valueAt(columns[name], row)));

const counts = (mode: JoinMode, base: ImportedTable, incoming: ImportedTable) => {
  const { added, removed, changed, unchanged, before, after } = joinTables(
    base,
    incoming,
    mode,
  ).changes;
  return { added, removed, changed, unchanged, before, after };
};

const lastYear = table(
  'facilities',
  'facility_id,name,unit_code,beds,lon,lat',
  'F1,甲站,350404001001,10,117.6,26.2',
  'F2,乙站,350404001002,20,117.7,26.3',
  'F3,丙站,350426001001,30,118.1,26.1',
);
const thisYear = table(
  'facilities',
  'facility_id,name,unit_code,beds,lon,lat',
  'F1,甲站,350404001001,12,,',
  'F4,丁站,350404001003,,117.8,26.4',
);

describe('joining what came in to what is open', () => {
  it('adds and brings up to date; a blank erases neither beds nor place', () => {
    const { table: joined, changes } = joinTables(lastYear, thisYear, 'add');
    expect(rows(joined, 'facility_id', 'beds', 'lon')).toEqual([
      ['F1', 12, 117.6],
      ['F2', 20, 117.7],
      ['F3', 30, 118.1],
      ['F4', null, 117.8],
    ]);
    expect([...changes.rows].map(({ kind, label, cells }) => [kind, label, cells])).toEqual([
      ['changed', '甲站', [{ column: 'beds', from: 10, to: 12 }]],
      ['added', '丁站', []],
    ]);
  });

  it('replaces the towns it speaks of and leaves the others', () => {
    expect(counts('replace_towns', lastYear, thisYear)).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      unchanged: 0,
      before: 3,
      after: 3,
    });
    const kept = joinTables(lastYear, thisYear, 'replace_towns').table;
    expect(rows(kept, 'facility_id').flat()).toEqual(['F1', 'F3', 'F4']);
  });

  it('replaces everything', () => {
    const kept = joinTables(lastYear, thisYear, 'replace').table;
    expect(rows(kept, 'facility_id').flat()).toEqual(['F1', 'F4']);
  });

  it('finds rows without ids by name and unit, and never mixes up made ids', () => {
    const first = table('facilities', 'facility_id,name,unit_code', 'row-5,甲站,350404001001');
    const second = table(
      'facilities',
      'facility_id,name,unit_code,beds',
      'row-4,甲站,350404001001,7',
      'row-5,乙站,350404001001,8',
    );
    const { table: joined, changes } = joinTables(first, second, 'add');
    expect(rows(joined, 'facility_id', 'name', 'beds')).toEqual([
      ['row-5', '甲站', 7],
      ['row-5.2', '乙站', 8],
    ]);
    expect([changes.added, changes.changed]).toEqual([1, 1]);
  });

  it('the same rows without ids or names double nothing, those of another town are added', () => {
    const head = 'household_id,unit_code,persons';
    const first = table('households', head, 'row-2,350404001001,3', 'row-3,350404001001,2');
    const other = table('households', head, 'row-2,350426001001,3', 'row-3,350404001001,2');
    const both = joinTables(first, other, 'add');
    expect(both.changes).toMatchObject({ added: 1, unchanged: 1, after: 3 });
    expect(rows(both.table, 'household_id').flat()).toEqual(['row-2', 'row-3', 'row-2.2']);
    expect(joinTables(both.table, other, 'add').changes).toMatchObject({ added: 0, unchanged: 2 });
    expect(joinTables(both.table, first, 'add').changes).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('a newer count of volunteers takes the place of the older', () => {
    const head = 'unit_code,registered_volunteers';
    const old = table('volunteers', head, '350404000000,100', '350426000000,50');
    const fresh = table('volunteers', head, '350404000000,120');
    const { table: joined, changes } = joinTables(old, fresh, 'add');
    expect(rows(joined, 'registered_volunteers').flat()).toEqual([120, 50]);
    expect(changes).toMatchObject({ changed: 1, after: 2 });
  });

  it('tells a moved place in metres, and other digits of the same place not at all', () => {
    const moved = table(
      'facilities',
      'facility_id,lon,lat',
      'F1,117.6000001,26.2',
      'F2,117.7,26.301',
    );
    const { changes } = joinTables(lastYear, moved, 'add');
    expect(changes).toMatchObject({ changed: 1, unchanged: 1 });
    expect(changes.rows.at(0)).toMatchObject({ label: '乙站', cells: [], movedMetres: 111 });
  });

  it('the same file again changes nothing', () => {
    for (const mode of ['add', 'replace_towns', 'replace'] as const)
      expect(counts(mode, lastYear, lastYear)).toMatchObject({ unchanged: 3, after: 3 });
  });
});
