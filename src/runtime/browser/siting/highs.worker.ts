/** HiGHS in a worker of its own: it blocks its thread, and is stopped by ending it. */
import { expose } from 'comlink';
import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { highsSolver } from '../../highs-solver';

const solver = highsSolver(() =>
  loadHighs({ locateFile: () => new URL(wasmUrl, import.meta.url).href }),
);
const api = {
  solve: solver.solve,
  priceRows: solver.priceRows,
};
export type HighsApi = typeof api;

expose(api);
