/** What crosses when options are worked on: live figures, places to take candidates from, comparisons. */
import type { BuildingMode, LiveFigures, OptionFigures, SiteOrigin } from '../../../core/scenario';

export type {
  Before,
  BuildingMode,
  Change,
  ComparisonRow,
  Correction,
  GainsByGroup,
  HeldSite,
  LiveFigures,
  Meter,
  OptionFigures,
  Plan,
  PlannedSite,
  Scenario,
  SiteOrigin,
  TownGains,
} from '../../../core/scenario';

export type SourceKind = Extract<SiteOrigin, 'premise' | 'village_office' | 'junction'>;

/** A ring of [lon, lat]; the last point need not repeat the first. */
export type DrawnPolygon = readonly (readonly [number, number])[];

/** A place that can become a candidate; null is unknown. */
export interface SiteSource {
  readonly origin: SourceKind;
  readonly originId: string;
  readonly name: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly unitIndex: number;
  readonly cost10kYuan: number | null;
  readonly buildingMode: BuildingMode | null;
  readonly areaM2: number | null;
  readonly currentUse: string | null;
}

/** An option as a picture: the states of households and the rates of units under it. */
export interface OptionPicture {
  readonly householdState: Uint8Array;
  /** Percent of 60+ covered by unit index, NaN where unknown. */
  readonly rates: Float64Array;
}

/** The figures, and how long the worker took for them. */
export interface LiveAnswer {
  readonly figures: LiveFigures;
  readonly elapsedMs: number;
}

/** The facilities as they are first. */
export type Comparison = readonly OptionFigures[];
