/** A minute of what `npm run fuzz` does at length; `FUZZ_SECONDS` makes it shorter or longer. */
import { expect, it } from 'vitest';
import { fuzz } from './run';

/** So that the run is the same on any fast machine. */
const MOST_INPUTS = 4000;
const seconds = Number(process.env.FUZZ_SECONDS ?? 60);

it(
  `spoilt files for ${seconds} seconds: no crash, no hang, no number that others do not read`,
  async () => {
    const { done, failures } = await fuzz({ inputs: MOST_INPUTS, seconds, firstSeed: 1 });
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(10 * Math.min(seconds, 60) * 0.2);
  },
  (seconds + 60) * 1000,
);
