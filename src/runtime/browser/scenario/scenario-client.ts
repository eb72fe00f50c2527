/** Options as the page asks about them; answers are Results, comparing can be aborted. */
import { proxy } from 'comlink';
import type { Progress, Result } from '../../../core/result';
import type { Scenario } from '../../../core/scenario';
import type { CoverageParameters } from '../data/coverage-data';
import type { ExportedFile, ExportLanguage } from '../data/figure-data';
import type {
  Comparison,
  DrawnPolygon,
  LiveAnswer,
  OptionPicture,
  SiteSource,
  SourceKind,
} from '../data/scenario-data';
import type { Asking } from '../policy/policy-client';

export interface ScenarioEngine {
  /** Takes an option in hand; null is the facilities as they are. */
  open(scenario: Scenario | null, parameters: CoverageParameters): Promise<Result<LiveAnswer>>;
  /** Holds a site or facility of the option in hand at a place. */
  hold(id: string, lon: number, lat: number): Promise<Result<LiveAnswer>>;
  /** Puts what is held back. */
  release(): Promise<Result<LiveAnswer>>;
  sources(kind: SourceKind, polygon: DrawnPolygon | null): Promise<Result<readonly SiteSource[]>>;
  /** Index of the village or community at a place, -1 where there is none. */
  unitAt(lon: number, lat: number): Promise<Result<number>>;
  compare(
    scenarios: readonly Scenario[],
    parameters: CoverageParameters,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<Comparison>>;
  ledger(
    scenario: Scenario | null,
    format: 'csv' | 'xlsx',
    language: ExportLanguage,
  ): Promise<Result<ExportedFile>>;
  picture(
    scenario: Scenario | null,
    parameters: CoverageParameters,
  ): Promise<Result<OptionPicture>>;
}

export function scenarioEngine({ short, long }: Asking): ScenarioEngine {
  return {
    open: (scenario, parameters) => short((api) => api.planOpen(scenario, parameters)),
    hold: (id, lon, lat) => short((api) => api.planHold(id, lon, lat)),
    release: () => short((api) => api.planRelease()),
    sources: (kind, polygon) => short((api) => api.planSources(kind, polygon)),
    unitAt: (lon, lat) => short((api) => api.planUnitAt(lon, lat)),
    compare: (scenarios, parameters, progress, signal) =>
      long(signal, (api, token) => api.planCompare(scenarios, parameters, token, proxy(progress))),
    ledger: (scenario, format, language) =>
      short((api) => api.planLedger(scenario, format, language)),
    picture: (scenario, parameters) => short((api) => api.planPicture(scenario, parameters)),
  };
}
