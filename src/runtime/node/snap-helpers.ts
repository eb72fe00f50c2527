/** Threads that snap beside the command line's own, for one job. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isWorthHelp, type SnapHelper, type SnapJob, type SnappedPoints } from '../../core/network';
import { sharedJob } from '../shared-job';

const most = 3;

/** Runs a job with helpers that hold it; they end with it. */
export async function withSnapHelpers<T>(
  job: SnapJob,
  run: (helpers: readonly SnapHelper[]) => Promise<T>,
): Promise<T> {
  // Built beside the program; whoever runs the sources has none.
  const file = join(dirname(process.argv[1] ?? ''), 'snap-worker.js');
  const count = isWorthHelp(job) && existsSync(file) ? availableParallelism() - 1 : 0;
  const workerData = count > 0 ? sharedJob(job) : job;
  const workers = Array.from(
    { length: Math.min(most, count) },
    () => new Worker(file, { workerData }),
  );
  try {
    return await run(workers.map(helperIn));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function helperIn(worker: Worker): SnapHelper {
  const broken = new Promise<never>((_, reject) => worker.once('error', reject));
  broken.catch(() => undefined);
  return {
    find(begin, end) {
      const answer = new Promise<SnappedPoints>((resolve) => worker.once('message', resolve));
      worker.postMessage([begin, end]);
      return Promise.race([answer, broken]);
    },
  };
}
