/** What the engine's worker answers: core's functions over the one city that is open. */
import { problem, type Progress, type Result } from '../../core/result';
import type {
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  UnitDetail,
} from './coverage-data';
import type { OpenSource } from './engine-client';
import type {
  ExportedFile,
  ExportRequest,
  Figure,
  FigureCheck,
  ListKind,
  UncoveredVillage,
} from './figure-data';
import type { CityData, StreetPaths } from './page-data';

type OnStreets = (streets: readonly StreetPaths[]) => void;
type Answer<T> = Promise<Result<T>>;

export function createEngineApi() {
  const notOpen = async () => problem('nothing_open');
  return {
    open: notOpen as (s: OpenSource, p: Progress, onStreets: OnStreets) => Answer<CityData>,
    coverage: notOpen as (
      parameters: CoverageParameters,
      token: number,
      progress: Progress,
    ) => Answer<CoverageResult>,
    circle: notOpen as (
      facilityIndex: number,
      minutes: readonly number[],
      speedMetresPerS: number,
    ) => Answer<FacilityCircle>,
    householdDetail: notOpen as (householdIndex: number) => Answer<HouseholdDetail>,
    unitDetail: notOpen as (unitIndex: number) => Answer<UnitDetail>,
    uncoveredVillages: notOpen as (
      kind: ListKind,
      token: number,
      progress: Progress,
    ) => Answer<readonly UncoveredVillage[]>,
    explainFigure: notOpen as (unitIndex: number, group: Group) => Answer<Figure>,
    checkFigure: notOpen as (
      figure: Figure,
      token: number,
      progress: Progress,
    ) => Answer<FigureCheck>,
    exportTable: notOpen as (
      request: ExportRequest,
      token: number,
      progress: Progress,
    ) => Answer<ExportedFile>,
    cancel: (_token: number) => undefined,
  };
}
