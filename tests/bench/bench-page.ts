/** The part of the bench that runs in Chromium: the same city, the same run. */
import { NearestSearch } from '../../src/core/reach';
import { dragDemo } from './drag-demo';
import { benchCity, checksum, timeRun } from './city';

const city = benchCity();
const nearest = new NearestSearch(city.network);

Object.assign(globalThis, {
  runOnce: () => timeRun(nearest, city.seeds),
  dragDemo,
  answer: () => checksum(nearest.search.label),
});
