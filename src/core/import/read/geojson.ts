/**
 * GeoJSON features → table: properties are the columns, the point its lon and lat. An area stands
 * for itself by a point within it (a building's outline is a household as good as its door); a
 * line has no such place and is refused.
 */
import { ok, problem, type Problem, type Result } from '../../result';
import type { ImportedTable, TableRequest } from '../table/imported-table';
import { pointWithin } from './point-within';
import { TableBuilder } from '../table/table-builder';
import { decodeText } from './text';

interface Feature {
  readonly id?: string | number;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type: string; readonly coordinates?: unknown } | null;
}

export function readGeoJson(
  bytes: Uint8Array,
  fileName: string,
  request: TableRequest,
): Result<ImportedTable> {
  const { text } = decodeText(bytes);
  if (text.trim() === '') return problem('file_empty', { file: fileName });
  const features = featuresOf(text, fileName);
  if (!features.ok) return features;

  const names = new Set<string>();
  for (const feature of features.value) {
    for (const name of Object.keys(feature.properties ?? {})) names.add(name);
  }
  if (features.value.some((feature) => feature.id !== undefined)) names.add('id');
  const header = [...[...names].filter((name) => name !== 'lon' && name !== 'lat'), 'lon', 'lat'];
  const begun = TableBuilder.begin(request, fileName, header, features.value.length);
  if (!begun.ok) return begun;

  for (const [i, feature] of features.value.entries()) {
    const place = placeOf(feature, fileName, i + 1);
    if (!place.ok) return place;
    const cells = header.slice(0, -2).map((name) => cellText(feature, name));
    const found = begun.value.add([...cells, ...place.value], i + 1);
    if (found) return { ok: false, problem: found };
  }
  return begun.value.finish();
}

function featuresOf(text: string, file: string): Result<readonly Feature[]> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return problem('json_broken', { file });
  }
  const { type, features } = (content ?? {}) as { type?: unknown; features?: unknown };
  if (type === 'Feature') return ok([content as Feature]);
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    return problem('geojson_without_features', { file });
  }
  return ok(features as Feature[]);
}

/** lon and lat as texts, both blank for a feature without a place. */
function placeOf(feature: Feature, file: string, row: number): Result<readonly string[]> {
  const { geometry } = feature;
  const wrong = (code: string): { ok: false; problem: Problem } => ({
    ok: false,
    problem: { code, params: { file, row, value: geometry?.type ?? '' } },
  });
  if (!geometry) return ok(['', '']);
  let place: unknown = geometry.coordinates;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    place = pointWithin(geometry.type, geometry.coordinates);
  } else if (geometry.type !== 'Point') {
    return wrong('geometry_not_a_place');
  }
  if (!Array.isArray(place) || !place.slice(0, 2).every(Number.isFinite) || place.length < 2) {
    return wrong('geometry_broken');
  }
  return ok([String(place[0]), String(place[1])]);
}

function cellText(feature: Feature, name: string): string {
  const value = feature.properties?.[name] ?? (name === 'id' ? feature.id : undefined);
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
