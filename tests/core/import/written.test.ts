/** Files that GDAL and LibreOffice wrote: see tests/fixtures/import/written/README.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/core/import';
import { rowsOf, runImport } from '../../fixtures/import/run';

const written = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/import/written/${name}`, import.meta.url)));

const names = [
  '列东街道居家养老照料中心',
  '徐坊社区居家养老服务站',
  '瀚仙镇小珩村农村幸福院',
  '城关"长者"食堂',
  '尤溪县社会福利中心',
];
const codes = ['350404001000', '350404002000', '350421102000', '350421100000', '350426100000'];
const table = [
  ['care_centre', 30, 820.5, 117.631, 26.2712],
  ['home_care_station', 0, 156, 117.618, 26.279],
  ['rural_happiness_home', null, 98.25, 117.252, 26.331],
  ['meal_point', null, null, 117.201, 26.357],
  ['welfare_centre', 120, 5400, 118.189, 26.17],
].map((row, i) => [names[i], codes[i], ...row]);
const columns = ['name', 'unit_code', 'type', 'beds', 'floor_area_m2', 'lon', 'lat'];
const rounded = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? +cell.toFixed(6) : cell)));

describe('GDAL', () => {
  it.each([
    ['shp-gbk-cpg.zip', 'EPSG:4527', 'gb18030'],
    ['shp-gbk-no-cpg.zip', 'EPSG:4548', 'gb18030'],
    ['shp-utf8.zip', 'wgs84', 'utf-8'],
    ['shp-utf8-no-cpg.zip', 'wgs84', 'utf-8'],
    ['gpkg-4490.zip', 'wgs84', null],
    ['gpkg-4527.zip', 'EPSG:4527', null],
  ])('%s is read with its system %s', async (name, datum, encoding) => {
    const outcome = await runImport([[name, written(name)]]);
    expect(rounded(rowsOf(outcome, ...columns))).toEqual(table);
    expect(outcome.datum).toMatchObject({ used: datum, declared: [datum] });
    expect(outcome.sheets.map((sheet) => sheet.encoding)).toEqual([encoding]);
  });

  it.each(['shp-areas.zip', 'gpkg-areas.zip'])(
    '%s gives areas with holes and parts',
    async (name) => {
      const opened = await openFiles([{ name, bytes: written(name) }]);
      const tables = opened.flatMap((file) => (file.kind === 'tables' ? file.tables : []));
      const shapes = tables.flatMap(({ areas }) => areas.map(({ polygons }) => polygons));
      expect(shapes.map((polygons) => polygons.map((rings) => rings.length))).toEqual([
        [2],
        [1, 1],
      ]);
      expect(
        tables[0].sample.slice(1).map(({ cells }) => cells.find((cell) => /^35/.test(cell))),
      ).toEqual(['350421102201', '350421102202']);
    },
  );
});

describe('LibreOffice', () => {
  it.each(['facilities.xls', 'facilities.xlsx', 'facilities.ods'])('%s', async (name) => {
    // WPS calls its workbooks .et: inside they are .xls.
    for (const shown of [name, name.replace(/\.xlsx?$/, '.et')]) {
      const outcome = await runImport([[shown, written(name)]]);
      const expected = table.map((row) => row.slice(0, 5));
      expect(rowsOf(outcome, ...columns.slice(0, 5))).toEqual(expected);
      expect(outcome.sheets[0].titles).toEqual(['附件2：三明市养老服务设施台账']);
    }
  });
});
