/** What the engine's worker answers: core's functions over the one city that is open. */
import { createAnalysisApi } from './analysis/analysis-api';
import { problem, ok, type Progress, type Result } from '../../core/result';
import type { CoverageRun } from '../../core/reach';
import type { Scenario } from '../../core/scenario';
import { Cancellations } from './cancellations';
import { chosenFiles } from './load/city-files';
import { coverageAnswer, unitRow } from './city/coverage-answer';
import type {
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  UnitDetail,
} from './data/coverage-data';
import type { Question } from './database/database-answers';
import { defaultParameters } from './data/default-parameters';
import type {
  ExportedFile,
  ExportRequest,
  Figure,
  FigureCheck,
  ListKind,
  UncoveredVillage,
} from './data/figure-data';
import { loadDemo } from './load/load-demo';
import { loadFiles, loadProject } from './load/load-files';
import { OpenCity } from './city/open-city';
import { createReachApi } from './city/reach-api';
import { startSnapHelpers } from './city/snap-helpers';
import type { OpenSource, SentCity, StreetPaths } from './data/page-data';
import { createDocumentsApi } from './documents/documents-api';
import { createJoinApi } from './import/join-api';
import { createPolicyApi } from './policy/policy-api';
import { createProjectApi } from './project/project-api';
import { createScenarioApi } from './scenario/scenario-api';
import { createSitingEngineApi } from './siting/siting-api';
import { streetPaths } from './city/street-paths';
import { moved } from './transfers';
import { throttled } from './worker-call';
import { medianHousehold } from './city/walks';

type Answer<T> = Promise<Result<T>>;

const databaseAnswers = () => import('./database/database-answers');

export function createEngineApi() {
  const cancellations = new Cancellations();
  let city: OpenCity | null = null;
  const policyApi = createPolicyApi(() => city, cancellations);

  /** What can only be asked of a city whose coverage stands. */
  function withRun<T>(ask: (open: OpenCity, run: CoverageRun) => T): T | Result<never> {
    return city?.run ? ask(city, city.run) : problem('nothing_open');
  }

  function withQuestion<T>(
    token: number,
    progress: Progress,
    ask: (question: Question) => Answer<T>,
  ): Answer<T> | Result<never> {
    return withRun((open, run) =>
      ask({ city: open, run, token, cancellations, progress: throttled(progress) }),
    );
  }

  return {
    /** Streets go ahead through `onStreets`; the answer holds the rest. */
    async open(
      source: OpenSource,
      progress: Progress,
      onStreets: (streets: readonly StreetPaths[]) => void,
      householdsReader: MessagePort | null = null,
    ): Answer<SentCity> {
      const report = throttled(progress);
      startSnapHelpers();
      const sendStreets = (streets: StreetPaths[]) => onStreets(moved(streets, streets));
      const loaded =
        source.kind === 'demo'
          ? await loadDemo(source.baseUrl, householdsReader, report, (network) =>
              sendStreets(streetPaths(network)),
            )
          : source.kind === 'project'
            ? await loadProject(source.file, report)
            : await loadFiles(chosenFiles(source.files), report);
      if (!loaded.ok) return loaded;
      if (source.kind !== 'demo') sendStreets(streetPaths(loaded.value.network));
      const opened = OpenCity.from(loaded.value);
      if (!opened.ok) return opened;
      const standing = opened.value.standOnStreets(defaultParameters, report);
      const data = opened.value.pageData();
      if (!data.ok) return data;
      if (source.kind !== 'demo') {
        await standing;
        // Bad places show here.
        const ground = opened.value.ground(defaultParameters, report);
        if (!ground.ok) return ground;
      }
      city = opened.value;
      return moved(data, [data.value.households, data.value.facilities.unitIndex]);
    },

    async coverage(
      parameters: CoverageParameters,
      token: number,
      progress: Progress,
      scenario: Scenario | null = null,
    ): Answer<CoverageResult> {
      if (await cancellations.caught(token)) return problem('cancelled');
      if (!city) return problem('nothing_open');
      const startedMs = performance.now();
      const prepared = await city.prepare(parameters, throttled(progress));
      if (!prepared.ok) return prepared;
      const stoppable = (stop: () => void) => cancellations.onCancel(token, stop);
      await city.standOnStreets(parameters, throttled(progress), stoppable);
      if (await cancellations.caught(token)) return problem('cancelled');
      const steps = city.coverage(parameters, throttled(progress), scenario);
      const run = await cancellations.finish(steps, token);
      if (!run.ok) return run;
      const answer = coverageAnswer(run.value, parameters, startedMs);
      return moved(ok(answer), [
        answer.householdState,
        answer.householdTimeS,
        answer.householdFacility,
        answer.facilityCounts,
      ]);
    },

    async circle(
      facilityIndex: number,
      minutes: readonly number[],
      speedMetresPerS: number,
    ): Answer<FacilityCircle> {
      return withRun((open) => open.circle(facilityIndex, minutes, speedMetresPerS));
    },

    /** People of a group in each household, 0 where unknown. */
    async householdPeople(group: Group): Answer<Uint32Array> {
      return withRun((_, { ground }) => {
        const people = Uint32Array.from(
          ground.population[group]?.values ?? ground.unit.map(() => 0),
        );
        return moved(ok(people), [people]);
      });
    },

    async householdDetail(householdIndex: number): Answer<HouseholdDetail> {
      return withRun(async (open, run): Answer<HouseholdDetail> =>
        ok(await open.householdDetail(run, householdIndex)),
      );
    },

    async unitDetail(unitIndex: number): Answer<UnitDetail> {
      return withRun(async (open, run): Answer<UnitDetail> => {
        const household = medianHousehold(run, unitIndex);
        const detail = household < 0 ? null : await open.householdDetail(run, household);
        const causes = open.beside(run).causesOf(unitIndex);
        return ok({ unitIndex, medianHousehold: detail, causes });
      });
    },

    async uncoveredVillages(
      kind: ListKind,
      token: number,
      progress: Progress,
    ): Answer<readonly UncoveredVillage[]> {
      const { villages } = await databaseAnswers();
      return withQuestion(token, progress, (question) => villages(question, kind));
    },

    async explainFigure(unitIndex: number, group: Group): Answer<Figure> {
      const { figureOf } = await databaseAnswers();
      return withRun(async (open, run): Answer<Figure> =>
        ok(await figureOf(run, unitRow(run, unitIndex), group, open.loaded.info)),
      );
    },

    async checkFigure(figure: Figure, token: number, progress: Progress): Answer<FigureCheck> {
      const { figureCheck } = await databaseAnswers();
      return withQuestion(token, progress, (question) => figureCheck(question, figure));
    },

    async exportTable(
      request: ExportRequest,
      token: number,
      progress: Progress,
    ): Answer<ExportedFile> {
      const { tableFile } = await databaseAnswers();
      return withQuestion(token, progress, (question) => tableFile(question, request));
    },

    ...policyApi,
    ...createAnalysisApi(
      () => city,
      cancellations,
      () => policyApi.policyResultPart(),
    ),
    ...createReachApi(() => city, cancellations),

    ...createScenarioApi(() => city, cancellations),

    ...createDocumentsApi(() => city, cancellations),
    ...createProjectApi(() => city, cancellations),
    ...createSitingEngineApi(() => city, cancellations),
    ...createJoinApi({ get: () => city, set: (next) => (city = next) }, cancellations),

    /** Gives up what was asked under this token, as soon as it can hear it. */
    cancel: (token: number): void => cancellations.cancel(token),
  };
}
