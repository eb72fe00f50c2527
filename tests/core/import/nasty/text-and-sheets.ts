/** Texts in every encoding, sheets of every kind, titles, headers, sums. */
import { iconv, joined, utf8 } from '../../../fixtures/import/writers';
import { base, bureau, plain, plainRows, plainTable, sheet, workbook, type Nasty } from './kit';

export const textAndSheets: readonly Nasty[] = [
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
  ...(['xlsx', 'biff8', 'ods', 'xlml', 'html'] as const).map((type): Nasty => ({
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
];
