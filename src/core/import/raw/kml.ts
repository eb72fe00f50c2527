/** KML placemarks → features: name, ExtendedData and the first geometry. Always longitude, latitude. */
import { SaxesParser } from 'saxes';
import { ok, problem, type Result } from '../../result';
import { decodeText } from '../read/text';
import { tableOfFeatures, type Feature } from './features';
import type { Geometry } from './geometry';
import type { OpenedFile } from './raw-table';

interface Placemark {
  properties: Record<string, string>;
  geometries: Geometry[];
}

export function openKml(bytes: Uint8Array, fileName: string): Result<OpenedFile> {
  const { text, encoding } = decodeText(bytes);
  const features = placemarks(text);
  if (!features) return problem('xml_broken', { file: fileName });
  if (features.length === 0) return problem('file_without_rows', { file: fileName });
  const { table } = tableOfFeatures(fileName, fileName, features, null);
  return ok({ kind: 'tables', format: 'kml', encoding, tables: [table], notes: [] });
}

function placemarks(text: string): Feature[] | null {
  const parser = new SaxesParser({ xmlns: false });
  const features: Feature[] = [];
  const path: string[] = [];
  let current: Placemark | null = null;
  let words = '';
  let field = '';
  let rings: number[][][] = [];
  let isBroken = false;
  parser.on('error', () => (isBroken = true));
  parser.on('opentag', ({ name, attributes }) => {
    const tag = name.replace(/^.*:/, '');
    path.push(tag);
    words = '';
    if (tag === 'Placemark') current = { properties: {}, geometries: [] };
    if (tag === 'Polygon') rings = [];
    if (tag === 'Data' || tag === 'SimpleData')
      field = String((attributes as Record<string, string>).name ?? '');
  });
  parser.on('text', (more) => (words += more));
  parser.on('cdata', (more) => (words += more));
  parser.on('closetag', () => {
    const tag = path.pop();
    const parent = path.at(-1);
    if (!current) return;
    if (tag === 'Placemark') {
      features.push({ properties: current.properties, geometry: current.geometries[0] ?? null });
      current = null;
    } else if (tag === 'coordinates') {
      const points = pointsOf(words);
      if (parent === 'Point') current.geometries.push({ type: 'Point', coordinates: points[0] });
      else if (path.includes('Polygon')) rings.push(points);
      else current.geometries.push({ type: 'LineString', coordinates: points });
    } else if (tag === 'Polygon') {
      current.geometries.push({ type: 'Polygon', coordinates: rings });
    } else if (
      parent === 'Placemark' &&
      (tag === 'name' || tag === 'description' || tag === 'address')
    ) {
      current.properties[tag] = words.trim();
    } else if ((tag === 'value' && parent === 'Data') || tag === 'SimpleData') {
      if (field !== '') current.properties[field] = words.trim();
    }
    words = '';
  });
  try {
    parser.write(text.replace(/^\ufeff/, '')).close();
  } catch {
    return null;
  }
  return isBroken ? null : features;
}

function pointsOf(text: string): number[][] {
  return text
    .trim()
    .split(/\s+/)
    .map((point) =>
      point
        .split(',')
        .slice(0, 2)
        .map((part) => (part === '' ? NaN : Number(part))),
    )
    .filter((point) => point.length === 2 && point.every(Number.isFinite));
}
