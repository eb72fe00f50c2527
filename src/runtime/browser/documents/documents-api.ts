/** What the engine's worker answers about a result as a whole; core's part is loaded when first asked. */
import { version } from '../../../../package.json';
import type { EvaluationPart, ResultSummary, Sensitivity } from '../../../core/export';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import { countingStatuses, villageCoverageTypes } from '../../../core/store/counting';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { CoverageRun } from '../../../core/reach';
import { throttled } from '../worker-call';

export function createDocumentsApi(openCity: () => OpenCity | null, cancellations: Cancellations) {
  /** Of the run it was counted over; counted once. */
  let counted: { readonly run: CoverageRun; readonly sensitivity: Sensitivity | null } | null =
    null;

  /** The cases of a run, step by step so that it can be given up between them. */
  async function sensitivityOfRun(
    run: CoverageRun,
    token: number,
    progress: Progress,
  ): Promise<Result<Sensitivity | null>> {
    if (counted?.run === run) return ok(counted.sensitivity);
    const { SensitivityCount } = await import('../../../core/export');
    const count = new SensitivityCount(run);
    for (const [done, step] of count.steps.entries()) {
      progress('bands', done, count.steps.length);
      if (await cancellations.caught(token)) return problem('cancelled');
      step();
    }
    counted = { run, sensitivity: count.result };
    return ok(count.result);
  }

  return {
    /** How sure the run that stands is; null where ages are unknown. */
    async sensitivity(token: number, progress: Progress): Promise<Result<Sensitivity | null>> {
      const run = openCity()?.run;
      return run ? sensitivityOfRun(run, token, progress) : problem('nothing_open');
    },

    /** The result that stands, without its households, as reports and files take it. */
    async resultSummary(
      evaluation: EvaluationPart,
      token: number,
      progress: Progress,
    ): Promise<Result<ResultSummary>> {
      const { defaultSharePercent, summarise, uncoveredByPolicy, uncoveredOnFoot } =
        await import('../../../core/export');
      const city = openCity();
      const run = city?.run;
      if (!city || !run) return problem('nothing_open');
      const sensitivity = await sensitivityOfRun(run, token, progress);
      if (!sensitivity.ok) return sensitivity;
      cancellations.onCancel(token, () => city.database.close());
      const { info, tables, areas } = city.loaded;
      const database = await city.database.forLists(tables, run, throttled(progress));
      return ok(
        summarise({
          programVersion: version,
          title: info.title,
          generated: info.isGenerated,
          inputs: info.files.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? undefined })),
          adminUnits: tables.admin_units,
          areas,
          run,
          limits: city.groundCaps,
          sharePercent: defaultSharePercent,
          villageTypes: villageCoverageTypes,
          lists: {
            byPolicy: await uncoveredByPolicy(database, villageCoverageTypes, countingStatuses),
            onFoot: await uncoveredOnFoot(database),
          },
          evaluation,
          sensitivity: sensitivity.value,
        }),
      );
    },
  };
}
