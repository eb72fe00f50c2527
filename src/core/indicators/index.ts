export { sanmingCatalogue } from './catalogue/sanming';
export { evaluateIndicators, type EvaluateOptions, type Evaluation } from './evaluate';
export type { NamedUnit } from './town-lists';
export { type FacilityChanges } from './prepare/prepare';
export { effectiveEntry, type Overrides } from './catalogue/settings';
export { parseOpeningHours, type OpeningHours } from './prepare/opening-hours';
export { comparableText, fullWidthPunctuation, quoteLine } from './catalogue/quotes';
export type { Divisions } from './divisions/crosswalk';
export type * from './types';
export { ruleAt, type TargetAt } from './judge';
export {
  circleBases,
  circleColumns,
  circleOrder,
  circleSums,
  clearCircles,
  storeCircles,
  type CircleBasis,
  type CircleOrder,
  type CircleSums,
} from './prepare/circle';
export { failingRows, itemRows, topUnits, type FailingRow } from './failing';
export {
  catalogueSchema,
  importCatalogue,
  type ImportedCatalogue,
} from './catalogue/import-catalogue';
export { compareEvaluations, type ComparedUnit } from './trend';
export { centralTownsWithin, readArea } from './prepare/central-towns';
