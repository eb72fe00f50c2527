/**
 * All indicators over the demo city as the page computes them, in Chromium with DuckDB-WASM, and by
 * turns what they are held against: one SELECT over the households of the same database.
 */
import { readDataFolder } from '../../src/core/import';
import { evaluateIndicators, sanmingCatalogue, storeCircles } from '../../src/core/indicators';
import { readNetwork } from '../../src/core/network';
import { coverageGround, defaultSnapCaps } from '../../src/core/reach';
import { ok } from '../../src/core/result';
import { circleTypes, countingStatuses } from '../../src/core/store/counting';
import { openPolicyDatabase } from '../../src/runtime/browser/policy/policy-database';

/** Every value of the columns an evaluation keeps of each household. */
const plainScan = `SELECT count(household_id), max(unit_code), sum(persons), sum(dependent),
  max(is_collective), max(lon), max(lat), max(as_of), max(source) FROM households`;
/** The least that can be asked of the table: three of its numbers. */
const bareSum = 'SELECT count(*), sum(persons), sum(dependent) FROM households';
const rounds = 9;

export interface IndicatorTimes {
  readonly households: number;
  readonly indicators: number;
  /** The circle's walks under three bases, once for every change of facilities or types. */
  readonly circlesMs: number;
  /** The first evaluation, and the warm ones. */
  readonly firstMs: number;
  readonly allMs: readonly number[];
  readonly scanMs: readonly number[];
  readonly sumMs: readonly number[];
}

async function bytesOf(name: string): Promise<Uint8Array> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function timeIndicators(): Promise<IndicatorTimes> {
  const manifest = JSON.parse(new TextDecoder().decode(await bytesOf('manifest.json')));
  const names = ['manifest.json', ...Object.keys(manifest.files)];
  const folder = await readDataFolder({ names, read: bytesOf });
  if (!folder.ok) throw new Error(folder.problem.code);
  const { tables, streets } = folder.value;
  const opened = await openPolicyDatabase(
    Promise.resolve(ok(tables)),
    () => undefined,
    () => false,
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  const database = opened.value;
  const network = await readNetwork(streets!.bytes, streets!.fileName);
  if (!network.ok) throw new Error(network.problem.code);
  const ground = coverageGround(
    {
      network: network.value.network,
      households: tables.households!,
      facilities: tables.facilities!,
      units: tables.admin_units,
    },
    { caps: defaultSnapCaps, weight: null },
  );
  if (!ground.ok) throw new Error(ground.problem.code);

  const timed = async (work: () => Promise<unknown>) => {
    const begin = performance.now();
    await work();
    return performance.now() - begin;
  };
  const counting = { types: circleTypes, statuses: countingStatuses };
  const circlesMs = await timed(() => storeCircles(database, ground.value, counting));
  const evaluate = () => evaluateIndicators(database, sanmingCatalogue);
  const firstMs = await timed(evaluate);
  const times = { allMs: [] as number[], scanMs: [] as number[], sumMs: [] as number[] };
  for (let i = -1; i < rounds; i++) {
    const allMs = await timed(evaluate);
    const scanMs = await timed(() => database.query(plainScan));
    const sumMs = await timed(() => database.query(bareSum));
    if (i < 0) continue;
    times.allMs.push(allMs);
    times.scanMs.push(scanMs);
    times.sumMs.push(sumMs);
  }
  const { indicators } = await evaluate();
  await database.close();
  return {
    ...times,
    ...{ circlesMs, firstMs },
    households: tables.households!.rowCount,
    indicators: indicators.length,
  };
}

Object.assign(globalThis, { timeIndicators });
