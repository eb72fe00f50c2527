/**
 * Addresses of map tiles as people copy them: a template, a WMTS by key and value (KVP) or by path
 * (RESTful), 天地图 with its key. What comes out is one template with {z}, {x} and {y}, all in Web
 * Mercator; a set in degrees is refused with the name of its twin, since its tiles would lie wrong.
 */
import { ok, problem, type Result } from '../result';
import { shiftOf, type DatumShift } from './known-hosts';

export interface TileAddress {
  /** With {z}, {x}, {y}; holds the key. */
  readonly template: string;
  /** What the page's policy must allow, such as https://t0.tianditu.gov.cn. */
  readonly origin: string;
  /** Tiles of this host are moved against WGS-84 by law. */
  readonly shift: DatumShift | null;
}

const placeholders: readonly (readonly [RegExp, string])[] = [
  [/\{(TileMatrix|z|level|l)\}/gi, '{z}'],
  [/\{(TileRow|y|row)\}/gi, '{y}'],
  [/\{(TileCol|x|col)\}/gi, '{x}'],
  [/\{(Style)\}/gi, 'default'],
  [/\{s\}/gi, '0'],
];
const keyPlaceholder = /\{(tk|key|token)\}/gi;
const degreesSet =
  /EPSG(:|%3A){1,2}(4326|4490)|TILEMATRIXSET=c(?=&|$)|\/c(?=\/\{z\})|_c(?=[&/]|$)/i;

export function readTileAddress(given: string, key: string): Result<TileAddress> {
  const address = placeholders.reduce(
    (text, [pattern, name]) => text.replace(pattern, name),
    given.trim(),
  );
  const parts = /^(https?:\/\/[^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?$/i.exec(address);
  if (parts === null) return problem('basemap_address_unreadable', { address: given.trim() });
  if (degreesSet.test(address))
    return problem('basemap_degrees', { twin: mercatorTwin(given.trim()) });
  const [, origin, path, query = ''] = parts;
  const filled = hasPlaceholders(address) ? ok(address) : keyValueTemplate(origin + path, query);
  if (!filled.ok) return filled;
  const withKey = addKey(filled.value, key.trim());
  const strange = /\{(?![zxy]\})[^}]*\}/.exec(withKey);
  if (strange) return problem('basemap_placeholder', { placeholder: strange[0] });
  if (/tianditu\.gov\.cn$/i.test(origin) && !/[?&]tk=[^&]/i.test(withKey))
    return problem('basemap_key_missing');
  return ok({ template: withKey, origin: origin.toLowerCase(), shift: shiftOf(origin) });
}

function hasPlaceholders(address: string): boolean {
  return ['{z}', '{x}', '{y}'].every((name) => address.includes(name));
}

/** A service's own address, with what a request for a tile needs besides. */
function keyValueTemplate(service: string, query: string): Result<string> {
  const given = new Map<string, string>();
  for (const pair of query.slice(1).split('&').filter(Boolean)) {
    const [name, value = ''] = pair.split('=');
    given.set(name.toUpperCase(), value);
  }
  // 天地图 names both in its path: /vec_w/wmts
  const named = /\/([a-z]+)_w\/wmts$/i.exec(service);
  const layer = given.get('LAYER') ?? named?.[1];
  const set = given.get('TILEMATRIXSET') ?? (named ? 'w' : undefined);
  const missing = [layer ? '' : 'LAYER', set ? '' : 'TILEMATRIXSET'].filter(Boolean);
  if (!layer || !set) return problem('basemap_incomplete', { missing: missing.join(', ') });
  // Sets named after their system number their levels as EPSG:3857:0, EPSG:3857:1 …
  const level = /EPSG/i.test(set) ? `${set}:{z}` : '{z}';
  const values = new Map([
    ['SERVICE', 'WMTS'],
    ['VERSION', '1.0.0'],
    ['STYLE', named ? 'default' : ''],
    ['FORMAT', named ? 'tiles' : 'image/png'],
    ...given,
    ['REQUEST', 'GetTile'],
    ['LAYER', layer],
    ['TILEMATRIXSET', set],
    ['TILEMATRIX', level],
    ['TILEROW', '{y}'],
    ['TILECOL', '{x}'],
  ]);
  const tk = values.get('TK');
  values.delete('TK');
  const text = [...values].map(([name, value]) => `${name}=${value}`).join('&');
  return ok(`${service}?${text}${tk ? `&tk=${tk}` : ''}`);
}

function addKey(template: string, key: string): string {
  const safe = encodeURIComponent(key);
  if (keyPlaceholder.test(template)) return key ? template.replace(keyPlaceholder, safe) : template;
  if (!key || /[?&]tk=/i.test(template)) return template;
  return `${template}${template.includes('?') ? '&' : '?'}tk=${safe}`;
}

/** The same address in Web Mercator, without its key. */
function mercatorTwin(address: string): string {
  return address
    .replace(/([?&])tk=[^&]*&?/i, '$1')
    .replace(/[?&]$/, '')
    .replace(/_c(?=[&/]|$)/gi, '_w')
    .replace(/(TILEMATRIXSET=)c(?=&|$)/gi, '$1w')
    .replace(/\/c(?=\/\{)/gi, '/w')
    .replace(/(EPSG(?::|%3A){1,2})(4326|4490)/gi, '$13857');
}
