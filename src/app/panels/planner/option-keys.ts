/** Keys of a plan: Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) step back and forward, Ctrl+S saves. */
import type { Workspace } from '../../state/workspace.svelte';

/** True where the key was one of ours. */
export function planKey(event: KeyboardEvent, { project, scenarios }: Workspace): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === 's') void project.save();
  else if (key === 'z' && !event.shiftKey) scenarios.undo();
  else if (key === 'y' || key === 'z') scenarios.redo();
  else return false;
  event.preventDefault();
  return true;
}
