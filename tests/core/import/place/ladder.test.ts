/** Rows without coordinates: the address of a facility, a hamlet's name, the seat of the unit. */
import { describe, expect, it } from 'vitest';
import { HamletIndex } from '../../../../src/core/import';
import { placeBatch, readBatch } from '../../../../src/core/import/steps/batch';
import { understandAll } from '../../../../src/core/import/steps/sheets';
import { openFiles } from '../../../../src/core/import/raw/open-files';
import { sanmingEvidence } from '../../../fixtures/import/evidence';
import { bytesOf, rowsOf, runImport } from '../../../fixtures/import/run';

const village = '350421102201';
const gazetteer = `县,村代码,自然村,户数,经度,纬度
明溪县,${village},下坑自然村,30,117.201,26.301
明溪县,${village},下坑尾,12,117.202,26.302
明溪县,${village},第三村民小组,20,117.203,26.303
明溪县,${village},四组,20,,
明溪县,${village},上村,5,117.205,26.305
明溪县,${village},上组,6,117.206,26.306
`;

const hamletsOf = async () => {
  const read = await runImport([['地名.csv', gazetteer]], { table: 'hamlets', datum: 'wgs84' });
  return read.table!;
};

describe('a gazetteer of hamlets', () => {
  it('is a table like any other, known by its headers, with no place invented', async () => {
    const guessed = await runImport([['地名.csv', gazetteer]], { table: null, datum: 'wgs84' });
    expect(guessed.name).toBe('hamlets');
    expect(rowsOf(guessed, 'unit_code', 'name', 'households', 'lon').slice(2, 4)).toEqual([
      [village, '第三村民小组', 20, 117.203],
      [village, '四组', 20, null],
    ]);
  });

  it.each([
    ['下坑', '', 117.201],
    ['下坑村', '', 117.201],
    ['3组', '', 117.203],
    ['第３小组', '', 117.203],
    ['', '下坑自然村12号', 117.201],
    ['', '下坑尾5号', 117.202],
    // Two of one name, one without a place, one nobody knows.
    ['上村', '', null],
    ['4组', '', null],
    ['第三组的邻居', '', null],
    ['', '三明市3组', null],
  ])('finds %j, address %j', async (hamlet, address, lon) => {
    const index = new HamletIndex(await hamletsOf());
    expect(index.find(village, hamlet, address)?.[0] ?? null).toBe(lon);
    expect(index.find('350421102202', hamlet, address)).toBeNull();
  });

  it('places households by hamlet, before the seat of the village', async () => {
    const outcome = await runImport(
      [['户.csv', `户编号,区划代码,小组,家庭人口\n1,${village},三组,2\n2,${village},九组,2\n`]],
      { table: 'households', hamlets: new HamletIndex(await hamletsOf()) },
    );
    expect(rowsOf(outcome, 'lon', 'location_precision', 'coord_source')).toEqual([
      [117.203, 'hamlet', 'hamlet'],
      [expect.anything(), 'town', 'unit_seat'],
    ]);
  });
});

it('takes the place of a facility at the same address, across files', async () => {
  const real = await sanmingEvidence();
  const options = {
    units: real.units,
    evidence: { counties: real.counties, areas: null, seats: null, streets: null },
  };
  const placed = async (table: 'facilities' | 'households', text: string, more = {}) => {
    const opened = await openFiles([{ name: 'a.csv', bytes: bytesOf(text) }]);
    const { sheets } = understandAll(opened, { table });
    const read = await readBatch(
      table,
      sheets.map(({ understood }) => understood),
      options,
    );
    if (!read.ok) throw new Error(read.problem.code);
    return placeBatch(read.value, { ...options, ...more }, 'wgs84');
  };
  const { addresses } = await placed(
    'facilities',
    '设施名称,乡镇,地址,经度,纬度\n甲,列东街道,和平路1号,117.63,26.27\n',
  );
  const households =
    '户编号,乡镇,家庭住址,家庭人口\n1,列东街道,和平路 1 号,2\n2,列西街道,和平路1号,2\n';
  const { table } = await placed('households', households, { addresses });
  const { lon, location_precision: precision } = table.columns;
  expect(lon).toMatchObject({ values: Float64Array.of(117.63, NaN) });
  expect(precision).toMatchObject({ words: [null, 'door', 'none'] });
});

it('leaves premises without coordinates without a place', async () => {
  const outcome = await runImport(
    [['a.csv', '名称,县,乡镇,现状用途\n旧校舍,明溪县,雪峰镇,闲置校舍\n']],
    {
      table: 'premises',
    },
  );
  expect(rowsOf(outcome, 'name', 'unit_code', 'lon')).toEqual([['旧校舍', '350421100000', null]]);
});
