/** Which towns have a care centre already, as the policy's clause counts them. */
import { countingFacilities } from '../../reach';
import { textAt } from '../../store/columns';
import { TOWN_CENTRE_TYPES } from './ask';
import type { SiteGround } from './site-ground';
import { ancestorAt } from './target-groups';

/**
 * Towns with a care centre in a status that counts, by the unit it
 * stands in; where the facilities have no types every one counts.
 */
export function townsWithCentre(ground: SiteGround): Set<number> {
  const { facilities } = ground.tables;
  const towns = new Set<number>();
  if (!facilities) return towns;
  const { statuses } = ground.options;
  const counts = countingFacilities(facilities, { types: TOWN_CENTRE_TYPES, statuses });
  for (let row = 0; row < facilities.rowCount; row++) {
    const unit = ground.units.indexOf.get(textAt(facilities.columns.unit_code, row) ?? '');
    if (unit === undefined || counts[row] === 0) continue;
    const town = ancestorAt(ground, unit, 'town');
    if (town >= 0) towns.add(town);
  }
  return towns;
}
