/**
 * Lets the built page fetch basemap tiles from the origins named, and from no others; without any it
 * shuts them all out again. For static hosts: node scripts/allow-basemap.mjs ORIGIN… [--folder DIR].
 * `npm start -- --basemap ORIGIN` does the same for the page it serves, and leaves the files alone.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Scheme, host and port alone: a policy grants no more than that. Null is no origin. */
export function originOf(text) {
  try {
    const { origin, protocol, pathname, search } = new URL(text);
    const isBare = pathname === '/' && search === '';
    return isBare && /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

/** The page with `origins` in its policy, beside itself; whatever stood there before goes. */
export function withBasemaps(html, origins) {
  return html.replace(
    /(<meta http-equiv="content-security-policy"[^>]*?connect-src )[^;"]*/g,
    (_, before) => [`${before}'self'`, ...origins].join(' '),
  );
}

/** @returns {string[]} or null, after saying which is at fault. */
export function readOrigins(given) {
  const origins = given.map(originOf);
  const wrong = given.find((_, i) => origins[i] === null);
  if (wrong === undefined) return origins;
  console.error(`${wrong}: an origin is wanted, such as https://t0.tianditu.gov.cn`);
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { folder: { type: 'string', default: join('build', 'page') } },
    allowPositionals: true,
  });
  const origins = readOrigins(positionals);
  if (origins === null) process.exit(2);
  const pages = readdirSync(values.folder, { recursive: true }).filter((name) =>
    /\.html$/.test(name),
  );
  for (const name of pages) {
    const path = join(values.folder, name);
    writeFileSync(path, withBasemaps(readFileSync(path, 'utf8'), origins));
  }
  const allowed = origins.length > 0 ? origins.join(' ') : 'none';
  console.log(`${values.folder}: ${pages.length} pages; basemaps allowed from: ${allowed}`);
}
