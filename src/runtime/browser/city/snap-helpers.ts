/** Threads that snap beside the engine's own. They live for one job, but may start before it is known. */
import { wrap } from 'comlink';
import { isWorthHelp, type SnapHelper, type SnapJob } from '../../../core/network';
import { sharedJob } from '../../shared-job';
import type { SnapApi } from './snap.worker';

const most = 3;
let waiting: readonly Worker[] = [];

/** For a job that is about to come. */
export function startSnapHelpers(): void {
  if (waiting.length > 0) return;
  if (typeof Worker === 'undefined') return;
  const count = Math.min(most, (navigator.hardwareConcurrency || 1) - 1);
  waiting = Array.from(
    { length: count },
    () => new Worker(new URL('./snap.worker.ts', import.meta.url), { type: 'module' }),
  );
}

/** Runs a job with helpers that hold it; they end with it. */
export async function withSnapHelpers<T>(
  job: SnapJob,
  run: (helpers: readonly SnapHelper[]) => Promise<T>,
): Promise<T> {
  if (isWorthHelp(job)) startSnapHelpers();
  const workers = waiting;
  waiting = [];
  const sent = workers.length > 0 ? sharedJob(job) : job;
  try {
    return await run(workers.map((worker) => helperIn(worker, sent)));
  } finally {
    workers.forEach((worker) => worker.terminate());
  }
}

function helperIn(worker: Worker, job: SnapJob): SnapHelper {
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
  });
  broken.catch(() => undefined);
  const api = wrap<SnapApi>(worker);
  const held = api.hold(job);
  return {
    async find(begin, end) {
      await Promise.race([held, broken]);
      return Promise.race([api.find(begin, end), broken]);
    },
  };
}
