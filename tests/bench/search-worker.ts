/** A worker of the bench: holds the parts it was sent, searches the one it is told to, says when it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { Search, type SearchPart } from '../../src/core/reach';
import { limitCm } from './city';

const searches = (workerData as SearchPart[]).map(({ graph, seeds }) => {
  const search = new Search(graph);
  return () => {
    search.clear();
    search.drainInBatches(seeds, 4, limitCm);
  };
});

parentPort!.on('message', (part: number) => {
  searches[part]();
  parentPort!.postMessage('done');
});
parentPort!.postMessage('ready');
