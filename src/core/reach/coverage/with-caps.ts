/** The same households and facilities under other limits of the way to the street. */
import { placeHouseholds } from '../walks/households';
import { unitIndices } from '../units/units';
import { capsOf, snapTable, type CoverageGround } from './coverage-ground';
import type { SnapCaps } from './snap-caps';

export function withCaps(ground: CoverageGround, caps: SnapCaps): CoverageGround {
  const { network, snapIndex, units, unit, households, facilities } = ground;
  const facilityUnit = unitIndices(units, facilities);
  const householdPoints = snapTable(snapIndex, households, capsOf(units, unit, caps));
  return {
    ...ground,
    caps,
    facilityPoints: snapTable(snapIndex, facilities, capsOf(units, facilityUnit, caps)),
    householdPoints,
    places: placeHouseholds(network, householdPoints),
  };
}
