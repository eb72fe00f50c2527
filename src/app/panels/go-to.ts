/** Going somewhere: select it, bring it into sight on the map, and open what tells of it. */
import type { Workspace } from '../state/workspace.svelte';
import type { View } from './view.svelte';

/** Close enough to tell houses apart. */
const facilityZoom = 14;

export function goToUnit(workspace: Workspace, view: View, unitIndex: number): void {
  const unit = workspace.city.units[unitIndex];
  if (!unit) return;
  void workspace.selection.selectUnit(unitIndex);
  view.fly(unit.level === 'city' ? { kind: 'all' } : { kind: 'unit', unit });
  view.showPane('overview');
}

export function goToFacility(workspace: Workspace, view: View, facilityIndex: number): void {
  const facility = workspace.city.facilities[facilityIndex];
  if (!facility) return;
  void workspace.selection.selectFacility(facilityIndex);
  if (facility.lon !== null && facility.lat !== null)
    view.fly({ kind: 'point', lon: facility.lon, lat: facility.lat, zoom: facilityZoom });
  view.showPane('overview');
}
