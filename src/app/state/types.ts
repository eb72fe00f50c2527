/** The shapes the page draws, from the runtime: map and panels take them from here. */
export type {
  AreaFeature,
  CityInfo,
  Facility,
  HouseholdPoints,
  NetworkSummary,
  StreetPaths,
  Unit,
  UnitLevel,
} from '../../runtime/browser/data/page-data';
export { groups, householdStates } from '../../runtime/browser/data/coverage-data';
export type {
  Counts,
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  HouseholdState,
  PeopleInside,
  UnitCoverage,
  UnitDetail,
  WalkPath,
} from '../../runtime/browser/data/coverage-data';
export type {
  FailingRow,
  ItemRow,
  Level,
  PolicyAnswer,
  EarlierData,
  PolicyIndicator,
  PolicyOther,
  PolicyUnit,
  State as JudgedState,
  TownChoice,
  UnitResult,
  Wording,
} from '../../runtime/browser/data/policy-data';
export type {
  BatchView,
  ChosenFile,
  DatumChoice,
  EvidenceMap,
  JoinMode,
  SheetColumn,
  SheetView,
  TableChanges,
  UnplacedRow,
} from '../../runtime/browser/data/import-data';
export type {
  Before,
  BuildingMode,
  DrawnPolygon,
  GainsByGroup,
  Meter,
  OptionFigures,
  PlannedSite,
  Scenario,
  SiteSource,
  SourceKind,
  TownGains,
} from '../../runtime/browser/data/scenario-data';
