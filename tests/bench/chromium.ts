/** Opens the bench's page in Chromium, if there is one, beside the demo city. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser';

export interface BenchPage {
  readonly page: Page;
  close(): Promise<void>;
}

const demo = fileURLToPath(new URL('../../static/demo/', import.meta.url));
const built = fileURLToPath(new URL('./', import.meta.url));

/** False where the demo city has not been made (npm run demo). */
export function hasDemo(): boolean {
  return existsSync(join(demo, 'manifest.json'));
}

export async function openBenchPage(): Promise<BenchPage> {
  const { executablePath, env, args } = findBrowser();
  const browser = await chromium.launch({ executablePath, env, args });
  const server = createServer((request, response) => {
    // Isolated, so that the page's clock is as fine as Node's.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const name = basename(request.url ?? '/');
    const type = { '.js': 'text/javascript', '.wasm': 'application/wasm' }[extname(name)];
    const path = join(type ? built : demo, name);
    if (type) response.setHeader('Content-Type', type);
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>bench</title>');
    } else if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.addScriptTag({ url: '/bench-page.js', type: 'module' });
  await page.waitForFunction('globalThis.runOnce !== undefined', null, { timeout: 120_000 });
  return {
    page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
