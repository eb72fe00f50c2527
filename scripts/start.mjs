/**
 * `npm start`: builds what is missing or stale, serves the page on this machine and prints the
 * address. Options: --port N (the next free one if taken), --without-isolation (as hosts do that
 * send no cross-origin isolation headers), --basemap ORIGIN (the page may fetch map tiles from there;
 * may be given more than once).
 */
import { parseArgs } from 'node:util';
import { readOrigins } from './allow-basemap.mjs';
import { buildPage } from './build.mjs';
import { serve } from './serve.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    basemap: { type: 'string', multiple: true, default: [] },
    'without-isolation': { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`--port ${values.port}: a whole number from 1 to 65535 is wanted.`);
  process.exit(2);
}

const basemaps = readOrigins(values.basemap);
if (basemaps === null) process.exit(2);

const folder = buildPage();
const isolated = !values['without-isolation'];
const { address } = await serve(folder, { port, isolated, basemaps });
console.log(`养老圈 CareCircle: ${address}  (Ctrl+C 停止 / stops)`);
