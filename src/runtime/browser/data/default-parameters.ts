/** What the page computes before anyone changes a thing: the 15-minute circle of the elderly. */
import { defaultSnapCaps } from '../../../core/reach/coverage/snap-caps';
import { circleTypes, countingStatuses } from '../../../core/store/counting';
import type { CoverageParameters } from './coverage-data';

export const defaultParameters: CoverageParameters = {
  minutes: 15,
  speedMetresPerS: 0.8,
  facilityTypes: circleTypes,
  facilityStatuses: countingStatuses,
  townMaxSnapM: defaultSnapCaps.townMaxSnapM,
  villageMaxSnapM: defaultSnapCaps.villageMaxSnapM,
  includesVillagePoints: false,
};
