/** What siting shows, from the runtime: panels and map take it from here. */
export type {
  Catchment,
  OutOfReach,
  PlannedYear,
  RecommendedSite,
  RuleAnswer,
  SiteAnswer,
  SiteFileKind,
  SiteOrder,
  Verification,
} from '../../runtime/browser/siting/siting-data';
export type { CandidatePlace, CandidateSource, SiteAsk } from '../../core/siting';
