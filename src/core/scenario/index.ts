export * from './scenario';
export {
  freeId,
  withCorrection,
  withOption,
  withSites,
  withoutCorrection,
  withoutOption,
  withoutSites,
} from './edit';
export { advanced, historyOf, redone, undone, type History } from './history';
export { applyScenario, type AppliedScenario, type PlannedStatus } from './apply';
export { countTheSame } from './counted';
export { diffScenarios, type Difference } from './diff';
export { policyChanges } from './policy-changes';
export { readPlan } from './read-plan';
export { plannedGround, type PlannedGround, type Snapping } from './planned-ground';
export { LivePlan } from './live/live-plan';
export type { Before, HeldSite, LiveFigures, LiveTerms } from './live/live-figures';
export type { GainsByGroup, TownGains } from './live/gains';
export { UnitFinder } from './live/unit-finder';
export { facilitiesByUnit, onFootMeter, policyMeter, type Meter } from './live/village-meters';
export { comparedGroups, optionFigures, type OptionFigures } from './compare/option-figures';
export { type TownEquity } from './compare/town-equity';
export { comparisonRows, type ComparisonKey, type ComparisonRow } from './compare/comparison-rows';
export { type Project, type ProjectParameters, type ProjectSlope } from './project/project';
export { isSameSource, type ProjectSource } from './project/source';
export { openProject, packProject, type OpenedProject, type ProjectEntry } from './project/archive';
