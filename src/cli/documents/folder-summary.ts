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
  coverageRun,
  defaultSnapCaps,
  type CoverageGround,
  type CoverageParameters,
  type CoverageRun,
  type SnapCaps,
} from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import { circleTypes, countingStatuses, villageCoverageTypes } from '../../core/store/counting';
import { createTables } from '../../core/store/open';
import type { Context } from '../command';
import { groundTogether } from '../coverage/ground-together';

/** What is asked of the walk; a project says everything, otherwise the rest is as always. */
export interface WalkingAsk
  extends
    Pick<CoverageParameters, 'minutes' | 'speedMS'>,
    Partial<Omit<CoverageParameters, 'minutes' | 'speedMS'>> {
  readonly caps?: SnapCaps;
}

export async function folderSummary(
  folder: DataFolder,
  ask: WalkingAsk,
  context: Context,
): Promise<Result<ResultSummary>> {
  const network = await networkOf(folder, context);
  if (!network.ok) return network;
  const { caps = defaultSnapCaps, ...asked } = ask;
  const parameters: CoverageParameters = {
    types: circleTypes,
    statuses: countingStatuses,
    includesVillagePoints: false,
    ...asked,
  };
  const computed = await runOver(folder, network.value, { parameters, caps }, context);
  if (!computed.ok) return computed;
  const run = computed.value;
  run.notes.forEach((note) => context.note(note));
  context.progress('bands', 0, 0);
  const sensitivity = sensitivityOf(run);
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
      limits: run.ground.caps,
      sharePercent: defaultSharePercent,
      villageTypes: villageCoverageTypes,
      sensitivity,
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

async function runOver(
  { tables }: DataFolder,
  network: Network,
  { parameters, caps }: { readonly parameters: CoverageParameters; readonly caps: SnapCaps },
  context: Context,
): Promise<Result<CoverageRun>> {
  const { households, facilities, admin_units: units } = tables;
  if (!households) return problem('folder_lacks', { what: 'households' });
  if (!facilities) return problem('folder_lacks', { what: 'facilities' });
  const ground = await groundTogether(
    { network, households, facilities, units },
    { caps, weight: null },
    context.progress,
  );
  return ground.ok ? coverageRun(ground.value, parameters, context.progress) : ground;
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
