/** Where a long piece of work stands: one tagged union for every state class. */
import type { Problem } from '../../core/result';

export type RunStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export const idle: RunStatus = { kind: 'idle' };
export const running: RunStatus = { kind: 'running' };
export const done: RunStatus = { kind: 'done' };

export function failed(problem: Problem): RunStatus {
  return { kind: 'failed', problem };
}
