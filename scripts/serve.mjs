/**
 * Serves the built page on this machine only, with the headers a careful host would send:
 * isolation (shared memory between workers) and a policy for worker scripts, which do not take
 * over the page's own. `isolated: false` serves as hosts do that send no such headers; `basemaps` are
 * the origins whose tiles the page may fetch.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { withBasemaps } from './allow-basemap.mjs';

const scriptPolicy =
  "default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:";

/** @param {string} folder @param {{port?: number, isolated?: boolean, basemaps?: string[]}} [options] */
export async function serve(folder, { port = 4173, isolated = true, basemaps = [] } = {}) {
  const isolate = (response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  };
  const files = sirv(folder, {
    etag: true,
    setHeaders(response, path) {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      if (path.endsWith('.js')) response.setHeader('Content-Security-Policy', scriptPolicy);
      if (isolated) isolate(response);
    },
  });
  const server = createServer((request, response) => {
    const page = basemaps.length > 0 && pageOf(folder, request.url);
    if (page) {
      if (isolated) isolate(response);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      return response.end(withBasemaps(readFileSync(page, 'utf8'), basemaps));
    }
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  return { server, address: `http://localhost:${await listen(server, port)}/` };
}

/** The file of a page's address (/, /manual/), or null for any other. */
function pageOf(folder, url) {
  const { pathname } = new URL(url, 'http://localhost');
  const name = /^\/([a-z]+\/)?(index\.html)?$/.exec(pathname);
  const file = name && join(folder, name[1] ?? '', 'index.html');
  return file && existsSync(file) ? file : null;
}

/** The first free port from `port` on. */
function listen(server, port, tries = 20) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || tries === 0) reject(error);
      else resolve(listen(server, port + 1, tries - 1));
    });
    server.listen(port, '127.0.0.1', () => resolve(port));
  });
}
