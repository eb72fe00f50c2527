/**
 * Which facilities count by default. Types and statuses are choices of the two indicators that ask
 * for them; a user may change them, and every result states what was used.
 */

/** eldercare_circle_15min_coverage: day services one walks to; residential homes are off. */
export const circleTypes: readonly string[] = [
  'care_centre',
  'home_care_station',
  'day_care_centre',
  'rural_happiness_home',
];

/** rural_eldercare_village_coverage: any eldercare facility; meal points and activity rooms are off. */
export const villageCoverageTypes: readonly string[] = [
  'rural_happiness_home',
  'home_care_station',
  'care_centre',
  'day_care_centre',
  'rural_welfare_home',
  'residential_care_home',
];

/** In use, or built and ready; one under construction, closed or of unknown state does not count. */
export const countingStatuses: readonly string[] = ['operating', 'built'];

/** Below this share of a village's 60+ within the limit, in percent, it is uncovered on foot. */
export const defaultSharePercent = 50;
