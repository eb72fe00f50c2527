/** A data folder → its summary: coverage, indicators, the two lists and what fails, counted once. */
import {
  defaultSharePercent,
  evaluationPart,
  sensitivityOf,
  storeUnitResults,
  summarise,
  uncoveredByPolicy,
  uncoveredOnFoot,
  type ResultSummary,
} from '../../core/export';
import type { DataFolder } from '../../core/import';
import {
  evaluateIndicators,
  failingRows,
  sanmingCatalogue,
  storeCircles,
  type FailingRow,
} from '../../core/indicators';
import { readNetwork, type Network } from '../../core/network';
import {
  coverageGround,
  coverageRun,
  defaultSnapCaps,
  type CoverageGround,
  type CoverageParameters,
  type CoverageRun,
} from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import { circleTypes, countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import { createTables } from '../../core/store/open';
import type { Context } from '../command';

export interface WalkingAsk {
  readonly minutes: number;
  readonly speedMS: number;
}

/** The limits of the way to the street under which the result is tried again. */
const limitFactors = [0.5, 2];

export async function folderSummary(
  folder: DataFolder,
  ask: WalkingAsk,
  context: Context,
): Promise<Result<ResultSummary>> {
  const network = await networkOf(folder, context);
  if (!network.ok) return network;
  const parameters: CoverageParameters = {
    ...ask,
    types: circleTypes,
    statuses: countingStatuses,
    includesVillagePoints: false,
  };
  const computed = runUnder(folder, network.value, 1, parameters, context);
  if (!computed.ok) return computed;
  const { run, limits } = computed.value;
  run.notes.forEach((note) => context.note(note));
  const others = [];
  for (const factor of limitFactors) {
    const other = runUnder(folder, network.value, factor, parameters, context);
    if (other.ok) others.push(other.value);
  }
  const counted = await countInDatabase(folder, run.ground, run, context);
  if (!counted.ok) return counted;
  const { manifest, tables, areas, inputs } = folder;
  return ok(
    summarise({
      programVersion: context.version,
      title: manifest.title,
      generated: manifest.generated,
      inputs,
      adminUnits: tables.admin_units,
      areas,
      run,
      limits,
      sharePercent: defaultSharePercent,
      villageTypes: villageCoverageTypes,
      sensitivity: sensitivityOf([computed.value, ...others]),
      ...counted.value,
    }),
  );
}

async function networkOf({ streets }: DataFolder, context: Context): Promise<Result<Network>> {
  if (!streets) return problem('folder_lacks', { what: 'streets.network' });
  const network = await readNetwork(streets.bytes, streets.fileName, context.progress);
  if (!network.ok) return network;
  network.value.notes.forEach((note) => context.note(note));
  return ok(network.value.network);
}

interface RunUnderLimits {
  readonly run: CoverageRun;
  readonly limits: { readonly townMaxSnapM: number; readonly villageMaxSnapM: number };
}

/** A run whose limits of the way to the street are the usual ones times `factor`. */
function runUnder(
  { tables }: DataFolder,
  network: Network,
  factor: number,
  parameters: CoverageParameters,
  context: Context,
): Result<RunUnderLimits> {
  const { households, facilities, admin_units: units } = tables;
  if (!households) return problem('folder_lacks', { what: 'households' });
  if (!facilities) return problem('folder_lacks', { what: 'facilities' });
  const limits = {
    townMaxSnapM: factor * defaultSnapCaps.townMaxSnapM,
    villageMaxSnapM: factor * defaultSnapCaps.villageMaxSnapM,
  };
  const ground = coverageGround(
    { network, households, facilities, units },
    { caps: { ...defaultSnapCaps, ...limits }, weight: null },
    context.progress,
  );
  if (!ground.ok) return ground;
  const run = coverageRun(ground.value, parameters, context.progress);
  return run.ok ? ok({ run: run.value, limits }) : run;
}

/** What only the database can say: indicators, lists, failing units. */
async function countInDatabase(
  folder: DataFolder,
  ground: CoverageGround,
  run: CoverageRun,
  context: Context,
) {
  // Loaded only here: other commands start without the database.
  const { openNativeDatabase } = await import('../../runtime/node/duckdb');
  const database = await openNativeDatabase();
  try {
    await createTables(database);
    context.progress('fill_database', 0, 0);
    for (const [name, table] of Object.entries(folder.tables)) {
      if (table.rowCount > 0) await database.insert(name, table.columns);
    }
    const counting = { types: circleTypes, statuses: countingStatuses };
    const circles = await storeCircles(database, ground, counting, context.progress);
    if (!circles.ok) return circles;
    const evaluation = await evaluateIndicators(database, sanmingCatalogue, {
      divisions: folder.manifest.divisions,
      progress: context.progress,
    });
    evaluation.notes.forEach((note) => context.note(note));
    context.progress('lists', 0, 0);
    const failing = new Map<string, readonly FailingRow[]>();
    for (const result of evaluation.indicators) {
      failing.set(result.entry.id, await failingRows(database, evaluation, result));
    }
    await storeUnitResults(database, run);
    const lists = {
      byPolicy: await uncoveredByPolicy(database, villageCoverageTypes, countingStatuses),
      onFoot: await uncoveredOnFoot(database, defaultSharePercent),
    };
    return ok({ evaluation: evaluationPart(evaluation, failing), lists });
  } finally {
    await database.close();
  }
}
