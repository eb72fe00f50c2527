/** The policy's questions as the page asks them; answers are Results, the long one can be aborted. */
import { proxy, type Remote } from 'comlink';
import type { Progress, Result } from '../../../core/result';
import type { ExportedFile } from '../data/figure-data';
import type {
  FailingRow,
  ImportedCatalogue,
  PolicyAnswer,
  PolicyFileRequest,
  PolicyOrder,
  PolicyRows,
  UnitResult,
} from '../data/policy-data';
import type { EngineApi } from '../engine.worker';

export interface PolicyEngine {
  evaluate(
    order: PolicyOrder,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<PolicyAnswer>>;
  unitsBelow(indicatorId: string, parentCode: string): Promise<Result<readonly UnitResult[]>>;
  rows(indicatorId: string, unitCode: string): Promise<Result<PolicyRows>>;
  failing(indicatorId: string): Promise<Result<readonly FailingRow[]>>;
  file(request: PolicyFileRequest): Promise<Result<ExportedFile>>;
  readCatalogue(text: string, fileName: string): Promise<Result<ImportedCatalogue>>;
}

/** How the engine's client asks its worker. */
export interface Asking {
  short<T>(ask: (api: Remote<EngineApi>) => Promise<Result<T>>): Promise<Result<T>>;
  long<T>(
    signal: AbortSignal,
    ask: (api: Remote<EngineApi>, token: number) => Promise<Result<T>>,
  ): Promise<Result<T>>;
}

export function policyEngine({ short, long }: Asking): PolicyEngine {
  return {
    evaluate: (order, progress, signal) =>
      long(signal, (api, token) => api.policyEvaluation(order, token, proxy(progress))),
    unitsBelow: (indicatorId, parentCode) =>
      short((api) => api.policyUnits(indicatorId, parentCode)),
    rows: (indicatorId, unitCode) => short((api) => api.policyRows(indicatorId, unitCode)),
    failing: (indicatorId) => short((api) => api.policyFailing(indicatorId)),
    file: (request) => short((api) => api.policyFile(request)),
    readCatalogue: (text, fileName) => short((api) => api.policyCatalogue(text, fileName)),
  };
}
