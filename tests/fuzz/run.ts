/**
 * Cut, flipped and swapped bytes of every format through the whole import: no crash, no hang, and no
 * number that an independent reader does not take from the same bytes. Every input comes again from
 * its seed.
 */
import { writeFileSync } from 'node:fs';
import { isTiff, readRaster } from '../../src/core/geo/geotiff';
import { importFiles, openFiles, UnitIndex } from '../../src/core/import';
import { randomStream } from '../core/import/random';
import { compareWith } from './compare';
import { mutated } from './mutated';
import { Oracle } from './oracle';
import { seedsByFormat } from './seeds';

export interface FuzzRun {
  readonly inputs: number;
  readonly seconds: number;
  readonly firstSeed: number;
}

export interface FuzzOutcome {
  readonly done: number;
  /** Files that gave a table. */
  readonly read: number;
  readonly slowestMs: number;
  /** By reader: files whose numbers were held against its own, and files it refused. */
  readonly compared: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

const LONGEST_MS = 5000;
const MOST_FAILURES = 50;
const units = new UnitIndex({ rowCount: 0, columns: {} });
const evidence = { counties: null, areas: null, seats: null, streets: null };

export async function fuzz({ inputs, seconds, firstSeed }: FuzzRun): Promise<FuzzOutcome> {
  const oracle = new Oracle();
  const startMs = performance.now();
  const [compared, refused]: Record<string, number>[] = [{}, {}];
  const failures: string[] = [];
  let [done, read, slowestMs] = [0, 0, 0];
  for (; done < inputs && performance.now() - startMs < seconds * 1000; done++) {
    if (failures.length >= MOST_FAILURES) break;
    const seed = firstSeed + done;
    const random = randomStream(seed);
    const seeds = seedsByFormat[Math.floor(random() * seedsByFormat.length)];
    const { name, table, bytes } = seeds[Math.floor(random() * seeds.length)];
    const spoilt = mutated(bytes, random);
    const kept = process.env.FUZZ_KEEP;
    // What hangs cannot say so itself.
    if (kept) writeFileSync(`${kept}/at-hand`, `${seed} ${name}`);
    const fail = (what: string) => {
      failures.push(`seed ${seed}, ${name}: ${what}`);
      if (kept) writeFileSync(`${kept}/${seed}-${name.replaceAll('/', '_')}`, spoilt);
    };
    const began = process.cpuUsage();
    try {
      const files = [{ name, bytes: spoilt }];
      const outcome = await importFiles(files, { table, units, evidence });
      if (outcome.ok && outcome.value.table) read++;
      const opened = await openFiles(files);
      for (const file of opened)
        if (file.kind === 'terrain' && isTiff(file.bytes)) await readRaster(file.bytes, name);
      const { user, system } = process.cpuUsage(began);
      // The processor's own time: what else a machine does is no fault of ours.
      const tookMs = (user + system) / 1000;
      slowestMs = Math.max(slowestMs, tookMs);
      if (tookMs > LONGEST_MS) fail(`${tookMs.toFixed(0)} ms`);
      const verdict = await compareWith(oracle, name, spoilt, opened);
      if (verdict === null) continue;
      const counts = verdict.isRefused ? refused : compared;
      counts[verdict.kind] = (counts[verdict.kind] ?? 0) + 1;
      if (verdict.strange !== null) fail(verdict.strange);
    } catch (cause) {
      fail(`${String(cause)} ${cause instanceof Error ? (cause.stack ?? '') : ''}`);
    }
  }
  oracle.close();
  return { done, read, slowestMs, compared, refused, failures };
}
