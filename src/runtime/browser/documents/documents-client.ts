/** Reports and files as the page asks for them; a worker of its own is ended when the file is made. */
import { proxy, wrap, type Remote } from 'comlink';
import type { EvaluationPart, ResultSummary, Sensitivity, ShownTable } from '../../../core/export';
import type { Language } from '../../../core/i18n/t';
import type { Progress, Result } from '../../../core/result';
import type { Asking } from '../policy/policy-client';
import { answered, engineFailed } from '../worker-call';
import type { DocumentsApi } from './documents.worker';
import type { FilesOrder, MadeFile } from './make-files';
import { startWorker } from '../start-worker';

export type { FilesOrder, MadeFile };

export interface DocumentsEngine {
  summary(
    evaluation: EvaluationPart,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<ResultSummary>>;
  sensitivity(progress: Progress, signal: AbortSignal): Promise<Result<Sensitivity | null>>;
  make(order: FilesOrder, signal: AbortSignal): Promise<Result<MadeFile>>;
  shown(table: ShownTable, language: Language, signal: AbortSignal): Promise<Result<MadeFile>>;
}

export function documentsEngine({ long }: Asking): DocumentsEngine {
  return {
    summary: (evaluation, progress, signal) =>
      long(signal, (api, token) => api.resultSummary(evaluation, token, proxy(progress))),
    sensitivity: (progress, signal) =>
      long(signal, (api, token) => api.sensitivity(token, proxy(progress))),
    make: (order, signal) => inWorker((api) => api.makeFiles(order), signal),
    shown: (table, language, signal) => inWorker((api) => api.makeShown(table, language), signal),
  };
}

/** A worker of its own for one file, ended when the file is made or given up. */
async function inWorker(
  make: (api: Remote<DocumentsApi>) => Promise<Result<MadeFile>>,
  signal: AbortSignal,
): Promise<Result<MadeFile>> {
  const worker = startWorker(
    () => new Worker(new URL('./documents.worker.ts', import.meta.url), { type: 'module' }),
  );
  const broken = new Promise<Result<never>>((resolve) => {
    worker.addEventListener('error', (event) => resolve(engineFailed(event.message)));
  });
  const made = await answered(Promise.race([make(wrap<DocumentsApi>(worker)), broken]), signal);
  worker.terminate();
  return made;
}
