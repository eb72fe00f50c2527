/**
 * npm run bench [-- --json FILE]: our engine against the same searches in C++, one table, every row
 * a ratio within this run. Exits 3 where g++ or Chromium is missing, 1 where a target is missed.
 */
import { execFileSync } from 'node:child_process';
import { build } from 'vite';

const folder = new URL('.', import.meta.url).pathname;
const bundle = (name, ssr) =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr,
      target: ssr ? 'node20' : 'esnext',
      outDir: 'build/bench',
      emptyOutDir: false,
      minify: false,
      lib: ssr
        ? undefined
        : { entry: `${folder}${name}.ts`, formats: ['es'], fileName: () => `${name}.js` },
      rollupOptions: ssr
        ? { input: { [name]: `${folder}${name}.ts` }, output: { entryFileNames: '[name].js' } }
        : {},
    },
  });

/** As the page is built: what the database fetches stays in files of its own. */
const pageBundle = (name) =>
  build({
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      target: 'esnext',
      outDir: 'build/bench',
      assetsDir: '.',
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: {
        input: { [name]: `${folder}${name}.ts` },
        output: { entryFileNames: '[name].js' },
      },
    },
  });

try {
  execFileSync('g++', ['--version'], { stdio: 'ignore' });
} catch {
  console.error('bench: g++ is missing; it compiles the reference (Debian: apt-get install g++).');
  process.exit(3);
}
await bundle('bench-main', true);
await bundle('search-worker', true);
await bundle('bench-page', false);
await pageBundle('indicators-page');
const { runBench } = await import('../../build/bench/bench-main.js');
process.exit(await runBench(process.argv.slice(2)));
