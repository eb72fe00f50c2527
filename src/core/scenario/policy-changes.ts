/** An option as the indicators take it: rows that replace or join the facilities of the data. */
import type { ImportedTable } from '../import';
import type { FacilityChanges } from '../indicators';
import { plainValues } from '../store/columns';
import { applyScenario } from './apply';
import type { Scenario } from './scenario';

/** Closed facilities stay, as closed ones, so that lists can name them. */
export function policyChanges(baseline: ImportedTable, scenario: Scenario): FacilityChanges {
  const { facilities, changedRows } = applyScenario(baseline, scenario);
  const added = Object.fromEntries(
    Object.entries(facilities.columns).map(([name, column]) => [
      name,
      changedRows.map((row) => plainValues(column, row, row + 1)[0]),
    ]),
  );
  return { removedIds: [], added: changedRows.length === 0 ? null : added, serves: [] };
}
