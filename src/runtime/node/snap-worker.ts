/** Snaps pieces of one job beside the command line's own thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { snapPiece } from '../../core/network/snap-together';
import type { SnapJob } from '../../core/network';

parentPort!.on('message', ([begin, end]: [number, number]) => {
  const answers = snapPiece(workerData as SnapJob, begin, end);
  const buffers = [answers.edge, answers.alongCm, answers.doorCm].map(({ buffer }) => buffer);
  parentPort!.postMessage(answers, buffers as ArrayBuffer[]);
});
