/**
 * Coordinate systems and the way from each to WGS-84 degrees. CGCS2000 is within a metre of WGS-84
 * and taken as the same. Xian 80, Beijing 54 and local systems have secret parameters: they are
 * named 未校准 (uncalibrated) and never converted.
 */
import gcoord from 'gcoord';

/** `wgs84`, `gcj02`, `bd09` or `EPSG:n`. */
export type DatumId = string;

/** [lon, lat] in WGS-84 of the system's own [x, y]: x east, y north. */
export type ToWgs84 = (x: number, y: number) => readonly [number, number];

/** What the detective weighs; the rest is for users who know. */
export const detectable: readonly DatumId[] = [
  'wgs84',
  'gcj02',
  'bd09',
  'EPSG:4527',
  'EPSG:4548',
  'EPSG:4528',
  'EPSG:4549',
  'EPSG:4498',
  'EPSG:3857',
];

const between = (n: number, least: number, most: number) => n >= least && n <= most;

/** The PROJ definition of an EPSG code we know, null of others. Source: EPSG dataset, CGCS2000 zones. */
function definitionOf(code: number): string | null {
  const gaussKrueger = (meridian: number, falseEasting: number) =>
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  if (between(code, 4513, 4533)) {
    const zone = code - 4488;
    return gaussKrueger(zone * 3, zone * 1e6 + 500_000);
  }
  if (between(code, 4534, 4554)) return gaussKrueger(75 + 3 * (code - 4534), 500_000);
  if (between(code, 4491, 4501)) {
    const zone = code - 4478;
    return gaussKrueger(zone * 6 - 3, zone * 1e6 + 500_000);
  }
  if (between(code, 4502, 4512)) return gaussKrueger(75 + 6 * (code - 4502), 500_000);
  if (between(code, 32601, 32660))
    return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  return code === 3857
    ? '+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
    : null;
}

/** Xian 80 and Beijing 54, geographic and projected. */
const uncalibratedCodes = (code: number) =>
  code === 4610 ||
  code === 4214 ||
  code === 4555 ||
  between(code, 2327, 2390) ||
  between(code, 2391, 2442) ||
  between(code, 21413, 21483);

export type SystemKind = 'known' | 'uncalibrated' | 'unknown';

export function systemKind(id: DatumId): SystemKind {
  if (id === 'wgs84' || id === 'gcj02' || id === 'bd09') return 'known';
  const code = Number(/^EPSG:(\d+)$/.exec(id)?.[1]);
  if (uncalibratedCodes(code) || id === 'uncalibrated') return 'uncalibrated';
  return code === 4326 || code === 4490 || definitionOf(code) !== null ? 'known' : 'unknown';
}

/** The converter of a system that is known; null of others. */
export async function toWgs84(id: DatumId): Promise<ToWgs84 | null> {
  if (id === 'wgs84' || id === 'EPSG:4326' || id === 'EPSG:4490') return (x, y) => [x, y];
  if (id === 'gcj02')
    return (x, y) => gcoord.transform([x, y], gcoord.GCJ02, gcoord.WGS84) as [number, number];
  if (id === 'bd09')
    return (x, y) => gcoord.transform([x, y], gcoord.BD09, gcoord.WGS84) as [number, number];
  const code = Number(/^EPSG:(\d+)$/.exec(id)?.[1]);
  const definition = uncalibratedCodes(code) ? null : definitionOf(code);
  if (definition === null) return null;
  const { default: proj4 } = await import('proj4');
  const projection = proj4(definition);
  return (x, y) => projection.inverse([x, y]) as [number, number];
}

/** What a file, a column or a user says of the system; null where it says nothing we understand. */
export function systemNamed(text: string): DatumId | null {
  const epsg = /EPSG[^\d]{0,4}(\d{4,5})/i.exec(text);
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  if (epsg) return canonical(Number(epsg[1]));
  if (/xian1?9?80|西安80|1980西安|beijing1?9?54|北京54|1954北京|地方|独立坐标|城建坐标/.test(bare))
    return 'uncalibrated';
  if (/gcj0?2|高德|腾讯|火星|amap/.test(bare)) return 'gcj02';
  if (/bd0?9|百度|baidu/.test(bare)) return 'bd09';
  if (/webmercator|pseudomercator|墨卡托|auxiliarysphere/.test(bare)) return 'EPSG:3857';
  const utm = /utmzone(\d+)n/.exec(bare);
  if (utm) return `EPSG:${32600 + Number(utm[1])}`;
  if (/cgcs2000|china2000|国家2000|2000国家|chinageodetic/.test(bare)) return ofChina2000(bare);
  return /wgs1?9?84/.test(bare) ? 'wgs84' : null;
}

function ofChina2000(bare: string): DatumId {
  const cm = /cm(\d{2,3})e/.exec(bare);
  const is3Degree = /3degree/.test(bare);
  if (cm)
    return is3Degree
      ? `EPSG:${4534 + (Number(cm[1]) - 75) / 3}`
      : `EPSG:${4502 + (Number(cm[1]) - 75) / 6}`;
  const zone = /gkzone(\d{2})/.exec(bare);
  if (zone) return is3Degree ? `EPSG:${4488 + Number(zone[1])}` : `EPSG:${4478 + Number(zone[1])}`;
  return 'wgs84';
}

const canonical = (code: number): DatumId =>
  code === 4326 || code === 4490 || code === 4979
    ? 'wgs84'
    : code === 900913 || code === 3785
      ? 'EPSG:3857'
      : `EPSG:${code}`;
