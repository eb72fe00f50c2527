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
