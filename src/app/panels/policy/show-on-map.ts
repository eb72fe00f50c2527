/** A unit of the policy's lists on the map; the panel and its basis stay as they are. */
import type { Workspace } from '../../state/workspace.svelte';
import type { View } from '../view.svelte';

/** False where the map has no such unit (a county of other divisions). */
export function showOnMap(workspace: Workspace, view: View, unitCode: string): boolean {
  const unit = workspace.city.unitByCode(unitCode);
  if (unit === null) return false;
  void workspace.selection.selectUnit(unit.index);
  view.fly(unit.level === 'city' ? { kind: 'all' } : { kind: 'unit', unit });
  return true;
}
