/** What is asked of siting and what it answers, as it crosses between page and workers. */
import type {
  CandidateChoice,
  CandidatePlace,
  CandidateRules,
  Emphasis,
  Proof,
  SearchState,
  Shortfall,
  SiteAsk,
  SiteCertificate,
  YearlyTerms,
} from '../../../core/siting';
import type { Scenario } from '../../../core/scenario';
import type { Note, Problem } from '../../../core/result';
import type { CoverageParameters } from '../data/coverage-data';

/** Everything an answer depends on besides the city itself; plain, and the same order repeats it. */
export interface SiteOrder {
  /** Rules in order; each finds the sites of those before it standing. The last one is the ask. */
  readonly asks: readonly SiteAsk[];
  readonly emphasis: Emphasis;
  readonly walking: CoverageParameters;
  /** The option whose facilities count as existing; null is the baseline. */
  readonly scenario: Scenario | null;
  /** `choice.withinUnit` also limits whose people and villages count. */
  readonly choice: CandidateChoice;
  readonly rules: CandidateRules;
}

/** Before the search: for how many candidates it is known whom they reach. */
export interface Reaching {
  readonly stage: 'reach';
  readonly done: number;
  readonly total: number;
}

/** How far the search is: value found and bound proven so far. */
export type SiteProgress = (state: SearchState | Reaching) => void;

/** A site of the answer, and why. Units by their index on the page. */
export interface RecommendedSite {
  readonly place: CandidatePlace;
  /** Asked for by the planner, or brought by a rule before the last; null: found by the last rule. */
  readonly because: 'forced' | 'earlier' | null;
  readonly reached: number;
  readonly gained: number;
  readonly gained80Plus: number | null;
  readonly gainedLivingAlone: number | null;
  readonly gainedDependent: number | null;
  /** People nobody else of the choice reaches. */
  readonly onlyHere: number;
  /** Villages reached with this site that would not be without it. */
  readonly turnedUnits: readonly number[];
  readonly shared: readonly { readonly id: string; readonly people: number }[];
}

/** How one rule came out. */
export interface RuleAnswer {
  readonly ask: SiteAsk;
  readonly unit: SiteCertificate['unit'];
  readonly sites: number;
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly proof: Proof;
  /** The groups of a target, as they stood before and as they are with the sites. */
  readonly groups: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly total: number;
    readonly needed: number;
    readonly before: number;
    readonly after: number;
  }[];
}

export interface SiteAnswer {
  /** In the order asked; the last holds all sites. */
  readonly rules: readonly RuleAnswer[];
  readonly sites: readonly RecommendedSite[];
  readonly candidateCount: number;
  readonly speedMS: number;
  /** Column that was counted, such as age_60_plus. */
  readonly counted: string;
  readonly people: {
    readonly total: number;
    readonly placed: number;
    readonly before: number;
    readonly after: number;
  };
  readonly villages: {
    readonly total: number;
    readonly before: number;
    readonly after: number;
    readonly policyBefore: number;
    readonly policyAfter: number;
  } | null;
  /** 10k yuan over costScale, where money was asked about. */
  readonly costScale: number;
  /** True where the planner stopped the search: the best found, with the bound proven so far. */
  readonly wasStopped: boolean;
  readonly notes: readonly Note[];
  readonly elapsedMs: number;
}

/** Why a target is out of reach. */
export interface OutOfReach {
  readonly problem: Problem;
  readonly shortfalls: readonly (Omit<Shortfall, 'unreachable'> & {
    readonly unreachableUnits: readonly number[];
  })[];
}

/** An ask either is answered or can not be met, and then says who is left out. */
export type SiteOutcome =
  | { readonly kind: 'answer'; readonly answer: SiteAnswer }
  | { readonly kind: 'out_of_reach'; readonly outOfReach: OutOfReach };

/** The area on foot around a site, for the eye. */
export interface Catchment {
  readonly id: string;
  readonly polygon: { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };
}

export interface PlannedYear {
  readonly year: number;
  /** Candidate ids. */
  readonly opened: readonly string[];
  /** Sites, or 10k yuan. */
  readonly spent: number;
  readonly people: number;
  readonly villages: number;
  readonly reached: number;
  readonly bound: number;
}

export interface YearsOrder extends YearlyTerms {
  /** The calendar year of the first one. */
  readonly firstYear: number;
}

export interface Verification {
  readonly accepted: boolean;
  readonly refusals: readonly Problem[];
  readonly objective: number;
  readonly bound: number;
  readonly elapsedMs: number;
}

export type SiteFileKind = 'certificate' | 'sites' | 'candidates' | 'years' | 'years_certificate';
