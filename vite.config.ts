import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { readChapter } from './scripts/manual-chapter';

/** Shared memory needs a page isolated from other origins; kit's preview ignores `preview.headers`. */
function isolation(): Plugin {
  const headers = (
    _: unknown,
    response: { setHeader(k: string, v: string): void },
    next: () => void,
  ) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    next();
  };
  return {
    name: 'cross-origin-isolation',
    configureServer: (server) => void server.middlewares.use(headers),
    configurePreviewServer: (server) => void server.middlewares.use(headers),
  };
}

/** Chapters of the manual become HTML while the page is built, so that no page carries a parser. */
function manual(): Plugin {
  return {
    name: 'manual',
    transform: (text, id) =>
      /\/manual\/[^/]+\.md$/.test(id)
        ? { code: `export default ${JSON.stringify(readChapter(text))}`, map: null }
        : undefined,
  };
}

export default defineConfig({
  plugins: [isolation(), manual(), sveltekit()],
  // The last Chromium for Windows 7, and what the bureaus' own browsers are built on.
  build: { target: 'chrome109' },
  worker: { format: 'es' },
});
