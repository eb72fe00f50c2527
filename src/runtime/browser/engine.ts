/** What the engine's worker answers: core's functions over the one city that is open. */
import { coverageFigure } from '../../core/export';
import { problem, ok, type Progress, type Result } from '../../core/result';
import type { CoverageRun } from '../../core/reach';
import { Cancellations } from './cancellations';
import { chosenFiles } from './city-files';
import { coverageAnswer, unitRow } from './coverage-answer';
import type {
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  UnitDetail,
} from './coverage-data';
import { defaultParameters } from './default-parameters';
import type { OpenSource } from './engine-client';
import type {
  ExportedFile,
  ExportRequest,
  Figure,
  FigureCheck,
  ListKind,
  UncoveredVillage,
} from './figure-data';
import { figureOf, ratePercent } from './figures';
import { loadDemo } from './load-demo';
import { loadFiles } from './load-files';
import { OpenCity } from './open-city';
import type { CityData, StreetPaths } from './page-data';
import { streetPaths } from './street-paths';
import { householdsFile, listFile, unitsFile } from './table-exports';
import { moved } from './transfers';
import { listRows, pageRows } from './village-lists';
import { throttled } from './worker-call';
import { medianHousehold } from './walks';

type Answer<T> = Promise<Result<T>>;

export function createEngineApi() {
  const cancellations = new Cancellations();
  let city: OpenCity | null = null;

  /** What can only be asked of a city whose coverage stands. */
  function withRun<T>(ask: (open: OpenCity, run: CoverageRun) => T): T | Result<never> {
    return city?.run ? ask(city, city.run) : problem('nothing_open');
  }

  return {
    /** Streets go ahead through `onStreets`; the answer holds the rest. */
    async open(
      source: OpenSource,
      progress: Progress,
      onStreets: (streets: readonly StreetPaths[]) => void,
    ): Answer<CityData> {
      const report = throttled(progress);
      const sendStreets = (streets: StreetPaths[]) => onStreets(moved(streets, streets));
      const loaded =
        source.kind === 'demo'
          ? await loadDemo(source.baseUrl, report, (network) => sendStreets(streetPaths(network)))
          : await loadFiles(chosenFiles(source.files), report);
      if (!loaded.ok) return loaded;
      if (source.kind === 'files') sendStreets(streetPaths(loaded.value.network));
      const opened = OpenCity.from(loaded.value);
      if (!opened.ok) return opened;
      const data = opened.value.pageData();
      if (!data.ok) return data;
      city = opened.value;
      // While the page draws, the streets take in the households; bad places show here, too.
      const ground = source.kind === 'files' ? city.ground(defaultParameters, report) : ok(null);
      if (!ground.ok) return ground;
      if (source.kind === 'demo') setTimeout(() => city?.ground(defaultParameters));
      return moved(data, [data.value.households]);
    },

    async coverage(
      parameters: CoverageParameters,
      token: number,
      progress: Progress,
    ): Answer<CoverageResult> {
      if (await cancellations.caught(token)) return problem('cancelled');
      if (!city) return problem('nothing_open');
      const startedMs = performance.now();
      const run = city.coverage(parameters, throttled(progress));
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

    async householdDetail(householdIndex: number): Answer<HouseholdDetail> {
      return withRun(async (open, run): Answer<HouseholdDetail> =>
        ok(await open.householdDetail(run, householdIndex)),
      );
    },

    async unitDetail(unitIndex: number): Answer<UnitDetail> {
      return withRun(async (open, run): Answer<UnitDetail> => {
        const household = medianHousehold(run, unitIndex);
        const detail = household < 0 ? null : await open.householdDetail(run, household);
        return ok({ unitIndex, medianHousehold: detail });
      });
    },

    async uncoveredVillages(
      kind: ListKind,
      token: number,
      progress: Progress,
    ): Answer<readonly UncoveredVillage[]> {
      const rows = await withRun((open, run) => listRowsOf(open, run, kind, token, progress));
      return rows.ok && city ? ok(pageRows(city, rows.value)) : (rows as Result<never>);
    },

    async explainFigure(unitIndex: number, group: Group): Answer<Figure> {
      return withRun(async (_, run): Answer<Figure> =>
        ok(await figureOf(run, unitRow(run, unitIndex), group)),
      );
    },

    async checkFigure(figure: Figure, token: number, progress: Progress): Answer<FigureCheck> {
      return withRun(async (open, run): Answer<FigureCheck> => {
        const report = throttled(progress);
        const tables = await open.wholeTables(report);
        if (!tables.ok) return tables;
        cancellations.onCancel(token, () => open.database.close());
        const withIds = open.withWholeHouseholds(run, tables.value);
        const database = await open.database.forFigures(tables.value, run, withIds, report);
        const startedMs = performance.now();
        const [unitCode] = figure.values;
        const found = await coverageFigure(database, unitCode as string | null, figure.group);
        const { numerator, denominator } = found;
        const agrees = numerator === figure.numerator && denominator === figure.denominator;
        const value = ratePercent(numerator, denominator);
        return ok({
          numerator,
          denominator,
          value,
          agrees,
          elapsedMs: performance.now() - startedMs,
        });
      });
    },

    async exportTable(
      request: ExportRequest,
      token: number,
      progress: Progress,
    ): Answer<ExportedFile> {
      return withRun(async (open, run): Answer<ExportedFile> => {
        if (request.kind === 'coverage_units') return ok(unitsFile(run, request));
        if (request.kind === 'coverage_households') {
          const tables = await open.wholeTables(throttled(progress));
          if (!tables.ok) return tables;
          return ok(householdsFile(open.withWholeHouseholds(run, tables.value), request));
        }
        const kind = request.kind === 'uncovered_by_policy' ? 'policy' : 'on_foot';
        const rows = await listRowsOf(open, run, kind, token, progress);
        return rows.ok ? ok(listFile(rows.value, request)) : rows;
      });
    },

    /** Gives up what was asked under this token, as soon as it can hear it. */
    cancel: (token: number): void => cancellations.cancel(token),
  };

  async function listRowsOf(
    open: OpenCity,
    run: CoverageRun,
    kind: ListKind,
    token: number,
    progress: Progress,
  ): Promise<Result<Awaited<ReturnType<typeof listRows>>>> {
    const report = throttled(progress);
    const tables = await open.wholeTables(report);
    if (!tables.ok) return tables;
    cancellations.onCancel(token, () => open.database.close());
    const database = await open.database.forLists(tables.value, run, report);
    return ok(await listRows(database, kind));
  }
}
