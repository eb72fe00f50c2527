/** A worker of the bench: holds the city, searches the part it is told to, says when it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { NearestSearch, searchParts, seedsOf, type Seeds } from '../../src/core/reach';
import { limitCm, type City } from './city';

const { network, facilities } = workerData as City;
const nearest = new NearestSearch(network);
const whole = seedsOf(network, facilities, 'to');
const halves: Seeds[] = searchParts(network, facilities, limitCm, 2).map((part) => {
  const edge = new Int32Array(facilities.edge.length).fill(-1);
  for (const f of part.facilities) edge[f] = facilities.edge[f];
  return seedsOf(network, { ...facilities, edge }, 'to');
});

parentPort!.on('message', (task: 'whole' | 0 | 1) => {
  nearest.runSeeds(task === 'whole' ? whole : halves[task], limitCm);
  parentPort!.postMessage('done');
});
parentPort!.postMessage('ready');
