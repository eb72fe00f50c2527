/**
 * Cut, flipped and swapped bytes of every format through the whole import: no crash, no hang, and
 * every mutation can be had again from its seed. `FUZZ_INPUTS` and `FUZZ_SEED` choose how many and
 * which; run by the command line's own bundler, since the sources import SQL and texts.
 */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles, UnitIndex } from '../../src/core/import';
import { bytesOf } from '../fixtures/import/run';
import { cells } from '../core/import/nasty/cells';
import { otherFormats } from '../core/import/nasty/other-formats';
import { textAndSheets } from '../core/import/nasty/text-and-sheets';
import { randomStream } from '../core/import/random';
import { mutated } from './mutated';

const inputs = Number(process.env.FUZZ_INPUTS ?? 20_000);
const seconds = Number(process.env.FUZZ_SECONDS ?? Infinity);
const firstSeed = Number(process.env.FUZZ_SEED ?? 1);
const LONGEST_MS = 5000;
const units = new UnitIndex({ rowCount: 0, columns: {} });
const evidence = { counties: null, areas: null, seats: null, streets: null };
const seedFiles = [...textAndSheets, ...cells, ...otherFormats].flatMap(
  ({ file, name = 'a.csv', as = 'facilities' }) =>
    file === null ? [] : [{ name, table: as, bytes: bytesOf(file) }],
);

describe('fuzz', () => {
  it(
    `${inputs} mutated files from seed ${firstSeed}`,
    async () => {
      const startMs = performance.now();
      let slowest = 0;
      let read = 0;
      let done = 0;
      for (; done < inputs && performance.now() - startMs < seconds * 1000; done++) {
        const seed = firstSeed + done;
        const random = randomStream(seed);
        const { name, table, bytes } = seedFiles[Math.floor(random() * seedFiles.length)];
        if (process.env.FUZZ_LOG) writeFileSync(process.env.FUZZ_LOG, `${seed} ${name}`);
        const beganMs = performance.now();
        try {
          const files = [{ name, bytes: mutated(bytes, random) }];
          const outcome = await importFiles(files, { table, units, evidence });
          if (outcome.ok && outcome.value.table) read++;
        } catch (cause) {
          throw new Error(`seed ${seed}, ${name}`, { cause });
        }
        const tookMs = performance.now() - beganMs;
        slowest = Math.max(slowest, tookMs);
        expect(tookMs, `seed ${seed}, ${name}`).toBeLessThan(LONGEST_MS);
      }
      console.log(`${done} files, ${read} of them read, slowest ${slowest.toFixed(0)} ms`);
    },
    24 * 3600 * 1000,
  );
});
