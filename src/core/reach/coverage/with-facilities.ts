/** The same households on the same streets, with other facilities: what a plan is judged on. */
import type { ImportedTable } from '../../import';
import { unitIndices } from '../units/units';
import { capsOf, snapTable, type CoverageGround } from './coverage-ground';

/** Only the facilities are placed anew, so it costs next to nothing beside the ground it is made from. */
export function withFacilities(ground: CoverageGround, facilities: ImportedTable): CoverageGround {
  const { snapIndex, units, caps } = ground;
  const capM = capsOf(units, unitIndices(units, facilities), caps);
  return { ...ground, facilities, facilityPoints: snapTable(snapIndex, facilities, capM) };
}
