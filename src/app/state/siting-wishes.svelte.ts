/**
 * What the planner wants, in the planner's words: a goal, how far it should go, who counts more,
 * where sites may stand. Turned into an order only when it is asked.
 */
import type { CandidatePlace, Emphasis, SiteAsk } from '../../core/siting';
import type { Scenario } from '../../core/scenario';
import type { CoverageParameters } from '../../runtime/browser/data/coverage-data';
import type { DrawnPolygon } from '../../runtime/browser/data/scenario-data';
import type { SiteOrder } from '../../runtime/browser/siting/siting-data';

export const goals = ['most', 'villages', 'towns', 'people', 'walk'] as const;
export type Goal = (typeof goals)[number];

export const emphasised = [
  'age_80_plus',
  'living_alone',
  'dependent',
  'resettlement_site',
] as const satisfies readonly (keyof Emphasis)[];
export type Emphasised = (typeof emphasised)[number];

export const candidateKinds = ['premises', 'offices', 'junctions', 'drawn'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

export interface Wishes {
  readonly goal: Goal;
  /** How `most` is limited. */
  readonly limitedBy: 'sites' | 'budget';
  readonly sites: number;
  /** 10k yuan. */
  readonly budget: number;
  /** Of villages or people. */
  readonly percent: number;
  readonly byCounty: boolean;
  readonly isCheapest: boolean;
  readonly townsFirst: boolean;
  readonly emphasis: Readonly<Record<Emphasised, number>>;
  readonly candidates: readonly CandidateKind[];
  readonly junctionSpacingM: number;
  /** An area drawn on the map that junctions must lie in; null for none. */
  readonly junctionsWithin: DrawnPolygon | null;
  /** 12-digit code; null is the whole city. */
  readonly withinUnit: string | null;
  /** 10k yuan for candidates without a cost of their own. */
  readonly usualCost: number;
  /** Candidate ids. */
  readonly forced: readonly string[];
  readonly forbidden: readonly string[];
}

const firstWishes: Wishes = {
  goal: 'most',
  limitedBy: 'sites',
  sites: 10,
  budget: 500,
  percent: 60,
  byCounty: true,
  isCheapest: false,
  townsFirst: false,
  emphasis: { age_80_plus: 0, living_alone: 0, dependent: 0, resettlement_site: 0 },
  candidates: ['premises', 'offices'],
  junctionSpacingM: 500,
  junctionsWithin: null,
  withinUnit: null,
  usualCost: 40,
  forced: [],
  forbidden: [],
};

/** In smallest-walk asks nobody counts as walking longer than this. */
const FAR_MINUTES = 60;

export class SitingWishes {
  #wishes = $state.raw<Wishes>(firstWishes);

  get current(): Wishes {
    return this.#wishes;
  }

  change(patch: Partial<Wishes>): void {
    this.#wishes = { ...this.#wishes, ...patch };
  }

  /** Another city: what was said of this one's candidates and units says nothing. */
  forgetPlaces(): void {
    this.change({ withinUnit: null, junctionsWithin: null, forced: [], forbidden: [] });
  }

  /** Junctions become candidates, those within a drawn area alone. */
  lookWithin(area: DrawnPolygon): void {
    const { candidates } = this.#wishes;
    const kinds = candidates.includes('junctions') ? candidates : [...candidates, 'junctions'];
    this.change({ candidates: kinds as Wishes['candidates'], junctionsWithin: area });
  }

  /** A candidate must be taken, must not be, or is as free as the others. */
  insist(id: string, rule: 'forced' | 'forbidden' | 'free'): void {
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    const { forced, forbidden } = this.#wishes;
    this.change({
      forced: rule === 'forced' ? [...without(forced), id] : without(forced),
      forbidden: rule === 'forbidden' ? [...without(forbidden), id] : without(forbidden),
    });
  }

  get asksForMoney(): boolean {
    const { goal, limitedBy, isCheapest } = this.#wishes;
    return goal === 'most' ? limitedBy === 'budget' : isCheapest && isTarget(goal);
  }

  order(
    walking: CoverageParameters,
    scenario: Scenario | null,
    drawn: readonly CandidatePlace[],
  ): SiteOrder {
    const wishes = this.#wishes;
    const { candidates, emphasis, forced, forbidden, usualCost } = wishes;
    const has = (kind: CandidateKind) => candidates.includes(kind);
    const rules = wishes.townsFirst && wishes.goal !== 'towns' ? [townsRule] : [];
    return {
      asks: [...rules, askOf(wishes)],
      emphasis: Object.fromEntries(Object.entries(emphasis).filter(([, times]) => times > 0)),
      walking,
      scenario,
      choice: {
        premises: has('premises'),
        offices: has('offices'),
        junctionSpacingM: has('junctions') ? wishes.junctionSpacingM : null,
        drawn: has('drawn') ? drawn : [],
        withinUnit: wishes.withinUnit,
        withinRing: wishes.junctionsWithin,
      },
      rules: { forced, forbidden, costWhereUnknown: this.asksForMoney ? usualCost : null },
    };
  }
}

export function isTarget(goal: Goal): boolean {
  return goal === 'villages' || goal === 'towns' || goal === 'people';
}

const townsRule: SiteAsk = {
  kind: 'reach_share',
  percent: 100,
  of: 'towns',
  by: null,
  cheapest: false,
};

function askOf(wishes: Wishes): SiteAsk {
  const { goal, sites, budget, percent, byCounty, isCheapest: cheapest } = wishes;
  const by = byCounty ? 'county' : null;
  switch (goal) {
    case 'most':
      return wishes.limitedBy === 'sites'
        ? { kind: 'most_people', sites }
        : { kind: 'most_people', budget };
    case 'villages':
    case 'people':
      return { kind: 'reach_share', percent, of: goal, by, cheapest };
    case 'towns':
      return { ...townsRule, cheapest } as SiteAsk;
    case 'walk':
      return { kind: 'smallest_walk', sites, farMinutes: FAR_MINUTES };
  }
}
