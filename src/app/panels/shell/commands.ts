/** What the search box can do besides finding places: one entry for each command. */
import type { TextKey } from '../../../core/i18n/t';
import type { Workspace } from '../../state/workspace.svelte';
import { openManual } from '../manual/manual-address';
import { tasks } from '../tasks/tasks';
import type { View } from '../view.svelte';

export interface Command {
  readonly labelKey: TextKey;
  readonly run: () => void;
}

export function commands(workspace: Workspace, view: View): readonly Command[] {
  const { city, language, selection } = workspace;
  const always: Command[] = [
    ...tasks.map(({ name, labelKey }) => ({ labelKey, run: () => view.openTask(name) })),
    { labelKey: 'command.demo', run: () => void workspace.openDemo(view.demoUrl) },
    { labelKey: 'command.language', run: () => language.toggle() },
    { labelKey: 'basemap.choose', run: () => (workspace.basemap.isOpen = true) },
    { labelKey: 'manual.open', run: openManual },
    { labelKey: 'bar.help', run: () => (view.isHelpOpen = true) },
  ];
  if (!city.isOpen) return always;
  return [
    ...always,
    { labelKey: 'command.fit', run: () => view.fly({ kind: 'all' }) },
    { labelKey: 'command.recompute', run: () => void workspace.recompute() },
    { labelKey: 'command.clear', run: () => selection.clear() },
    { labelKey: 'drawer.policy', run: () => view.showDrawer('policy') },
    { labelKey: 'drawer.on_foot', run: () => view.showDrawer('on_foot') },
    { labelKey: 'drawer.table', run: () => view.showDrawer('table') },
    { labelKey: 'drawer.explore', run: () => view.showDrawer('explore') },
    { labelKey: 'drawer.charts', run: () => view.showDrawer('charts') },
    { labelKey: 'drawer.sql', run: () => view.showDrawer('sql') },
    { labelKey: 'drawer.log', run: () => view.showDrawer('log') },
    { labelKey: 'command.print', run: () => window.print() },
  ];
}
