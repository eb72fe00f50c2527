/**
 * Files as bureaus really send them, each made here by another writer than the reader, each with the
 * table it stands for beside it.
 */
import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../../src/core/import';
import { rowsOf, runImport, type File } from '../../fixtures/import/run';
import { dbf, iconv, joined, pointShapes, utf8, zip } from '../../fixtures/import/writers';

interface Nasty {
  readonly what: string;
  /** Null where the writer is absent. */
  readonly file: string | Uint8Array | null;
  readonly name?: string;
  readonly as?: ImportOptions['table'];
  readonly columns: readonly string[];
  readonly table: readonly (readonly unknown[])[];
  readonly options?: Partial<ImportOptions>;
}

const workbook = (sheets: Record<string, WorkSheet>, bookType: BookType = 'xlsx') => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType }));
};
const sheet = (rows: unknown[][], merges: [number, number, number, number][] = []) => {
  const made = utils.aoa_to_sheet(rows);
  made['!merges'] = merges.map(([r, c, r2, c2]) => ({ s: { r, c }, e: { r: r2, c: c2 } }));
  return made;
};

const plain = '设施名称,类型,所在乡镇,床位数\n列东中心,照料中心,列东街道,20\n';
const plainTable = [['列东中心', 'care_centre', '350404001000', 20]];
const plainColumns = ['name', 'type', 'unit_code', 'beds'];
const base = { columns: plainColumns, table: plainTable };
const plainRows = [
  ['设施名称', '类型', '所在乡镇', '床位数'],
  ['列东中心', '照料中心', '列东街道', 20],
];
const bureau = [
  ['附件1：三明市养老服务设施统计表'],
  ['填报单位：三元区民政局', '', '填表人：张三', ''],
  ...plainRows,
  ['合计', '', '', 20],
  ['注：数据截至2020年底'],
];
const household = '户编号,村,行政区划代码,家庭人口,60岁以上,65岁以上,80岁以上,独居,失能\n';
const householdColumns = [
  'household_id',
  'unit_code',
  'persons',
  'age_60_64',
  'age_65_74',
  'age_80_plus',
  'living_alone',
  'dependent',
];
const cell = (header: string, text: string) => `设施名称,${header}\n甲,"${text}"\n`;
const geojson = (geometry: object, properties: object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry }],
  });
const dbfRow = (encode: (text: string) => Uint8Array | null) => {
  const [name, type, value] = ['名称', '类型', '列东幸福院'].map(encode);
  if (!name || !type || !value) return null;
  return dbf(
    [
      { name, type: 'C', length: 40 },
      { name: utf8('BEDS'), type: 'N', length: 8 },
      { name: utf8('unit_code'), type: 'C', length: 12 },
    ],
    [[value, utf8('      12'), utf8('350404001000')]],
  );
};
const gbkDbf = dbfRow((text) => iconv(text, 'GBK'));
const shp = pointShapes([[117.63, 26.27]]);
const shapeColumns = ['name', 'beds', 'unit_code', 'lon', 'lat'];
const shapeTable = [['列东幸福院', 12, '350404001000', 117.63, 26.27]];

