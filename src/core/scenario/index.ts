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
export { diffScenarios, type Difference } from './diff';
export { policyChanges } from './policy-changes';
export { readPlan } from './read-plan';
