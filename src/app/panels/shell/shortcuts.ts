/** The keys of the page: 1–6 tasks, Ctrl+K search, Ctrl+Z and Ctrl+Shift+Z steps, F fit, ? help, Esc closes or clears. */
import type { Workspace } from '../../state/workspace.svelte';
import { planKey } from '../planner/option-keys';
import { tasks } from '../tasks/tasks';
import type { View } from '../view.svelte';

export function pressed(
  event: KeyboardEvent,
  workspace: Workspace,
  view: View,
  searchInput: HTMLInputElement | undefined,
): void {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    searchInput?.focus();
    searchInput?.select();
    return;
  }
  if (!isWriting(event.target) && planKey(event, workspace)) return;
  if (event.key === 'Escape') return escape(workspace, view);
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const task = tasks[Number(event.key) - 1];
  if (task) view.openTask(task.name);
  else if (event.key.toLowerCase() === 'f') view.fly({ kind: 'all' });
  else if (event.key === '?') view.isHelpOpen = true;
}

/** The topmost thing goes first: help, work that can be stopped, the selection. */
function escape({ importing, work, selection }: Workspace, view: View): void {
  const card = work.cards.findLast((c) => c.canCancel);
  if (view.isHelpOpen) view.isHelpOpen = false;
  else if (card) work.cancel(card.id);
  else if (importing.pinning) importing.waitForPin(null);
  else selection.clear();
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(target.type))
  );
}
