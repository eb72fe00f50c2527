/**
 * Whether a raster holds heights or people: by what its file is called and by what its numbers can
 * be. Where neither tells, or the two disagree, the user is asked.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from '../../geo';
import type { Raster } from '../../geo/geotiff';

export type RasterKind = 'terrain' | 'people';

export interface RasterGuess {
  /** Null is for the user to say. */
  readonly kind: RasterKind | null;
  readonly reason:
    'name' | 'negative' | 'crowded' | 'uneven' | 'smooth' | 'contradicts' | 'unclear';
  /** Of the cells that were looked at; null where none has a value. */
  readonly least: number | null;
  readonly most: number | null;
  /** Side of a cell, metres. */
  readonly cellM: number;
}

const names: readonly (readonly [RasterKind, RegExp])[] = [
  ['terrain', /dem|srtm|aster|alos|elev|terrain|height|高程|地形|海拔/i],
  ['people', /pop|ppp|ghs|landscan|人口/i],
];
/** Below lies no land: files that do not declare their word for unknown use such numbers. */
const LOWEST_M = -500;
/** People on a square kilometre, as a mean of a whole county: more live nowhere. */
const MOST_CROWDED = 20_000;

/** @param raster a part of the file is enough */
export function rasterKind(fileName: string, raster: Raster): RasterGuess {
  const cellM = metresPerDegreeLat(raster.north) * raster.stepLat;
  const known = raster.values.filter((value) => value > LOWEST_M);
  if (known.length === 0) return { kind: null, reason: 'unclear', least: null, most: null, cellM };
  const sorted = known.sort();
  const range = { least: sorted[0], most: sorted[sorted.length - 1], cellM };
  const named = names.filter(([, pattern]) => pattern.test(fileName.split('/').at(-1)!));
  const byName = named.length === 1 ? named[0][0] : null;
  const byValues = kindOfValues(raster, sorted);
  if (byName && byValues && byName !== byValues.kind)
    return { kind: null, reason: 'contradicts', ...range };
  if (byValues) return { ...byValues, ...range };
  return { kind: byName, reason: byName ? 'name' : 'unclear', ...range };
}

function kindOfValues(
  raster: Raster,
  sorted: Float32Array,
): Pick<RasterGuess, 'kind' | 'reason'> | null {
  if (sorted[0] < 0) return { kind: 'terrain', reason: 'negative' };
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const median = sorted[sorted.length >> 1];
  const areaKm2 =
    (raster.stepLat *
      metresPerDegreeLat(raster.north) *
      raster.stepLon *
      metresPerDegreeLon(raster.north)) /
    1e6;
  if (mean / areaKm2 > MOST_CROWDED) return { kind: 'terrain', reason: 'crowded' };
  // Most people live in few cells; heights lie around their mean and neighbours are alike.
  if (median < mean / 3) return { kind: 'people', reason: 'uneven' };
  if (median > mean / 2 && mean > 50 && roughness(raster, mean) < 0.35)
    return { kind: 'terrain', reason: 'smooth' };
  return null;
}

/** How much neighbours differ, beside how much all cells do; 1 is without order. */
function roughness({ values, columns }: Raster, mean: number): number {
  let [steps, spread, count] = [0, 0, 0];
  for (let i = 1; i < values.length; i++) {
    if (i % columns === 0 || !(values[i] > LOWEST_M && values[i - 1] > LOWEST_M)) continue;
    steps += Math.abs(values[i] - values[i - 1]);
    spread += Math.abs(values[i] - mean);
    count++;
  }
  return count === 0 || spread === 0 ? Infinity : steps / spread;
}
