/** What the engine's worker answers about options; core's part is loaded when first asked for. */
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { Scenario } from '../../../core/scenario';
import type { ExportedFile, ExportLanguage } from '../data/figure-data';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { CoverageParameters } from '../data/coverage-data';
import type {
  Comparison,
  DrawnPolygon,
  LiveAnswer,
  OptionPicture,
  SiteSource,
  SourceKind,
} from '../data/scenario-data';
import { moved } from '../transfers';
import { throttled } from '../worker-call';
import type { ScenarioDesk } from './scenario-desk';

type Answer<T> = Promise<Result<T>>;

export function createScenarioApi(openCity: () => OpenCity | null, cancellations: Cancellations) {
  const desks = new WeakMap<OpenCity, ScenarioDesk>();

  async function withDesk<T>(ask: (desk: ScenarioDesk) => Answer<T> | Result<T>): Answer<T> {
    const { ScenarioDesk } = await import('./scenario-desk');
    const city = openCity();
    if (city === null) return problem('nothing_open');
    const desk = desks.get(city) ?? new ScenarioDesk(city);
    desks.set(city, desk);
    return ask(desk);
  }

  return {
    planOpen: (scenario: Scenario | null, parameters: CoverageParameters): Answer<LiveAnswer> =>
      withDesk((desk) => light(desk.open(scenario, parameters))),

    planHold: (id: string, lon: number, lat: number): Answer<LiveAnswer> =>
      withDesk((desk) => light(desk.hold(id, lon, lat))),

    planRelease: (): Answer<LiveAnswer> => withDesk((desk) => light(desk.release())),

    planSources: (kind: SourceKind, polygon: DrawnPolygon | null): Answer<readonly SiteSource[]> =>
      withDesk(async (desk) => {
        const { siteSources } = await import('./site-sources');
        return siteSources(desk, kind, polygon);
      }),

    planUnitAt: (lon: number, lat: number): Answer<number> =>
      withDesk((desk) => ({ ok: true, value: desk.finder.at(lon, lat) })),

    planCompare: (
      scenarios: readonly Scenario[],
      parameters: CoverageParameters,
      token: number,
      progress: Progress,
    ): Answer<Comparison> =>
      withDesk((desk) =>
        desk.compare(scenarios, parameters, throttled(progress), () => cancellations.caught(token)),
      ),

    /** 设施台账 with the option's corrections; planned sites stand as planned. */
    planLedger: (
      scenario: Scenario | null,
      format: 'csv' | 'xlsx',
      language: ExportLanguage,
    ): Answer<ExportedFile> =>
      withDesk(async (desk) => {
        const [{ applyScenario }, { ledgerFile }] = await Promise.all([
          import('../../../core/scenario'),
          import('../../../core/export'),
        ]);
        const { facilityTable, units, loaded } = desk.city;
        const facilities = scenario
          ? applyScenario(facilityTable, scenario, 'planned').facilities
          : facilityTable;
        const { asOf, isGenerated } = loaded.info;
        const option = scenario?.name ?? null;
        const words = { language, format, option, asOf, isGenerated };
        const { name, bytes } = await ledgerFile(facilities, facilityTable, units, words);
        return ok({ fileName: name, blob: new Blob([bytes as BlobPart]) });
      }),

    planPicture: (
      scenario: Scenario | null,
      parameters: CoverageParameters,
    ): Answer<OptionPicture> =>
      withDesk((desk) => {
        const picture = desk.picture(scenario, parameters);
        return picture.ok ? moved(picture, [picture.value]) : picture;
      }),
  };
}

/** A frame of a drag: its arrays move, they are not copied. */
function light(answer: Result<LiveAnswer>): Result<LiveAnswer> {
  if (!answer.ok) return answer;
  const { gainedHouseholds, lostHouseholds } = answer.value.figures;
  return moved(answer, [gainedHouseholds, lostHouseholds]);
}
