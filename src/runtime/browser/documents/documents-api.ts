/** What the engine's worker answers about a result as a whole; core's part is loaded when first asked. */
import { version } from '../../../../package.json';
import type { EvaluationPart, ResultSummary } from '../../../core/export';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import { countingStatuses, villageCoverageTypes } from '../../../core/store/counting';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import { throttled } from '../worker-call';

export function createDocumentsApi(openCity: () => OpenCity | null, cancellations: Cancellations) {
  return {
    /** The result that stands, without its households, as reports and files take it. */
    async resultSummary(
      evaluation: EvaluationPart,
      token: number,
      progress: Progress,
    ): Promise<Result<ResultSummary>> {
      const { defaultSharePercent, sensitivityOf, summarise, uncoveredByPolicy, uncoveredOnFoot } =
        await import('../../../core/export');
      const city = openCity();
      const run = city?.run;
      if (!city || !run) return problem('nothing_open');
      if (await cancellations.caught(token)) return problem('cancelled');
      cancellations.onCancel(token, () => city.database.close());
      const { info, tables, areas } = city.loaded;
      const database = await city.database.forLists(tables, run, throttled(progress));
      const { townMaxSnapM, villageMaxSnapM } = city.groundCaps;
      const limits = { townMaxSnapM, villageMaxSnapM };
      return ok(
        summarise({
          programVersion: version,
          title: info.title,
          generated: info.isGenerated,
          inputs: info.files.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? undefined })),
          adminUnits: tables.admin_units,
          areas,
          run,
          limits,
          sharePercent: defaultSharePercent,
          villageTypes: villageCoverageTypes,
          lists: {
            byPolicy: await uncoveredByPolicy(database, villageCoverageTypes, countingStatuses),
            onFoot: await uncoveredOnFoot(database),
          },
          evaluation,
          sensitivity: sensitivityOf([{ run, limits }]),
        }),
      );
    },
  };
}
