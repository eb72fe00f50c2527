/** Bombs and giants are refused, people's data dropped, placeholders seen, areas and gpkg read. */
import { utils, write, read as readWorkbook } from '@e965/xlsx';
import initSqlJs from 'sql.js/dist/sql-asm-memory-growth.js';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  importReport,
  mappingOf,
  openFiles,
  reportSheets,
  templateBytes,
  templateColumns,
  understandTable,
  workbookBytes,
} from '../../../src/core/import';
import { tableNames } from '../../../src/core/store/tables';
import { rowsOf, runImport } from '../../fixtures/import/run';
import { utf8 } from '../../fixtures/import/writers';

describe('what must not come in', () => {
  it('refuses a zip bomb before it is unpacked', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(64e6) });
    const { refused, table } = await runImport([['a.zip', bomb]]);
    expect(refused.map(({ problem }) => problem.code)).toEqual(['archive_too_large']);
    expect(table).toBeNull();
  });

  it('refuses an entry that says less than it holds, and one that was changed', async () => {
    const honest = zipSync({ 'a.csv': utf8('设施名称,床位数\n' + '甲,1\n'.repeat(1000)) });
    const lying = honest.slice();
    const at = Buffer.from(lying).indexOf('PK\u0001\u0002', 0, 'latin1') + 24;
    new DataView(lying.buffer).setUint32(at, 10, true);
    const changed = honest.slice();
    changed[60] ^= 1;
    for (const bytes of [lying, changed]) {
      const { refused, table } = await runImport([['a.zip', bytes]]);
      expect(refused).toHaveLength(1);
      expect(table).toBeNull();
    }
  });

  it('refuses a sheet of giant dimensions that is really there, and does not believe a declared one', async () => {
    const giant = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="s"><Table><Row><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect((await runImport([['a.xls', giant]])).refused[0]?.problem.code).toBe('sheet_too_large');
    const sheet = utils.aoa_to_sheet([
      ['设施名称', '床位数'],
      ['甲', 1],
    ]);
    const small = write(utils.book_new(sheet, 's'), {
      type: 'array',
      bookType: 'xlsx',
    }) as ArrayBuffer;
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(new Uint8Array(small));
    const name = 'xl/worksheets/sheet1.xml';
    files[name] = utf8(strFromU8(files[name]).replace('A1:B2', 'A1:XFD1048576'));
    expect(rowsOf(await runImport([['a.xlsx', zipSync(files)]]), 'name', 'beds')).toEqual([
      ['甲', 1],
    ]);
  });

  it('drops names, identity numbers and phones, whatever their headers say, and says so', async () => {
    const people = ['王小明', '李大伟', '张三丰', '陈志强', '林美玲', '黄国华'];
    const rows = people.map((name, i) => `甲${i},${name},35040219381102001${i},1380013800${i}`);
    const outcome = await runImport([
      [
        'a.csv',
        `填表人：张三 联系电话：13900001111\n设施名称,经办,备用一,备用二\n${rows.join('\n')}\n`,
      ],
    ]);
    const everything = JSON.stringify([
      importReport(outcome, { version: '1', inputs: [] }),
      reportSheets(outcome, 'zh'),
      rowsOf(outcome, ...Object.keys(outcome.table!.columns)),
    ]);
    for (const secret of [...people, '3504021938', '13800138', '13900001111', '张三'])
      expect(everything).not.toContain(secret);
    expect(outcome.sheets[0].privateColumns.map(({ field }) => field)).toEqual([
      'person_name',
      'id_number',
      'phone',
    ]);
  });
});

