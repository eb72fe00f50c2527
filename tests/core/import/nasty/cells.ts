/** Cells as people write them: codes, numbers, yes and no, days, places. */
import { cell, household, householdColumns, type Nasty } from './kit';

export const cells: readonly Nasty[] = [
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
    options: { datum: 'wgs84' },
    file: '设施名称,经度,纬度\n甲,117°38′12″,"26°16\'12"""\n',
    columns: ['lon', 'lat'],
    table: [[117.6366667, 26.27]],
  },
  {
    what: 'both coordinates in one cell, full-width comma',
    options: { datum: 'wgs84' },
    file: '设施名称,坐标\n甲,"117.63，26.27"\n',
    columns: ['lon', 'lat'],
    table: [[117.63, 26.27]],
  },
  {
    what: 'latitude under 经度',
    options: { datum: 'wgs84' },
    file: '设施名称,经度,纬度\n甲,26.27,117.63\n',
    columns: ['lon', 'lat'],
    table: [[117.63, 26.27]],
  },
  {
    what: 'one row of two exchanged',
    options: { datum: 'wgs84' },
    file: '设施名称,经度,纬度\n甲,117.63,26.27\n乙,117.64,26.28\n丙,26.27,117.63\n',
    columns: ['lon', 'lat'],
    table: [
      [117.63, 26.27],
      [117.64, 26.28],
      [117.63, 26.27],
    ],
  },
  {
    what: 'a system that nothing proves: no place at all, not even the seat of the town',
    file: '设施名称,县,乡镇,经度,纬度\n甲,明溪县,雪峰镇,117.2,26.36\n乙,明溪县,雪峰镇,,\n',
    columns: ['location_precision', 'coord_source', 'source_x'],
    table: [
      ['none', 'uncertain', 117.2],
      ['town', 'unit_seat', null],
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
    options: { datum: 'wgs84' },
    file: '设施名称,乡镇,地址,经度,纬度\n甲,列东街道,和平路1号,117.63,26.27\n乙,列东街道,和平路 1号,,\n',
    columns: ['lon', 'coord_source'],
    table: [
      [117.63, 'wgs84'],
      [117.63, 'same_address'],
    ],
  },
];
