/** Hosts whose tiles do not lie where WGS-84 says: known by name, since tiles carry no datum. */

export type DatumShift = 'gcj02' | 'bd09';

const shifted: readonly (readonly [RegExp, DatumShift])[] = [
  [/(^|\.)(amap|autonavi|gaode|mapabc)\.com$/, 'gcj02'],
  [/(^|\.)gtimg\.com$/, 'gcj02'],
  [/(^|\.)map\.qq\.com$/, 'gcj02'],
  [/(^|\.)google\.cn$/, 'gcj02'],
  [/(^|\.)geoq\.cn$/, 'gcj02'],
  [/(^|\.)(baidu|bdimg|bdstatic)\.com$/, 'bd09'],
];

/** `origin` as in https://host:port; null where nothing is known against it. */
export function shiftOf(origin: string): DatumShift | null {
  const host = origin
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/:\d+$/, '');
  return shifted.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}
