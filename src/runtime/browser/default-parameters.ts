/** What the page computes before anyone changes a thing: the 15-minute circle of the elderly. */
import type { CoverageParameters } from './coverage-data';

export const defaultParameters: CoverageParameters = {
  minutes: 15,
  speedMetresPerS: 0.8,
  facilityTypes: ['care_centre', 'home_care_station', 'day_care_centre', 'rural_happiness_home'],
  facilityStatuses: ['operating', 'built'],
  townMaxSnapM: 300,
  villageMaxSnapM: 1000,
  includesVillagePoints: false,
};
