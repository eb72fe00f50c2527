/** Runs before any page's code is asked for. */
import { base } from '$app/paths';
import { isPhoneScreen } from './app/state/screen';
import { openDemoAhead } from './app/state/open-ahead';

export function init(): void {
  const home = new URL(`${base}/`, location.href);
  // A phone shows the stored result first and may never need more.
  if (location.pathname === home.pathname && !isPhoneScreen())
    openDemoAhead(new URL('demo/', home).href);
}
