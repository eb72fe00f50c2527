/**
 * Calls into a worker as Results: a call can be given up by ending the worker or by telling it, and
 * a bug on the other side becomes a problem the user sees, never a silent wait.
 */
import { problem, type Progress, type Result } from '../../core/result';

export const cancelled = problem('cancelled');

/** What was thrown in a worker has lost its class; its words are all there is. */
export function engineFailed(cause: unknown): Result<never> {
  // A worker that cannot even be loaded breaks without a word.
  if (cause === undefined || cause === '') return problem('worker_not_started');
  return problem('engine_failed', {
    reason: cause instanceof Error ? cause.message : String(cause),
  });
}

/**
 * The call's answer, or `cancelled` as soon as the signal is aborted; `onAbort` then stops the work.
 */
export async function answered<T>(
  call: Promise<Result<T>>,
  signal?: AbortSignal,
  onAbort: () => void = () => undefined,
): Promise<Result<T>> {
  if (signal?.aborted) {
    onAbort();
    return cancelled;
  }
  const aborted = new Promise<Result<never>>((resolve) => {
    signal?.addEventListener(
      'abort',
      () => {
        onAbort();
        resolve(cancelled);
      },
      { once: true },
    );
  });
  return Promise.race([call.catch(engineFailed), aborted]);
}

/** A large answer takes time to arrive, and what the page does with it too: not both in one task. */
export async function inTwoTasks<T>(answer: Promise<T>): Promise<T> {
  const arrived = await answer;
  await new Promise((resolve) => setTimeout(resolve));
  return arrived;
}

/** At most four reports a second, and every change of stage, so that progress costs the page little. */
export function throttled(progress: Progress): Progress {
  let lastStage = '';
  let lastMs = 0;
  return (stage, done, total) => {
    const nowMs = performance.now();
    if (stage === lastStage && nowMs - lastMs < 250) return;
    lastStage = stage;
    lastMs = nowMs;
    progress(stage, done, total);
  };
}
