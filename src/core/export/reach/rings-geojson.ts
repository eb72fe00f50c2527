/** Isochrones as GeoJSON (RFC 7946): a feature for each facility and time, WGS-84, the same from page and command line. */
import type { MultiPolygon } from '../../reach';

export interface RingFeature {
  readonly id: string | null;
  readonly minutes: number;
  readonly speedMS: number;
  /** Where slopes are judged: by the worse way or the round trip. */
  readonly judgedBy?: string;
  readonly geometry: MultiPolygon;
}

export function ringFeature({ id, minutes, speedMS, judgedBy, geometry }: RingFeature): string {
  const judged = judgedBy === undefined ? {} : { judged_by: judgedBy };
  const properties = { id, minutes, speed_m_per_s: speedMS, ...judged };
  return JSON.stringify({ type: 'Feature', properties, geometry });
}

export function* ringsGeoJson(features: readonly string[]): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  for (const [i, feature] of features.entries()) {
    yield feature + (i + 1 < features.length ? ',\n' : '\n');
  }
  yield ']}\n';
}
