/** `npm run fuzz`: `FUZZ_INPUTS`, `FUZZ_SECONDS` and `FUZZ_SEED` choose how many and which. */
import { expect, it } from 'vitest';
import { fuzz } from './run';

it(
  'spoilt files of every format',
  async () => {
    const outcome = await fuzz({
      inputs: Number(process.env.FUZZ_INPUTS ?? 20_000),
      seconds: Number(process.env.FUZZ_SECONDS ?? Infinity),
      firstSeed: Number(process.env.FUZZ_SEED ?? 1),
    });
    console.log(outcome);
    expect(outcome.failures).toEqual([]);
  },
  24 * 3600 * 1000,
);
