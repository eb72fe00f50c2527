/** Most of the first seconds is the workers': they begin while the page's own code is on its way. */
export { openDemoAhead } from '../../runtime/browser/load/opening';
