/** Snaps pieces of one job beside the engine's worker. */
import { expose } from 'comlink';
import { snapPiece } from '../../../core/network/snap-together';
import type { SnapJob } from '../../../core/network';
import { moved } from '../transfers';

let job: SnapJob | null = null;

const api = {
  hold(given: SnapJob): void {
    job = given;
  },

  find(begin: number, end: number) {
    if (job === null) throw new Error('no job');
    const answers = snapPiece(job, begin, end);
    return moved(answers, [answers]);
  },
};
export type SnapApi = typeof api;

expose(api);
