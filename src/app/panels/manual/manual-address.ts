/** Where the manual is: a page beside this one, in a tab of its own, so that nothing open is lost. */
import { base } from '$app/paths';

export function manualAddress(): string {
  return `${base}/manual/`;
}

export function openManual(): void {
  window.open(manualAddress(), '_blank', 'noopener');
}
