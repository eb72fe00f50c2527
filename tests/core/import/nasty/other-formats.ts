/** GeoJSON, KML, shapefiles, Parquet, archives. */
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { dbf, iconv, pointShapes, utf8, zip } from '../../../fixtures/import/writers';
import { base, geojson, plain, plainTable, type Nasty } from './kit';

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

export const otherFormats: readonly Nasty[] = [
  {
    what: 'a point of GeoJSON',
    options: { datum: 'wgs84' },
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
    options: { datum: 'wgs84' },
    name: 'a.kml',
    file: '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲</name><ExtendedData><Data name="床位数"><value>5</value></Data></ExtendedData><Point><coordinates>117.63,26.27,0</coordinates></Point></Placemark></Document></kml>',
    columns: ['name', 'beds', 'lon'],
    table: [['甲', 5, 117.63]],
  },
  {
    what: 'KMZ',
    options: { datum: 'wgs84' },
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
    options: { datum: 'wgs84' },
    name: 'a.zip',
    file: gbkDbf && zip({ 'x/点.shp': shp, 'x/点.dbf': gbkDbf }),
    columns: shapeColumns,
    table: shapeTable,
  },
  {
    what: 'a shapefile whose .cpg says UTF-8',
    options: { datum: 'wgs84' },
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
