export { sanmingCatalogue } from './catalogue';
export {
  evaluateIndicators,
  type EvaluateOptions,
  type Evaluation,
  type NamedUnit,
} from './evaluate';
export { type FacilityChanges } from './prepare';
export { effectiveEntry, type Overrides } from './settings';
export { parseOpeningHours, type OpeningHours } from './opening-hours';
export { comparableText, fullWidthPunctuation, quoteLine } from './quotes';
export type { Divisions } from './divisions/crosswalk';
export type * from './types';
export { ruleAt, type TargetAt } from './judge';
export {
  circleBases,
  circleColumns,
  circleSums,
  storeCircles,
  type CircleBasis,
  type CircleSums,
} from './circle';
export { failingRows, itemRows, topUnits, type FailingRow } from './failing';
export { catalogueSchema, importCatalogue, type ImportedCatalogue } from './import-catalogue';
export { compareEvaluations, type ComparedUnit } from './trend';
export { centralTownsWithin } from './central-towns';
