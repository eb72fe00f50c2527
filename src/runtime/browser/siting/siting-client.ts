/** Siting as the page asks for it: answers are Results, a search that is given up keeps its best. */
import { proxy } from 'comlink';
import type { Result } from '../../../core/result';
import type { CandidatePlace } from '../../../core/siting';
import type { ExportedFile } from '../data/figure-data';
import type { Asking } from '../policy/policy-client';
import type {
  Catchment,
  PlannedYear,
  SiteFileKind,
  SiteOrder,
  SiteOutcome,
  SiteProgress,
  Verification,
  YearsOrder,
} from './siting-data';

export interface SitingEngine {
  candidates(order: SiteOrder): Promise<Result<readonly CandidatePlace[]>>;
  /** An aborted search answers with the best found so far and the bound proven so far. */
  recommend(
    order: SiteOrder,
    progress: SiteProgress,
    signal: AbortSignal,
  ): Promise<Result<SiteOutcome>>;
  years(
    order: YearsOrder,
    progress: SiteProgress,
    signal: AbortSignal,
  ): Promise<Result<readonly PlannedYear[]>>;
  catchment(id: string): Promise<Result<Catchment>>;
  file(kind: SiteFileKind): Promise<Result<ExportedFile>>;
  verify(order: SiteOrder, certificate: string, signal: AbortSignal): Promise<Result<Verification>>;
}

export function sitingEngine({ short, long, patient }: Asking): SitingEngine {
  return {
    candidates: (order) => short((api) => api.sitingCandidates(order)),
    recommend: (order, progress, signal) =>
      patient(signal, (api, token) => api.sitingRecommendation(order, token, proxy(progress))),
    years: (order, progress, signal) =>
      patient(signal, (api, token) => api.sitingYears(order, token, proxy(progress))),
    catchment: (id) => short((api) => api.sitingCatchment(id)),
    file: (kind) => short((api) => api.sitingFile(kind)),
    verify: (order, certificate, signal) =>
      long(signal, (api, token) => api.sitingVerification(order, certificate, token)),
  };
}
