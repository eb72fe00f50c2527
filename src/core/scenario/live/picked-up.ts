/** What stays the same of a site or facility for as long as it is held. */
import type { ImportedTable } from '../../import';
import { countingFacilities } from '../../reach';
import { textAt } from '../../store/columns';
import { withSites } from '../edit';
import { plannedGround } from '../planned-ground';
import { sitesOf, type Scenario } from '../scenario';
import type { LiveTerms } from './live-figures';
import { countsForVillages, facilitiesByUnit } from './village-meters';

export interface PickedUp {
  readonly isCounted: boolean;
  readonly isForVillages: boolean;
  /** Facilities by unit, the held one's own unit left open. */
  readonly others: Int32Array;
  /** Unit of the data that it keeps while it is held where no unit is; -1 for a site. */
  readonly ownUnit: number;
}

export function pickedUp(terms: LiveTerms, scenario: Scenario, id: string): PickedUp {
  const { ground, parameters, services, snapping } = terms;
  const { facilities } = plannedGround(ground, asBuilt(scenario, id), snapping).ground;
  const row = rowOf(facilities, id);
  const { unit_code: unitCode } = ground.facilities.columns;
  const code = row < ground.facilities.rowCount ? textAt(unitCode, row) : null;
  return {
    isCounted: countingFacilities(facilities, parameters)[row] === 1,
    isForVillages: countsForVillages(facilities)[row] === 1,
    others: facilitiesByUnit(ground.units, facilities, services, row),
    ownUnit: ground.units.indexOf.get(code ?? '') ?? -1,
  };
}

/** The option with one of its sites counted, even if it is only considered. */
function asBuilt(scenario: Scenario, id: string): Scenario {
  const site = sitesOf(scenario).find((one) => one.id === id);
  return site ? withSites(scenario, [{ ...site, isChosen: true }]) : scenario;
}

function rowOf(facilities: ImportedTable, id: string): number {
  for (let row = facilities.rowCount - 1; row >= 0; row--) {
    if (textAt(facilities.columns.facility_id, row) === id) return row;
  }
  return -1;
}
