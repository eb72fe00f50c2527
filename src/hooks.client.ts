/** Runs before any page's code is asked for. */
import { base } from '$app/paths';
import { openDemoAhead } from './app/state/open-ahead';

export function init(): void {
  const home = new URL(`${base}/`, location.href);
  if (location.pathname === home.pathname) openDemoAhead(new URL('demo/', home).href);
}
