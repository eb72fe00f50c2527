/**
 * npm run bench:peers: the same streets and questions for ours and for pandana, Valhalla and
 * pgRouting, where their packages can be had; a peer that cannot is said so and left out. pandana and
 * pyvalhalla go into a virtual environment under build/; PEERS_PYTHON names another Python (Valhalla's
 * wheels want 3.12 or later). Nothing else ever needs any of this.
 */
import { build } from 'vite';

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/bench',
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: { peers: new URL('./peers-main.ts', import.meta.url).pathname },
      output: { entryFileNames: '[name].js' },
    },
  },
});
const { runPeers } = await import('../../../build/bench/peers.js');
await runPeers();
