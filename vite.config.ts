import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, runnerImport, type Plugin } from 'vite';

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
  type Maker = typeof import('./scripts/manual-chapter');
  let making: Promise<Maker> | undefined;
  const maker = () =>
    (making ??= runnerImport<Maker>('./scripts/manual-chapter.ts').then(({ module }) => module));
  return {
    name: 'manual',
    async transform(text, id) {
      if (!/\/manual\/[^/]+\.md$/.test(id)) return undefined;
      const { readChapter } = await maker();
      return { code: `export default ${JSON.stringify(readChapter(text))}`, map: null };
    },
  };
}

/**
 * What is needed at once is one file: each that is asked for costs milliseconds of processor time, and six
 * at a time is what a browser asks of one server.
 */
const oneFileAtOnce = {
  output: {
    codeSplitting: {
      groups: [
        {
          name: 'first',
          tags: ['$initial' as const],
          test: (id: string) => !/[\\/]manual[\\/]/.test(id),
        },
      ],
    },
  },
};

export default defineConfig({
  plugins: [isolation(), manual(), sveltekit()],
  // The last Chromium for Windows 7, and what the bureaus' own browsers are built on.
  build: { target: 'chrome109', rolldownOptions: oneFileAtOnce },
  worker: { format: 'es', rolldownOptions: oneFileAtOnce },
});
