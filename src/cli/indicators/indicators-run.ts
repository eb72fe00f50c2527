/** From folders to the result files of `indicators`: figures, lists and, of two dates, the trend. */
import {
  failingFile,
  indicatorsCsv,
  indicatorsJson,
  trendFile,
  type ResultFile,
} from '../../core/export';
import type { DataFolder } from '../../core/import';
import {
  evaluateIndicators,
  failingRows,
  type Catalogue,
  type Divisions,
  type Evaluation,
  type Overrides,
} from '../../core/indicators';
import { ok, type Note, type Result } from '../../core/result';
import type { Database } from '../../core/store/database';
import { createTables } from '../../core/store/open';
import type { Context } from '../command';
import { computeCircles, type MadeGround } from './indicators-circles';

export interface IndicatorRun {
  readonly folder: DataFolder;
  readonly catalogue: Catalogue;
  readonly overrides: Overrides;
  readonly divisions: Divisions;
  readonly asOf: string | null;
  /** Another date of the same folder to compare with. */
  readonly comparedDate: string | null;
  /** Another folder to compare with. */
  readonly earlier: DataFolder | null;
  /** Of `folder`, where its streets and tables were put together before. */
  readonly made?: MadeGround;
}

export interface MadeResults {
  readonly evaluation: Evaluation;
  /** What it is compared with. */
  readonly before: Evaluation | null;
  readonly notes: readonly Note[];
  readonly results: readonly ResultFile[];
}

/** Tables into the database, the circles over them, every indicator, every list. */
export async function resultFiles(
  run: IndicatorRun,
  context: Context,
): Promise<Result<MadeResults>> {
  const earlier = run.earlier
    ? await withDatabase(run.earlier, { ...run, made: undefined }, context, (database) =>
        evaluate(database, run, context),
      )
    : null;
  if (earlier?.ok === false) return earlier;
  return withDatabase(run.folder, run, context, async (database, circleNotes) => {
    const before =
      earlier?.value ??
      (run.comparedDate === null
        ? null
        : await evaluate(database, { ...run, asOf: run.comparedDate }, context));
    // Last, since the lists are asked of what was laid out last.
    const evaluation = await evaluate(database, run, context);
    const results: ResultFile[] = [
      { name: 'indicators.csv', chunks: indicatorsCsv(evaluation) },
      { name: 'indicators.json', chunks: [indicatorsJson(evaluation)] },
      ...(before ? [trendFile(before, evaluation)] : []),
    ];
    context.progress('lists', 0, 0);
    for (const result of evaluation.indicators) {
      results.push(failingFile(result, await failingRows(database, evaluation, result)));
    }
    const notes = [...circleNotes, ...evaluation.notes];
    notes.forEach((note) => context.note(note));
    return { evaluation, before, notes, results };
  });
}

function evaluate(database: Database, run: IndicatorRun, context: Context): Promise<Evaluation> {
  const { catalogue, divisions, asOf, overrides } = run;
  const { progress } = context;
  return evaluateIndicators(database, catalogue, { divisions, asOf, overrides, progress });
}

/** Asks of one folder's tables and circles; the database ends with the answer. */
async function withDatabase<T>(
  folder: DataFolder,
  { catalogue, overrides, made }: IndicatorRun,
  context: Context,
  ask: (database: Database, circleNotes: readonly Note[]) => Promise<T>,
): Promise<Result<T>> {
  // Loaded only here: other commands start without the database.
  const { openNativeDatabase } = await import('../../runtime/node/duckdb');
  const database = await openNativeDatabase();
  try {
    await createTables(database);
    context.progress('fill_database', 0, 0);
    for (const [name, table] of Object.entries(folder.tables)) {
      if (table.rowCount > 0) await database.insert(name, table.columns);
    }
    const circles = await computeCircles(database, folder, catalogue, overrides, context, made);
    if (!circles.ok) return circles;
    return ok(await ask(database, circles.value));
  } finally {
    await database.close();
  }
}
