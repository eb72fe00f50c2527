export type { Proof } from './certificate';
export type { SearchControl, SearchState } from './model/search-control';
export type { IntegerProgram, ProgramSolver, SolvedProgram, SolveLimits } from './model/solver';
export { CandidateState } from './model/cover-model';
export { VILLAGE_SHARE_PERCENT, type SiteAsk } from './streets/ask';
export { groupsReached } from './streets/target-problem';
export { candidatesRequest } from './streets/candidates-request';
export {
  candidateSources,
  candidateTable,
  type CandidatePlace,
  type CandidateRules,
  type CandidateSource,
} from './candidates/candidate-place';
export { gatherCandidates, type CandidateChoice, type CandidateLand } from './candidates/gather';
export { tablesWithin } from './streets/within';
export {
  siteGround,
  type Emphasis,
  type PlacedHouseholds,
  type SiteGround,
  type SiteOptions,
  type SiteTables,
} from './streets/site-ground';
export { CERTIFICATE_FORMAT, planSites, type SiteCertificate, type SitePlan } from './streets/plan';
export { reachShortfall, type Shortfall } from './streets/shortfall';
export {
  planFacts,
  policyVillages,
  toldGroups,
  type PlanFacts,
  type SiteFacts,
} from './plan/facts';
export { askBeyond, groundWith, planStack } from './plan/stack';
export {
  planYears,
  YEARS_FORMAT,
  type PlannedYears,
  type YearlyTerms,
  type YearOfPlan,
  type YearsCertificate,
} from './plan/years';
export { parseCertificate, verifyCertificate, type AnyCertificate } from './plan/certificates';
export {
  recommendSites,
  siteParameters,
  type Recommendation,
  type SlopeRecord,
  type VillageCounts,
  type WrittenCertificate,
} from './plan/recommend';
export { verifySite } from './verify/verify-site';
export type { Verdict } from './verify/verdict';
