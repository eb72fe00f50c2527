/**
 * A plan as plain JSON: options on top of the facilities as they are. Nothing here is ever changed in
 * place, so undo, saving and comparing come for free. The facilities as they are (现状基线) are no
 * option: they stand below all of them and cannot be edited.
 */

export const buildingModes = ['new', 'renovated', 'transferred', 'leased'] as const;
export type BuildingMode = (typeof buildingModes)[number];

/** Where a site comes from: put on the map by hand, a row of the data, a street corner, the solver. */
export const siteOrigins = [
  'drawn',
  'premise',
  'village_office',
  'junction',
  'recommended',
] as const;
export type SiteOrigin = (typeof siteOrigins)[number];

/** A facility that is not there yet. */
export interface PlannedSite {
  /** Its facility_id in every result. */
  readonly id: string;
  readonly name: string;
  /** A facility type of SCHEMA. */
  readonly type: string;
  /** Degrees, WGS-84, on the 1e-7° grain. */
  readonly lon: number;
  readonly lat: number;
  /** The village or community it stands in; null: not known. */
  readonly unitCode: string | null;
  readonly capacityPersons: number | null;
  readonly cost10kYuan: number | null;
  /** When it opens. */
  readonly year: number | null;
  readonly buildingMode: BuildingMode | null;
  /** False for a site that is only considered: it is shown and can be proposed, but does not count. */
  readonly isChosen: boolean;
  readonly origin: SiteOrigin;
  /** The premise, unit or other row it was taken from. */
  readonly originId: string | null;
}

export type Change =
  | { readonly kind: 'add'; readonly site: PlannedSite }
  | {
      readonly kind: 'move';
      readonly facilityId: string;
      readonly lon: number;
      readonly lat: number;
      readonly unitCode: string | null;
    }
  | { readonly kind: 'close'; readonly facilityId: string }
  | {
      readonly kind: 'change';
      readonly facilityId: string;
      readonly type?: string;
      readonly status?: string;
      readonly capacityPersons?: number | null;
    };

/** A change to a facility of the data; at most one of each kind for each facility. */
export type Correction = Exclude<Change, { kind: 'add' }>;

export interface Scenario {
  readonly id: string;
  /** As the user calls it, such as 方案一. */
  readonly name: string;
  readonly changes: readonly Change[];
}

export interface Plan {
  readonly options: readonly Scenario[];
  /** 推荐理由, in the user's words. */
  readonly reason: string;
}

export const emptyPlan: Plan = { options: [], reason: '' };

/** How many options, the baseline not among them, are shown beside each other. */
export const MOST_COMPARED = 4;

export function sitesOf(scenario: Scenario): PlannedSite[] {
  return scenario.changes.flatMap((change) => (change.kind === 'add' ? [change.site] : []));
}

export function correctionsOf(scenario: Scenario, facilityId: string): Correction[] {
  return scenario.changes.filter(
    (change): change is Correction => change.kind !== 'add' && change.facilityId === facilityId,
  );
}
