import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { startWorkersAhead } from './scripts/workers-ahead.mjs';

const folder = 'build/page';
const files = adapter({ pages: folder, assets: folder });

/** Files for any host, the first page with its workers begun ahead. */
const ahead = {
  ...files,
  async adapt(builder) {
    await files.adapt(builder);
    startWorkersAhead(folder, readFileSync('src/app/state/screen.ts', 'utf8'));
  },
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: ahead,
    // Nothing leaves the page: only its own origin may be asked for anything.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'connect-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'worker-src': ['self', 'blob:'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['none'],
      },
    },
  },
};
