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

/** The unit whose lines are shown: also on the map, and in the indicator that is open. */
export function chooseUnit(workspace: Workspace, view: View, unitCode: string): void {
  const { policy } = workspace;
  policy.chooseUnit(unitCode);
  showOnMap(workspace, view, unitCode);
  if (policy.opened) void policy.open(policy.opened.id);
}

/** An indicator opened in the panel, and how its figure came about in the pane. */
export function openIndicator({ figures, policy }: Workspace, view: View, id: string): void {
  figures.close();
  view.showPane('basis');
  void policy.open(id);
}