const nasty: readonly Nasty[] = [
  { what: 'UTF-8 without a mark', file: plain, ...base },
  { what: 'UTF-8 with a mark and CRLF', file: `\ufeff${plain.replaceAll('\n', '\r\n')}`, ...base },
  { what: 'GBK by iconv', file: iconv(plain, 'GBK'), ...base },
  {
    what: 'GB18030 with a character GBK has not',
    file: iconv(plain.replace('列东中心', '㐂东中心'), 'GB18030'),
    ...base,
    table: [['㐂东中心', 'care_centre', '350404001000', 20]],
  },
  {
    what: 'UTF-16 little-endian with a mark',
    file: iconv(plain, 'UTF-16LE')?.length
      ? joined(Uint8Array.of(0xff, 0xfe), iconv(plain, 'UTF-16LE')!)
      : null,
    ...base,
  },
  {
    what: 'UTF-16 big-endian with a mark',
    file: iconv(plain, 'UTF-16BE')?.length
      ? joined(Uint8Array.of(0xfe, 0xff), iconv(plain, 'UTF-16BE')!)
      : null,
    ...base,
  },
  { what: 'tabs under the name of .csv', file: plain.replaceAll(',', '\t'), ...base },
  { what: 'semicolons', file: plain.replaceAll(',', ';'), ...base },
  { what: 'full-width commas', file: plain.replaceAll(',', '，'), ...base },
  { what: 'carriage returns alone', file: plain.replaceAll('\n', '\r'), ...base },
  {
    what: 'a text file cut within its last character',
    file: utf8(`${plain}列西站,服务站,列西街道,三`).slice(0, -1),
    ...base,
    table: [...plainTable, ['列西站', 'home_care_station', '350404002000', null]],
  },
  {
    what: 'titles, 填报单位, 合计 and a note',
    file: bureau.map((row) => row.join(',')).join('\n'),
    ...base,
  },
  { what: 'the header again on every page', file: plain + plain.split('\n')[0] + '\n', ...base },
  {
    what: 'quoted line breaks and doubled quotes',
    file: '设施名称,类型,所在乡镇,床位数\n"列东\n""中心""",照料中心,列东街道,20\n',
    ...base,
    table: [['列东\n"中心"', 'care_centre', '350404001000', 20]],
  },
  {
    what: 'ragged rows',
    file: '设施名称,类型,所在乡镇,床位数\n列东中心,照料中心,列东街道,20,,,\n列西站,服务站\n',
    ...base,
    table: [...plainTable, ['列西站', 'home_care_station', null, null]],
  },
  ...(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml', 'html'] as const).map((type): Nasty => ({
    what: `a bureau’s sheet as ${type}`,
    name: 'a.xls',
    file: workbook({ 表: sheet(bureau, [[0, 0, 0, 3]]) }, type),
    ...base,
  })),
  { what: '.xlsx under the name of .csv', file: workbook({ 表: sheet(plainRows) }), ...base },
  {
    what: 'a header of two rows with merges',
    name: 'a.xlsx',
    as: 'households',
    file: workbook({
      表: sheet(
        [
          ['户编号', '行政区划代码', '老年人数', '', '独居'],
          ['', '', '60岁以上', '80岁以上', ''],
          ['007', '350404001001', 2, 1, '√'],
        ],
        [
          [0, 0, 1, 0],
          [0, 2, 0, 3],
          [0, 4, 1, 4],
        ],
      ),
    }),
    columns: ['household_id', 'unit_code', 'age_60_64', 'age_80_plus', 'living_alone'],
    table: [['007', '350404001001', 1, 1, true]],
  },
  {
    what: 'the same in CSV without merges',
    as: 'households',
    file: '户编号,行政区划代码,老年人数,,独居\n,,60岁以上,80岁以上,\n007,350404001001,2,1,否\n',
    columns: ['household_id', 'unit_code', 'age_60_64', 'age_80_plus', 'living_alone'],
    table: [['007', '350404001001', 1, 1, false]],
  },
  {
    what: 'a row that numbers the columns',
    file: '设施名称,类型,所在乡镇,床位数\n1,2,3,4\n列东中心,照料中心,列东街道,20\n',
    ...base,
  },
  {
    what: 'names of towns merged downwards',
    name: 'a.xlsx',
    file: workbook({
      表: sheet(
        [
          ['乡镇', '设施名称', '类型', '床位数'],
          ['列东街道', '甲站', '服务站', 1],
          ['', '乙站', '服务站', 2],
        ],
        [[1, 0, 2, 0]],
      ),
    }),
    columns: ['name', 'unit_code', 'beds'],
    table: [
      ['甲站', '350404001000', 1],
      ['乙站', '350404001000', 2],
    ],
  },
  {
    what: 'several sheets of one table',
    name: 'a.xlsx',
    file: workbook({
      一: sheet(plainRows),
      二: sheet([plainRows[0], ['列西站', '服务站', '列西街道', 3]]),
      说明: sheet([['填表说明：略']]),
    }),
    ...base,
    table: [...plainTable, ['列西站', 'home_care_station', '350404002000', 3]],
  },
  {
    what: 'a code kept as a number, one day as a serial',
    name: 'a.xlsx',
    file: workbook({
      表: sheet([
        ['设施名称', '行政区划代码', '建成时间'],
        ['甲', 350404001001, 43019],
      ]),
    }),
    columns: ['unit_code', 'built_year'],
    table: [['350404001001', 2017]],
  },
  {
    what: '3.50404E+11 proved by the village’s name',
    file: '设施名称,行政区划代码,乡镇,村\n甲,3.50404E+11,列东街道,江滨社区\n',
    columns: ['unit_code'],
    table: [['350404001001']],
  },
  {
    what: '3.50404E+11 that nothing proves',
    file: '设施名称,行政区划代码,床位数\n甲,3.50404E+11,5\n',
    columns: ['unit_code', 'beds'],
    table: [[null, 5]],
  },
  {
    what: '3.50404E+11 beside a village of another county',
    file: '设施名称,行政区划代码,县,乡镇\n甲,3.50404E+11,明溪县,雪峰镇\n',
    columns: ['unit_code'],
    table: [[null]],
  },
  {
    what: 'codes of 6 and 9 digits, one with an apostrophe',
    file: "设施名称,行政区划代码\n甲,350404\n乙,'350404001\n",
    columns: ['unit_code'],
    table: [['350404000000'], ['350404001000']],
  },
  {
    what: 'a county before the merger of 2021',
    file: '设施名称,县,乡镇\n甲,梅列区,列东街道\n',
    columns: ['unit_code'],
    table: [['350404001000']],
  },
  {
    what: 'blank is not 0',
    as: 'households',
    file: `${household}1,,350404001001,,,,,,\n2,,350404001001,0,0,0,0,否,0\n`,
    columns: householdColumns,
    table: [
      ['1', '350404001001', null, null, null, null, null, null],
      ['2', '350404001001', 0, 0, 0, 0, false, 0],
    ],
  },
  {
    what: 'totals of ages become bands',
    as: 'households',
    file: `${household}1,,350404001001,5,3,2,1,独居老人,半失能\n`,
    columns: householdColumns,
    table: [['1', '350404001001', 5, 1, 1, 1, true, 1]],
  },
  {
    what: 'one row for each person',
    as: 'households',
    file: '户号,姓名,年龄,独居,失能\nA1,张三,82,否,是\nA1,李四,61岁,否,否\nB2,王五,70,是,否\n',
    columns: [
      'household_id',
      'persons',
      'age_60_64',
      'age_65_74',
      'age_80_plus',
      'living_alone',
      'dependent',
    ],
    table: [
      ['A1', 2, 1, 0, 1, false, 1],
      ['B2', 1, 0, 1, 0, true, 0],
    ],
  },
  {
    what: 'ages out of identity numbers, by address',
    as: 'households',
    options: { asOf: '2020-11-01' },
    file: '姓名,身份证号,地址\n张三,350402193811020011,列东街道1号\n李四,350402195010310022,列东街道1号\n',
    columns: ['persons', 'age_65_74', 'age_80_plus'],
    table: [[2, 1, 1]],
  },
  ...(
    [
      ['建筑面积(㎡)', '约300', 300],
      ['建筑面积', '300㎡', 300],
      ['建筑面积', '0.5亩', 333.33],
      ['建筑面积', '1,200', 1200],
      ['建筑面积', '１２００平方米', 1200],
      ['建筑面积', '—', null],
      ['建筑面积', '暂缺', null],
      ['建筑面积', '无', null],
      ['建筑面积', '三百二十平方米', 320],
      ['建筑面积', '300-350', null],
      ['建筑面积', '-5', null],
      ['建筑面积', '0.12万平方米', 1200],
    ] as const
  ).map(([header, text, value]): Nasty => ({
    what: `an area of ${text}`,
    file: cell(header, text),
    columns: ['floor_area_m2'],
    table: [[value]],
  })),
  ...(
    [
      ['电梯', '√', true],
      ['电梯', '无', false],
      ['电梯', 'Y', true],
      ['电梯', '不清楚', null],
      ['电梯', '有', true],
    ] as const
  ).map(([header, text, value]): Nasty => ({
    what: `a lift: ${text}`,
    file: cell(header, text),
    columns: ['has_lift'],
    table: [[value]],
  })),
  ...(
    [
      ['2017.10.11', 2017],
      ['2017年10月', 2017],
      ['43019', 2017],
      ['2017', 2017],
      ['不详', null],
    ] as const
  ).map(([text, value]): Nasty => ({
    what: `built in ${text}`,
    file: cell('建成时间', text),
    columns: ['built_year'],
    table: [[value]],
  })),
  {
    what: 'opening hours as they are',
    file: cell('开放时间', '8:30—11:30，14:30—17:30'),
    columns: ['open_hours_text'],
    table: [['8:30—11:30，14:30—17:30']],
  },
  {
    what: 'a type and a status nobody knows',
    file: '设施名称,类型,状态\n甲,飞机场,某种\n',
    columns: ['name', 'type', 'status'],
    table: [['甲', null, null]],
  },
  {
    what: 'degrees, minutes, seconds',
    file: '设施名称,经度,纬度\n甲,117°38′12″,"26°16\'12"""\n',
    columns: ['lon', 'lat'],
    table: [[117.6366667, 26.27]],
  },
  {
    what: 'both coordinates in one cell, full-width comma',
    file: '设施名称,坐标\n甲,"117.63，26.27"\n',
    columns: ['lon', 'lat'],
    table: [[117.63, 26.27]],
  },
  {
    what: 'latitude under 经度',
    file: '设施名称,经度,纬度\n甲,26.27,117.63\n',
    columns: ['lon', 'lat'],
    table: [[117.63, 26.27]],
  },
  {
    what: 'one row of two exchanged',
    file: '设施名称,经度,纬度\n甲,117.63,26.27\n乙,117.64,26.28\n丙,26.27,117.63\n',
    columns: ['lon', 'lat'],
    table: [
      [117.63, 26.27],
      [117.64, 26.28],
      [117.63, 26.27],
    ],
  },
  {
    what: 'no place: the seat of the town it names',
    file: '设施名称,县,乡镇\n甲,明溪县,雪峰镇\n',
    columns: ['location_precision', 'coord_source'],
    table: [['town', 'unit_seat']],
  },
  {
    what: 'no place: the address of another',
    file: '设施名称,乡镇,地址,经度,纬度\n甲,列东街道,和平路1号,117.63,26.27\n乙,列东街道,和平路 1号,,\n',
    columns: ['lon', 'coord_source'],
    table: [
      [117.63, 'uncertain:wgs84'],
      [117.63, 'same_address'],
    ],
  },
  {
    what: 'a point of GeoJSON',
    name: 'a.json',
    file: geojson({ type: 'Point', coordinates: [117.63, 26.27] }, { 名称: '甲', 床位: '5张' }),
    columns: ['name', 'beds', 'lon', 'lat'],
    table: [['甲', 5, 117.63, 26.27]],
  },
  {
    what: 'a list of JSON objects wrapped once',
    name: 'a.json',
    file: JSON.stringify({ code: 0, data: [{ 设施名称: '甲', 床位数: 5 }] }),
    columns: ['name', 'beds'],
    table: [['甲', 5]],
  },
  {
    what: 'KML',
    name: 'a.kml',
    file: '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲</name><ExtendedData><Data name="床位数"><value>5</value></Data></ExtendedData><Point><coordinates>117.63,26.27,0</coordinates></Point></Placemark></Document></kml>',
    columns: ['name', 'beds', 'lon'],
    table: [['甲', 5, 117.63]],
  },
  {
    what: 'KMZ',
    name: 'a.kmz',
    file: zip({
      'doc.kml': utf8(
        '<kml><Placemark><name>甲</name><description>无</description><Point><coordinates>117.63,26.27</coordinates></Point></Placemark></kml>',
      ),
    }),
    columns: ['name', 'lat'],
    table: [['甲', 26.27]],
  },
  {
    what: 'a shapefile with a GBK .dbf and no .cpg',
    name: 'a.zip',
    file: gbkDbf && zip({ 'x/点.shp': shp, 'x/点.dbf': gbkDbf }),
    columns: shapeColumns,
    table: shapeTable,
  },
  {
    what: 'a shapefile whose .cpg says UTF-8',
    name: 'a.zip',
    file: zip({
      'a.shp': shp,
      'a.dbf': dbfRow(utf8)!,
      'a.cpg': utf8('UTF-8'),
      'a.shx': new Uint8Array(8),
    }),
    columns: shapeColumns,
    table: shapeTable,
  },
  {
    what: 'Parquet',
    name: 'a.bin',
    file: new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: '设施名称', data: ['甲'], type: 'STRING' },
          { name: '床位数', data: [5], type: 'INT32' },
        ],
      }),
    ),
    columns: ['name', 'beds'],
    table: [['甲', 5]],
  },
  {
    what: 'a zip of two towns’ files',
    name: 'a.zip',
    file: zip({
      '一.csv': utf8(plain),
      '二/二.csv': utf8(plain.replace('列东中心', '列西中心').replace('列东街道', '列西街道')),
      '__MACOSX/._一.csv': utf8('x'),
    }),
    ...base,
    table: [...plainTable, ['列西中心', 'care_centre', '350404002000', 20]],
  },
  { what: 'a packed CSV', name: 'a.csv.gz', file: new Uint8Array(gzipSync(plain)), ...base },
];

const rounded = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value)),
  );

describe('nasty files', () => {
  it('are at least forty', () => expect(nasty.length).toBeGreaterThanOrEqual(40));

  it.each(nasty.filter(({ file }) => file !== null))(
    '$what',
    async ({ file, name = 'a.csv', as = 'facilities', columns, table, options }) => {
      const outcome = await runImport([[name, file!] satisfies File], { table: as, ...options });
      expect(rounded(rowsOf(outcome, ...columns))).toEqual(table);
      const { rowsRead, rowsKept, personsGrouped, setAsideCounts } = outcome.account;
      const aside = Object.values(setAsideCounts).reduce((a, b) => a + b, 0);
      // Nothing is dropped silently.
      if (personsGrouped === 0) expect(rowsKept + aside).toBe(rowsRead);
    },
  );
});
