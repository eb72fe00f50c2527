/**
 * The engine as the page sees it: every call answers with a Result, long ones report progress and
 * can be aborted. Behind it stand workers; the page never waits on its own thread.
 */
import { problem, type Progress, type Result } from '../../core/result';
import type {
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  UnitDetail,
} from './coverage-data';
import type { ExportRequest, Figure, FigureCheck, ListKind, UncoveredVillage } from './figure-data';
import type { CityData, StreetPaths } from './page-data';

export type OpenSource =
  | { readonly kind: 'demo'; readonly baseUrl: string }
  | { readonly kind: 'files'; readonly files: readonly File[] };

export interface Engine {
  /** What was open stays open until the new city is whole. `onStreets` may come early. */
  open(
    source: OpenSource,
    progress: Progress,
    signal: AbortSignal,
    onStreets: (streets: readonly StreetPaths[]) => void,
  ): Promise<Result<CityData>>;
  coverage(
    parameters: CoverageParameters,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<CoverageResult>>;
  circle(
    facilityIndex: number,
    minutes: readonly number[],
    speedMetresPerS: number,
  ): Promise<Result<FacilityCircle>>;
  householdDetail(householdIndex: number): Promise<Result<HouseholdDetail>>;
  unitDetail(unitIndex: number): Promise<Result<UnitDetail>>;
  uncoveredVillages(
    kind: ListKind,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<readonly UncoveredVillage[]>>;
  explainFigure(unitIndex: number, group: Group): Promise<Result<Figure>>;
  checkFigure(
    figure: Figure,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<FigureCheck>>;
  exportTable(
    request: ExportRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<{ readonly fileName: string; readonly blob: Blob }>>;
  close(): void;
}

export function createEngine(): Engine {
  const notOpen = () => Promise.resolve(problem('nothing_open'));
  return {
    open: notOpen,
    coverage: notOpen,
    circle: notOpen,
    householdDetail: notOpen,
    unitDetail: notOpen,
    uncoveredVillages: notOpen,
    explainFigure: notOpen,
    checkFigure: notOpen,
    exportTable: notOpen,
    close: () => undefined,
  };
}
