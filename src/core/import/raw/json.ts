/** GeoJSON, and plain JSON that is a list of objects (also wrapped once, as systems export it). */
import { ok, problem, type Result } from '../../result';
import { decodeText, type TextEncoding } from '../read/text';
import { tableOfFeatures, type Feature } from './features';
import type { Geometry } from './geometry';
import type { OpenedFile } from './raw-table';

export function openJson(
  bytes: Uint8Array,
  fileName: string,
  chosen?: TextEncoding,
): Result<OpenedFile> {
  const { text, encoding, isDamaged } = decodeText(bytes, chosen);
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const lines = linesOf(text);
    if (!lines) return problem('json_broken', { file: fileName });
    content = lines;
  }
  const features = featuresOf(content);
  if (!features) return problem('json_without_table', { file: fileName });
  if (features.length === 0) return problem('file_without_rows', { file: fileName });
  const { table, lines } = tableOfFeatures(fileName, fileName, features, declaredSystem(content));
  if (lines > features.length / 2) {
    return ok({ kind: 'streets', format: 'geojson', fileName, bytes });
  }
  const notes = isDamaged ? [{ code: 'encoding_doubtful', params: { file: fileName } }] : [];
  return ok({ kind: 'tables', format: 'geojson', encoding, tables: [table], notes });
}

/** One JSON object a line, as databases export. */
function linesOf(text: string): unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

function featuresOf(content: unknown): Feature[] | null {
  if (Array.isArray(content)) {
    const objects = content.filter(isObject);
    return objects.length === content.length ? objects.map(featureOf) : null;
  }
  if (!isObject(content)) return null;
  if (content.type === 'Feature') return [featureOf(content)];
  if (Array.isArray(content.features)) return content.features.filter(isObject).map(featureOf);
  const lists = Object.values(content).filter(
    (value) => Array.isArray(value) && value.length > 0 && isObject(value[0]),
  );
  return lists.length === 1 ? featuresOf(lists[0]) : null;
}

function featureOf(object: Readonly<Record<string, unknown>>): Feature {
  const { properties, geometry, id } = object;
  if (object.type !== 'Feature') return { properties: object, geometry: null };
  const own = isObject(properties) ? properties : {};
  const named = id !== undefined && !('id' in own) ? { id, ...own } : own;
  return {
    properties: named,
    geometry: isObject(geometry) ? (geometry as unknown as Geometry) : null,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The old `crs` member; GeoJSON without it says nothing here, since many write GCJ-02 into it. */
function declaredSystem(content: unknown): string | null {
  const { crs } = (content ?? {}) as { crs?: { properties?: { name?: unknown } } };
  const name = crs?.properties?.name;
  const code = typeof name === 'string' ? /EPSG:+(\d+)$/.exec(name)?.[1] : undefined;
  return code ? `EPSG:${code}` : null;
}
