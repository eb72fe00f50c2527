/** What a planner asks for, as plain JSON: it goes into the certificate word for word. */
export type SiteAsk =
  /** Most people with so many sites, or within a budget (10k yuan). */
  | { readonly kind: 'most_people'; readonly sites: number }
  | { readonly kind: 'most_people'; readonly budget: number }
  /** Fewest (or cheapest) sites that reach a share of something, everywhere or in each unit of a level. */
  | {
      readonly kind: 'reach_share';
      readonly percent: number;
      readonly of: 'people' | 'villages' | 'towns';
      readonly by: 'county' | 'town' | null;
      readonly cheapest: boolean;
    }
  /** The smallest mean walk with so many sites; nobody walks further than so many minutes. */
  | { readonly kind: 'smallest_walk'; readonly sites: number; readonly farMinutes: number };

/** A village is reached when at least this share of its people is, in percent. */
export const VILLAGE_SHARE_PERCENT = 50;

/** What a subdistrict or central town must have one of: care_centre_subdistrict_coverage. */
export const TOWN_CENTRE_TYPES: readonly string[] = ['care_centre'];
