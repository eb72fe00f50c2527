/**
 * Line GeoJSON → street lines. Features with a `highway` tag follow OpenStreetMap's rules, outlines
 * of squares included. A file without any is taken as a bureau's own road lines: every line is a
 * street. Lines join by equal coordinates (join-lines.ts).
 */
import { isOnGlobe } from '../../geo';
import { ok, problem, type Progress, type Result } from '../../result';
import type { ReadStreets } from './read-streets';
import { LineJoiner } from './join-lines';
import { walkability, type Tags, type WalkableOptions } from './walkable';

interface Feature {
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null;
  readonly properties?: Record<string, unknown> | null;
}

/** Keys of OpenStreetMap that say a line is something else than a street. */
const OTHER_THINGS = ['railway', 'waterway', 'aeroway', 'power', 'boundary', 'natural', 'building'];
const KNOWN_CRS = /CRS:?:?84|EPSG:(.*:)?(4326|4979|4490)$/i;
/** Longer texts do not fit into one JavaScript string everywhere. */
const MOST_BYTES = 500e6;

export function readLinesGeojson(
  bytes: Uint8Array,
  file: string,
  progress: Progress = () => {},
  options: WalkableOptions = {},
): Result<ReadStreets> {
  const parsed = parse(bytes, file);
  if (!parsed.ok) return parsed;
  const features = featuresOf(parsed.value);
  if (features === undefined) return problem('streets_not_geojson', { file });
  const crs = (parsed.value as { crs?: { properties?: { name?: unknown } } }).crs?.properties?.name;
  if (typeof crs === 'string' && !KNOWN_CRS.test(crs)) {
    return problem('streets_projected', { file, crs });
  }

  const tagged = features.some((feature) => tagsOf(feature).highway !== undefined);
  const joiner = new LineJoiner();
  let lineCount = 0;
  for (const [i, feature] of features.entries()) {
    if ((i & 0xfff) === 0) progress('read_streets', i, features.length);
    const lines = linesOf(feature);
    if (lines.length === 0) continue;
    lineCount += lines.length;
    const tags = tagsOf(feature);
    const walk = walkability(tagged ? tags : asRoad(tags), options);
    for (const coordinates of lines) {
      const wrong = coordinates.findIndex((c) => !Array.isArray(c) || !isOnGlobe(c[0], c[1]));
      if (wrong >= 0) {
        const [lon, lat] = Array.isArray(coordinates[wrong]) ? coordinates[wrong] : [];
        const where = `feature ${i + 1}, point ${wrong + 1}`;
        return problem('streets_off_globe', { file, where, lon: `${lon}`, lat: `${lat}` });
      }
      if (walk !== undefined && coordinates.length > 1) {
        joiner.add(coordinates, { ...walk, layer: layerOf(tags) });
      }
    }
  }
  if (joiner.count === 0) {
    const code = lineCount === 0 ? 'streets_none' : 'streets_none_walkable';
    return problem(code, { file, candidates: lineCount });
  }
  const notes = tagged ? [] : [{ code: 'streets_untagged', params: { count: joiner.count } }];
  return ok({ lines: joiner.lines(), notes, source: 'geojson' });
}

function parse(bytes: Uint8Array, file: string): Result<unknown> {
  if (bytes.length > MOST_BYTES)
    return problem('streets_too_large', { file, most: MOST_BYTES / 1e6 });
  const text = new TextDecoder().decode(bytes);
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    if (position >= text.trimEnd().length - 1 || !/[}\]]\s*$/.test(text)) {
      return problem('streets_cut_off', { file, position: text.length, size: text.length });
    }
    return problem('streets_damaged', { file, position });
  }
}

function featuresOf(json: unknown): Feature[] | undefined {
  const { type, features } = (json ?? {}) as { type?: string; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features as Feature[];
  if (type === 'Feature') return [json as Feature];
  if (type === 'LineString' || type === 'MultiLineString') {
    return [{ geometry: json as Feature['geometry'] }];
  }
  return undefined;
}

/** Properties as texts; blanks are no tags, since tables flattened from OSM carry every column. */
function tagsOf(feature: Feature): Tags {
  const tags: Record<string, string> = {};
  for (const [key, value] of Object.entries(feature?.properties ?? {})) {
    if (value !== null && value !== undefined && value !== '') tags[key] = String(value);
  }
  return tags;
}

/** An untagged line is a road, unless it says it is something else. */
function asRoad(tags: Tags): Tags {
  return OTHER_THINGS.some((key) => key in tags) || 'route' in tags
    ? tags
    : { ...tags, highway: 'road' };
}

type Line = readonly (readonly number[])[];

function linesOf(feature: Feature): readonly Line[] {
  const { type, coordinates } = feature?.geometry ?? {};
  if (!Array.isArray(coordinates)) return [];
  if (type === 'LineString') return [coordinates as Line];
  if (type === 'MultiLineString') return (coordinates as Line[]).filter(Array.isArray);
  // The outline of a square, as OSM's own closed way would be.
  if (type === 'Polygon' && tagsOf(feature).highway !== undefined) {
    return (coordinates as Line[]).filter(Array.isArray).slice(0, 1);
  }
  return [];
}

/** The layer a line runs on: as tagged, else a bridge is 1, a tunnel −1, all else 0. */
export function layerOf(tags: Tags): number {
  const layer = Number(tags.layer ?? NaN);
  if (Number.isInteger(layer) && Math.abs(layer) <= 100) return layer;
  if ((tags.bridge ?? 'no') !== 'no') return 1;
  return tags.tunnel === 'yes' || tags.tunnel === 'culvert' ? -1 : 0;
}
