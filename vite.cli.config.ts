import { defineConfig } from 'vite';

/** The command line as one ES module and a thread beside it: the same sources as the page, `?raw` SQL included. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/cli',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        carecircle: 'src/cli/main.ts',
        'snap-worker': 'src/runtime/node/snap-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
