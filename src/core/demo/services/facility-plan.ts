/**
 * How many facilities of each kind the demo has, and in which state: calibrated to the end of 2016
 * (411 幸福院, 161 居家养老服务站, 148 institutions with 13,286 beds); the rest is generated so that
 * the baseline honestly falls short of the policy's targets.
 */
import type { facilityTypes } from '../../store/tables';
import type { County, Town, Village } from '../sources';

export type FacilityType = (typeof facilityTypes)[number];

export const HAPPINESS_HOMES = 411;
export const CARE_STATIONS = 161;
export const INSTITUTION_BEDS = 13_286;
/** 148 together. */
export const INSTITUTIONS = {
  rural_welfare_home: 96,
  residential_care_home: 30,
  nursing_home: 9,
  welfare_centre: 13,
} as const;
/** Weight of one institution's beds. */
export const BED_WEIGHTS = {
  rural_welfare_home: 58,
  residential_care_home: 128,
  nursing_home: 170,
  welfare_centre: 240,
} as const;

/** On top of those at work or built: not counted by any indicator. */
export const NOT_AT_WORK: Readonly<
  Partial<Record<FacilityType, Readonly<Record<string, number>>>>
> = {
  rural_happiness_home: { under_construction: 22, planned: 26, closed: 14, unknown: 5 },
  home_care_station: { under_construction: 6, planned: 4, closed: 5 },
  care_centre: { under_construction: 2, planned: 1 },
  rural_welfare_home: { closed: 7 },
  residential_care_home: { under_construction: 3, planned: 2 },
};

export const AS_OF = '2020-11-01';
export const FACILITIES_AS_OF = '2016-12-31';

/** A facility before it has a place: decided for the whole city. */
export interface PlannedFacility {
  readonly id: string;
  readonly type: FacilityType;
  readonly status: string;
  readonly county: County;
  readonly town: Town;
  readonly village: Village;
  readonly variant: number;
  beds: number | null;
  /** Runs with rooms of another facility. */
  sharesRoomsWith: string | null;
  readonly serves: string[];
}

/** A village-level unit with what is above it. */
export interface UnitPlace {
  readonly county: County;
  readonly town: Town;
  readonly village: Village;
}
