/** Sizes, operators, hours and equipment of one facility; unknowns stay unknown. */
import {
  ALWAYS_OPEN,
  OPEN_HOURS,
  collectiveOperator,
  governmentOperator,
  operatorName,
} from '../names';
import type { Chance } from '../random';
import type { TableRow } from '../files/csv';
import type { FacilityType, PlannedFacility } from './facility-plan';

/** Floor area, m². */
const AREAS: Readonly<Record<FacilityType, readonly [number, number]>> = {
  care_centre: [620, 1600],
  home_care_station: [90, 420],
  day_care_centre: [260, 820],
  rural_happiness_home: [80, 360],
  meal_point: [60, 180],
  rural_welfare_home: [900, 3200],
  residential_care_home: [1600, 6500],
  nursing_home: [2400, 8200],
  welfare_centre: [4200, 14000],
  activity_centre: [60, 280],
  community_service_facility: [110, 420],
};
const RESIDENTIAL: readonly FacilityType[] = [
  'rural_welfare_home',
  'residential_care_home',
  'nursing_home',
  'welfare_centre',
];

export function facilityDetails(f: PlannedFacility, chance: Chance): TableRow {
  const { type } = f;
  const known = (probability: number) => chance.is(probability);
  const [small, large] = AREAS[type];
  const isUrban = f.village.kind === 'residents_committee';
  const scale = type === 'community_service_facility' && isUrban ? 2.1 : 1;
  const area = Math.round(chance.between(small, large) * scale);
  const residential = RESIDENTIAL.includes(type);
  const floors = residential
    ? chance.whole(2, 6)
    : area > 500
      ? chance.whole(2, 4)
      : chance.whole(1, 2);
  const day = type === 'day_care_centre' || type === 'care_centre';
  return {
    floor_area_m2: known(0.93) ? area : null,
    beds: f.beds ?? (type === 'rural_happiness_home' && known(0.4) ? chance.whole(2, 10) : null),
    nursing_beds:
      f.beds === null
        ? null
        : known(0.85)
          ? Math.round(f.beds * chance.between(0.05, type === 'nursing_home' ? 0.9 : 0.32))
          : null,
    day_places: day ? chance.whole(10, 40) : null,
    capacity_persons: known(0.6) ? Math.round(area / chance.between(5, 9)) : null,
    ...operatorOf(f, chance),
    ...hoursOf(residential, chance),
    star_rating:
      residential || day
        ? known(0.5)
          ? chance.whole(1, 5)
          : null
        : known(0.2)
          ? chance.whole(1, 4)
          : null,
    floors: known(0.9) ? floors : null,
    has_lift:
      floors === 1
        ? false
        : known(0.85)
          ? chance.is(residential ? 0.55 : isUrban ? 0.3 : 0.04)
          : null,
    is_barrier_free: known(0.8) ? chance.is(isUrban ? 0.62 : 0.34) : null,
    built_year:
      f.status === 'planned'
        ? null
        : known(0.9)
          ? chance.whole(residential ? 1995 : 2009, 2016)
          : null,
  };
}

function hoursOf(residential: boolean, chance: Chance): TableRow {
  if (residential) {
    return { open_hours_text: chance.pick(ALWAYS_OPEN), hours_per_day: 24, days_per_week: 7 };
  }
  if (chance.is(0.07)) return { open_hours_text: null, hours_per_day: null, days_per_week: null };
  const [text, hours, days] = chance.pick(OPEN_HOURS);
  return {
    open_hours_text: text,
    hours_per_day: chance.is(0.7) ? hours : null,
    days_per_week: days,
  };
}

/** Who runs it and on what terms: stations and 幸福院 mostly their own unit, centres mostly others. */
function operatorOf(f: PlannedFacility, chance: Chance): TableRow {
  const { type } = f;
  const number = operatorNumber(f, chance);
  const luck = chance.fraction();
  if (type === 'care_centre') {
    if (luck < 0.22) return government(f, 'public_public', 'owned');
    if (luck < 0.6) return provider('enterprise', number, 'public_private', 'free');
    if (luck < 0.82) return provider('private_nonprofit', number, 'public_private', 'low_rent');
    return provider('private_nonprofit', number, 'commissioned', 'free');
  }
  if (type === 'home_care_station' || type === 'day_care_centre') {
    if (luck < 0.34) return collective(f, 'public_public', 'owned');
    if (luck < 0.62) return provider('private_nonprofit', number, 'commissioned', 'free');
    if (luck < 0.8)
      return provider('enterprise', number, 'public_private', chance.is(0.7) ? 'free' : 'low_rent');
    if (luck < 0.9) return provider('enterprise', number, 'private_subsidised', 'market_rent');
    return unknown();
  }
  if (type === 'residential_care_home' || type === 'nursing_home') {
    const mode =
      luck < 0.45 ? 'private_private' : luck < 0.75 ? 'private_subsidised' : 'public_private';
    const terms = mode === 'public_private' ? 'free' : luck < 0.3 ? 'market_rent' : 'owned';
    return provider(chance.is(0.55) ? 'private_nonprofit' : 'enterprise', number, mode, terms);
  }
  if (type === 'rural_welfare_home' || type === 'welfare_centre') {
    if (luck < 0.75) return government(f, 'public_public', 'owned');
    return provider('private_nonprofit', number, 'public_private', 'free');
  }
  if (luck < 0.85) return collective(f, 'public_public', 'owned');
  return unknown();
}

/** Providers work in few counties; two counties have none of their own yet. */
export function operatorNumber(f: PlannedFacility, chance: Chance): number {
  const county = Number(f.county.code.slice(4, 6));
  return (county * 7 + chance.whole(0, 2)) % 24;
}

/** A sample code: S and L never occur in a true one. */
export const sampleCreditCode = (number: number): string =>
  `91350400SAMPL${String(number).padStart(5, '0')}`;

const government = (f: PlannedFacility, mode: string, terms: string): TableRow => ({
  operator_name: governmentOperator(f.town.name),
  operator_credit_code: null,
  operator_kind: 'government',
  operation_mode: mode,
  premises_terms: terms,
});
const collective = (f: PlannedFacility, mode: string, terms: string): TableRow => ({
  operator_name: collectiveOperator(f.village.name),
  operator_credit_code: null,
  operator_kind: 'collective',
  operation_mode: mode,
  premises_terms: terms,
});
const provider = (
  kind: 'enterprise' | 'private_nonprofit',
  number: number,
  mode: string,
  terms: string,
): TableRow => ({
  operator_name: operatorName(kind, number),
  operator_credit_code: sampleCreditCode(kind === 'enterprise' ? number : 100 + number),
  operator_kind: kind,
  operation_mode: mode,
  premises_terms: terms,
});
const unknown = (): TableRow => ({
  operator_name: null,
  operator_credit_code: null,
  operator_kind: 'unknown',
  operation_mode: 'unknown',
  premises_terms: 'unknown',
});
