/** A row of any table on the map: what it names is selected, what it only places is flown to. */
import type { Analysis } from '../../state/analysis/analysis.svelte';
import type { ResultTable, TableRow } from '../../state/analysis/result-table.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { goToFacility } from '../go-to';
import type { View } from '../view.svelte';

const nearZoom = 15;

export async function goToRow(
  workspace: Workspace,
  view: View,
  analysis: Analysis,
  table: ResultTable,
  row: TableRow,
): Promise<void> {
  const { city, selection } = workspace;
  const text = (column: string) => {
    const value = table.value(row, column);
    return value === null ? null : String(value);
  };
  if (text('household_id') !== null) {
    const household = await analysis.householdOf(table, row);
    if (household >= 0) {
      void selection.selectHousehold(household);
      view.showPane('overview');
      const [lon, lat] = city.households?.positions.subarray(2 * household) ?? [];
      if (Number.isFinite(lon)) view.fly({ kind: 'point', lon, lat, zoom: nearZoom });
      return;
    }
  }
  const facility = city.facilities.find(({ id }) => id === text('facility_id'));
  if (facility) return goToFacility(workspace, view, facility.index);
  const unit = city.unitByCode(text('unit_code') ?? '');
  if (unit) {
    void selection.selectUnit(unit.index);
    view.fly(unit.level === 'city' ? { kind: 'all' } : { kind: 'unit', unit });
    return;
  }
  const [lon, lat] = [table.value(row, 'lon'), table.value(row, 'lat')];
  if (typeof lon === 'number' && typeof lat === 'number')
    view.fly({ kind: 'point', lon, lat, zoom: nearZoom });
}

/** What is selected as a column and its value: where a table has it, its row comes into sight. */
export function selectedKeys({
  city,
  selection,
}: Workspace): readonly (readonly [string, string])[] {
  const { selected, household } = selection;
  if (selected?.kind === 'unit') return [['unit_code', city.units[selected.unitIndex]?.code ?? '']];
  if (selected?.kind === 'facility')
    return [['facility_id', city.facilities[selected.facilityIndex]?.id ?? '']];
  if (selected?.kind === 'household' && household) return [['household_id', household.id]];
  return [];
}
