/** The policy's questions as the page asks them; answers are Results, the long one can be aborted. */
import { proxy, type Remote } from 'comlink';
import type { EvaluationPart } from '../../../core/export';
import type { Progress, Result } from '../../../core/result';
import type { ExportedFile } from '../data/figure-data';
import type {
  EarlierData,
  FailingRow,
  ImportedCatalogue,
  PolicyAnswer,
  PolicyFileRequest,
  PolicyOrder,
  PolicyRows,
  PolicyUnit,
} from '../data/policy-data';
import type { EngineApi } from '../engine.worker';

export interface PolicyEngine {
  evaluate(
    order: PolicyOrder,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<PolicyAnswer>>;
  /** Opens a second folder to compare with. */
  openEarlier(
    files: readonly File[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<EarlierData>>;
  /** What a summary of the whole result takes from the indicators. */
  resultPart(): Promise<Result<EvaluationPart>>;
  /** Towns whose seat lies in the areas of a GeoJSON text; `fileName` is for the messages. */
  townsWithin(text: string, fileName: string): Promise<Result<readonly string[]>>;
  unitsBelow(indicatorId: string, parentCode: string): Promise<Result<readonly PolicyUnit[]>>;
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
  /** As `long`, but what is given up still answers, with what it has. */
  patient<T>(
    signal: AbortSignal,
    ask: (api: Remote<EngineApi>, token: number) => Promise<Result<T>>,
  ): Promise<Result<T>>;
}

export function policyEngine({ short, long }: Asking): PolicyEngine {
  return {
    evaluate: (order, progress, signal) =>
      long(signal, (api, token) => api.policyEvaluation(order, token, proxy(progress))),
    openEarlier: (files, progress, signal) =>
      long(signal, (api, token) => api.policyEarlier(files, token, proxy(progress))),
    resultPart: () => short((api) => api.policyResultPart()),
    townsWithin: (text, fileName) => short((api) => api.policyTowns(text, fileName)),
    unitsBelow: (indicatorId, parentCode) =>
      short((api) => api.policyUnits(indicatorId, parentCode)),
    rows: (indicatorId, unitCode) => short((api) => api.policyRows(indicatorId, unitCode)),
    failing: (indicatorId) => short((api) => api.policyFailing(indicatorId)),
    file: (request) => short((api) => api.policyFile(request)),
    readCatalogue: (text, fileName) => short((api) => api.policyCatalogue(text, fileName)),
  };
}
