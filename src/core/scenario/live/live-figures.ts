/** What a live plan stands on, and what it says after every move. */
import type { ImportedTable } from '../../import';
import type {
  ConditionedStreets,
  CoverageGround,
  CoverageParameters,
  MultiPolygon,
  PopulationGroup,
} from '../../reach';
import type { Snapping } from '../planned-ground';
import type { GainsByGroup, TownGains } from './gains';
import type { UnitFinder } from './unit-finder';
import type { Meter } from './village-meters';

export interface LiveTerms {
  /** Of the data, without any option. */
  readonly ground: CoverageGround;
  readonly parameters: CoverageParameters;
  /** Under the parameters' conditions, if they were made beforehand. */
  readonly streets?: ConditionedStreets | null;
  readonly snapping: Snapping;
  readonly finder: UnitFinder;
  readonly services: ImportedTable | undefined;
}

export interface HeldSite {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly unitIndex: number;
  /** False where no street lies within the cap: nobody can walk there. */
  readonly isOnStreets: boolean;
  /** False where its type or status does not count: it brings nothing. */
  readonly isCounted: boolean;
}

/** Before any option, and now. */
export interface Before<T> {
  readonly before: T;
  readonly now: T;
}

export interface LiveFigures {
  readonly held: HeldSite | null;
  /** Against what it was when the site was picked up. */
  readonly sincePick: GainsByGroup;
  /** What the held site alone brings: against the option without it. */
  readonly ofHeld: GainsByGroup;
  /** Against the facilities as they are. */
  readonly sinceBaseline: GainsByGroup;
  /** People of `group` covered, of all. */
  readonly group: PopulationGroup;
  readonly people: Before<Meter>;
  readonly policyVillages: Before<Meter>;
  /** The same in the county of the held site. */
  readonly countyVillages: (Before<Meter> & { readonly unitIndex: number }) | null;
  readonly onFootVillages: Before<Meter> | null;
  /** Towns touched since the site was picked up; before it moves, those it serves. */
  readonly towns: readonly TownGains[];
  /** Reach of the held site. */
  readonly circle: MultiPolygon | null;
  /** Households gained and lost against the facilities as they are, by index. */
  readonly gainedHouseholds: Uint32Array;
  readonly lostHouseholds: Uint32Array;
}
