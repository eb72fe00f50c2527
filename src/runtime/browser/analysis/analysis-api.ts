/** What the engine's worker answers about tables and SQL; core's part is loaded when first asked for. */
import type { EvaluationPart } from '../../../core/export';
import { problem, type Progress, type Result } from '../../../core/result';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { Arrangement, TableFileRequest, TableOrder, TablePlace } from '../data/analysis-data';
import type { ExportLanguage } from '../data/figure-data';
import { moved } from '../transfers';
import { throttled } from '../worker-call';
import type { AnalysisDesk } from './analysis-desk';

export function createAnalysisApi(
  openCity: () => OpenCity | null,
  cancellations: Cancellations,
  indicators: () => Promise<Result<EvaluationPart>>,
) {
  const desks = new WeakMap<OpenCity, AnalysisDesk>();

  async function withDesk<T>(ask: (desk: AnalysisDesk) => Promise<Result<T>>): Promise<Result<T>> {
    const { AnalysisDesk } = await import('./analysis-desk');
    const city = openCity();
    if (city === null) return problem('nothing_open');
    const desk = desks.get(city) ?? new AnalysisDesk(city, indicators);
    desks.set(city, desk);
    return ask(desk);
  }

  return {
    analysisOpen: (order: TableOrder, token: number, progress: Progress) =>
      withDesk(async (desk) => {
        if (await cancellations.caught(token)) return problem('cancelled');
        cancellations.onCancel(token, () => desk.cancel());
        return desk.open(order, throttled(progress));
      }),

    analysisArrange: (place: TablePlace, arrangement: Arrangement) =>
      withDesk((desk) => desk.arrange(place, arrangement)),

    analysisPage: (place: TablePlace, from: number, to: number) =>
      withDesk((desk) => desk.page(place, from, to)),

    analysisPosition: (place: TablePlace, column: string, value: string) =>
      withDesk((desk) => desk.position(place, column, value)),

    analysisValues: (place: TablePlace, column: string) =>
      withDesk((desk) => desk.values(place, column)),

    analysisPoints: (place: TablePlace) =>
      withDesk(async (desk) => {
        const points = await desk.points(place);
        return points.ok ? moved(points, [points.value]) : points;
      }),

    analysisHousehold: (id: string) => withDesk((desk) => desk.household(id)),

    analysisFile: (request: TableFileRequest, progress: Progress) =>
      withDesk((desk) => desk.file(request, throttled(progress))),

    analysisSchema: (language: ExportLanguage, progress: Progress) =>
      withDesk((desk) => desk.schema(language, throttled(progress))),
  };
}