describe('places', () => {
  it('sees a placeholder behind more than twenty rows on one spot', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},117.63${i < 21 ? '' : i},26.27`);
    const outcome = await runImport([['a.csv', `户编号,经度,纬度\n${rows.join('\n')}\n`]], {
      table: 'households',
      datum: 'wgs84',
    });
    expect(outcome.account.doubtCounts.placeholder).toBe(21);
    expect(outcome.precision).toMatchObject({ village: 21, door: 9 });
  });

  it('keeps Xian 80 as it is, uncalibrated', async () => {
    const outcome = await runImport([['a.csv', '设施名称,X坐标,Y坐标\n甲,2905000,39563000\n']], {
      datum: 'EPSG:2363',
    });
    expect(outcome.datum.status).toBe('uncalibrated');
    expect(rowsOf(outcome, 'lon', 'coord_source', 'source_x')).toEqual([
      [null, 'uncalibrated', 2905000],
    ]);
  });
});

describe('copies', () => {
  it('sets the second row of an id aside with the first one’s number', async () => {
    const { account } = await runImport([['a.csv', '户编号,家庭人口\n1,2\n1,2\n1,3\n2,4\n']], {
      table: 'households',
    });
    expect(account.rowsKept).toBe(2);
    expect(account.setAside.map(({ row, reason, detail }) => [row, reason, detail])).toEqual([
      [3, 'duplicate_row', '2'],
      [4, 'id_twice', '2'],
    ]);
  });
});

describe('a GeoPackage', () => {
  it('is read with its points and system', async () => {
    const sql = await initSqlJs();
    const database = new (
      sql as {
        Database: new () => { run(sql: string, values?: unknown[]): void; export(): Uint8Array };
      }
    ).Database();
    const geometry = new Uint8Array(29);
    geometry.set([0x47, 0x50, 0, 1, 0xa2, 0x11, 0, 0, 1, 1, 0, 0, 0]);
    const view = new DataView(geometry.buffer);
    view.setFloat64(13, 117.63, true);
    view.setFloat64(21, 26.27, true);
    database.run('CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)');
    database.run(
      'CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)',
    );
    database.run('CREATE TABLE 设施 (fid INTEGER, geom BLOB, 名称 TEXT, 床位数 INTEGER)');
    database.run("INSERT INTO gpkg_contents VALUES ('设施', 'features')");
    database.run("INSERT INTO gpkg_geometry_columns VALUES ('设施', 'geom', 4490)");
    database.run('INSERT INTO 设施 VALUES (1, ?, ?, 5)', [geometry, '甲']);
    const outcome = await runImport([['a.gpkg', database.export()]]);
    expect(rowsOf(outcome, 'name', 'beds', 'lon', 'lat')).toEqual([['甲', 5, 117.63, 26.27]]);
    expect(outcome.datum).toMatchObject({ used: 'wgs84', status: 'declared' });
  });
});

describe('templates and mappings', () => {
  it('knows every header of its own templates for certain', async () => {
    for (const table of tableNames) {
      const bytes = await templateBytes(table, 'zh');
      const [opened] = await openFiles([{ name: 't.xlsx', bytes }]);
      if (opened.kind !== 'tables') throw new Error(table);
      const { columns } = understandTable(opened.tables[0], table);
      const expected = templateColumns(table).map(({ column: { name } }) =>
        name === 'lon' ? 'source_x' : name === 'lat' ? 'source_y' : name,
      );
      expect(
        columns.map(({ field }) => field),
        table,
      ).toEqual(expected);
    }
  });

  it('keeps a mapping that was confirmed for files of the same shape', async () => {
    const file = (bed: string) => ({
      name: 'a.csv',
      bytes: utf8(`设施名称,数\n甲,${bed}\n乙,2\n`),
    });
    const [first] = await openFiles([file('1')]);
    const [second] = await openFiles([file('7')]);
    if (first.kind !== 'tables' || second.kind !== 'tables') throw new Error('csv');
    const mapping = { ...mappingOf(understandTable(first.tables[0], 'facilities')), 数: 'beds' };
    expect(understandTable(second.tables[0], 'facilities').shape).toBe(
      understandTable(first.tables[0], 'facilities').shape,
    );
    expect(rowsOf(await runImport([['a.csv', file('7').bytes]], { mapping }), 'beds')).toEqual([
      [7],
      [2],
    ]);
  });

  it('writes texts that look like formulas as texts', async () => {
    const bytes = await workbookBytes([{ name: 's', head: ['h'], rows: [['=1+1'], ['007']] }]);
    const { A2, A3 } = readWorkbook(bytes).Sheets.s;
    expect([A2.t, A2.v, A2.f, A3.v]).toEqual(['s', '=1+1', undefined, '007']);
  });
});
