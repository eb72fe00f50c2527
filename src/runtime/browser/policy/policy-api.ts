/** What the engine's worker answers about the policy; core's part is loaded when first asked for. */
import type { EvaluationPart } from '../../../core/export';
import { problem, type Progress, type Result } from '../../../core/result';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { ExportedFile } from '../data/figure-data';
import type {
  EarlierData,
  FailingRow,
  ImportedCatalogue,
  PolicyAnswer,
  PolicyFileRequest,
  PolicyOrder,
  PolicyRows,
  PolicyUnit,
} from '../data/policy-data';
import { throttled } from '../worker-call';
import type { PolicyDesk } from './policy-desk';

type Answer<T> = Promise<Result<T>>;

export function createPolicyApi(openCity: () => OpenCity | null, cancellations: Cancellations) {
  const desks = new WeakMap<OpenCity, PolicyDesk>();

  async function withDesk<T>(ask: (desk: PolicyDesk) => Answer<T>): Answer<T> {
    const { PolicyDesk } = await import('./policy-desk');
    const city = openCity();
    if (city === null) return problem('nothing_open');
    const desk = desks.get(city) ?? new PolicyDesk(city);
    desks.set(city, desk);
    return ask(desk);
  }

  return {
    policyEvaluation: (
      order: PolicyOrder,
      token: number,
      progress: Progress,
    ): Answer<PolicyAnswer> =>
      withDesk(async (desk) => {
        if (await cancellations.caught(token)) return problem('cancelled');
        cancellations.onCancel(token, () => desk.close());
        return desk.evaluate(order, throttled(progress));
      }),

    policyEarlier: (
      files: readonly File[],
      token: number,
      progress: Progress,
    ): Answer<EarlierData> =>
      withDesk(async (desk) => {
        if (await cancellations.caught(token)) return problem('cancelled');
        return desk.openEarlier(files, throttled(progress));
      }),

    policyResultPart: (): Answer<EvaluationPart> => withDesk((desk) => desk.resultPart()),

    policyTowns: (text: string, fileName: string): Answer<readonly string[]> =>
      withDesk((desk) => desk.townsWithin(text, fileName)),

    policyUnits: (indicatorId: string, parentCode: string): Answer<readonly PolicyUnit[]> =>
      withDesk((desk) => desk.unitsBelow(indicatorId, parentCode)),

    policyRows: (indicatorId: string, unitCode: string): Answer<PolicyRows> =>
      withDesk((desk) => desk.rows(indicatorId, unitCode)),

    policyFailing: (indicatorId: string): Answer<readonly FailingRow[]> =>
      withDesk((desk) => desk.failing(indicatorId)),

    policyFile: (request: PolicyFileRequest): Answer<ExportedFile> =>
      withDesk((desk) => desk.file(request)),

    async policyCatalogue(text: string, fileName: string): Answer<ImportedCatalogue> {
      const { importCatalogue } = await import('../../../core/indicators');
      return { ok: true, value: await importCatalogue(text, fileName) };
    },
  };
}
