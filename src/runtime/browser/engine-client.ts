/**
 * The engine as the page sees it: every call answers with a Result, long ones report progress and
 * can be aborted. A city is opened in a fresh worker that replaces the old one only when the city is
 * whole: a load that fails or is cancelled leaves what was loaded as it was.
 */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { Scenario } from '../../core/scenario';
import type { ChangeCounts } from '../../core/import';
import type { Language } from '../../core/i18n/t';
import { analysisEngine, type AnalysisEngine } from './analysis/analysis-client';
import { ok, problem, type Progress, type Result } from '../../core/result';
import type {
  CoverageParameters,
  CoverageResult,
  FacilityCircle,
  Group,
  HouseholdDetail,
  UnitDetail,
} from './data/coverage-data';
import type { EngineApi } from './engine.worker';
import type {
  ExportedFile,
  ExportRequest,
  Figure,
  FigureCheck,
  ListKind,
  UncoveredVillage,
} from './data/figure-data';
import type { BesideCoverage, VehicleLayer } from './data/beside-data';
import { documentsEngine, type DocumentsEngine } from './documents/documents-client';
import { facilityRecords } from './data/facility-records';
import type { ChangeRequest, ChangeWindow, JoinPlan } from './data/import-data';
import type { CityData, OpenSource, StreetPaths } from './data/page-data';
import { openingOf, startEngine, type EngineWorker } from './load/opening';
import { policyEngine, type Asking, type PolicyEngine } from './policy/policy-client';
import type { Spellings } from './search/pinyin';
import type { PinyinApi } from './search/pinyin.worker';
import { projectEngine, type ProjectEngine } from './project/project-client';
import { scenarioEngine, type ScenarioEngine } from './scenario/scenario-client';
import { sitingEngine, type SitingEngine } from './siting/siting-client';
import { answered, engineFailed, inTwoTasks } from './worker-call';
import { startWorker } from './start-worker';

export interface Engine {
  /** `onStreets` is called before the rest of the city stands. */
  open(
    source: OpenSource,
    progress: Progress,
    signal: AbortSignal,
    onStreets: (streets: readonly StreetPaths[]) => void,
  ): Promise<Result<CityData>>;
  /** The newest parameters win: an older run under way ends as `cancelled`. */
  coverage(
    parameters: CoverageParameters,
    progress: Progress,
    signal: AbortSignal,
    /** The option whose facilities are walked to; null is the facilities as they are. */
    scenario?: Scenario | null,
  ): Promise<Result<CoverageResult>>;
  circle(
    facilityIndex: number,
    minutes: readonly number[],
    speedMetresPerS: number,
  ): Promise<Result<FacilityCircle>>;
  /** People of a group in each household, 0 where unknown. */
  householdPeople(group: Group): Promise<Result<Uint32Array>>;
  householdDetail(householdIndex: number): Promise<Result<HouseholdDetail>>;
  unitDetail(unitIndex: number): Promise<Result<UnitDetail>>;
  /** Other definitions, estimates and vehicles beside a unit's coverage. */
  besideCoverage(unitIndex: number, signal: AbortSignal): Promise<Result<BesideCoverage>>;
  vehicleLayer(group: Group, signal: AbortSignal): Promise<Result<VehicleLayer>>;
  uncoveredVillages(
    kind: ListKind,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<readonly UncoveredVillage[]>>;
  explainFigure(unitIndex: number, group: Group): Promise<Result<Figure>>;
  checkFigure(
    figure: Figure,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<FigureCheck>>;
  exportTable(
    request: ExportRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<ExportedFile>>;
  /** Tables and SQL. */
  readonly analysis: AnalysisEngine;
  /** The policy's indicators. */
  readonly policy: PolicyEngine;
  /** Reports, maps and files of the result. */
  readonly documents: DocumentsEngine;
  /** Where to build. */
  readonly siting: SitingEngine;
  /** Options of a plan. */
  readonly scenario: ScenarioEngine;
  /** Project files, and what this machine keeps. */
  readonly project: ProjectEngine;
  /** Pinyin of names, in their order. */
  spellingsOf(names: readonly string[]): Promise<Result<Spellings>>;
  /** Takes an import in, beside or instead of what is open; `streets` null where they stay. */
  join(
    parcel: MessagePort,
    plan: JoinPlan,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<Joined>>;
  undoJoin(): Promise<Result<null>>;
  /** Rows that the last import changed. */
  changedRows(request: ChangeRequest): Promise<Result<ChangeWindow>>;
  /** All of them as a file, in words. */
  changesFile(format: 'xlsx' | 'csv', language: Language): Promise<Result<ExportedFile>>;
  /** Sends what the open city knows of places through the port. */
  lendPlaces(port: MessagePort): void;
  /** Ends the workers; nothing is open afterwards. */
  close(): void;
}

/** A city after an import, and what changed. */
export interface Joined {
  readonly city: CityData;
  readonly changes: readonly ChangeCounts[];
}

export class WorkerEngine implements Engine {
  #current: EngineWorker | null = null;
  #nextToken = 1;
  #streets: readonly StreetPaths[] = [];
  #earlierStreets: (readonly StreetPaths[])[] = [];
  readonly #asking: Asking = {
    short: (ask) => this.#short(ask),
    long: (signal, ask) => this.#long(signal, ask),
    patient: (signal, ask) => this.#patient(signal, ask),
  };
  readonly analysis: AnalysisEngine = analysisEngine(this.#asking);
  readonly policy: PolicyEngine = policyEngine(this.#asking);
  readonly documents: DocumentsEngine = documentsEngine(this.#asking);
  readonly siting: SitingEngine = sitingEngine(this.#asking);
  readonly scenario: ScenarioEngine = scenarioEngine(this.#asking);
  readonly project: ProjectEngine = projectEngine(this.#asking);

  async open(
    source: OpenSource,
    progress: Progress,
    signal: AbortSignal,
    onStreets: (streets: readonly StreetPaths[]) => void,
  ): Promise<Result<CityData>> {
    const opening = openingOf(source);
    opening.follow(progress, onStreets);
    const opened = await inTwoTasks(answered(opening.answer, signal));
    if (!opened.ok) {
      opening.end();
      return opened;
    }
    this.#current?.end();
    this.#current = opening.worker;
    this.#streets = opening.streets;
    this.#earlierStreets = [];
    const facilities = facilityRecords(opened.value.facilities);
    return ok({ ...opened.value, facilities, streets: this.#streets });
  }

  coverage(
    parameters: CoverageParameters,
    progress: Progress,
    signal: AbortSignal,
    scenario: Scenario | null = null,
  ): Promise<Result<CoverageResult>> {
    return inTwoTasks(
      this.#long(signal, (api, token) =>
        api.coverage(parameters, token, proxy(progress), scenario),
      ),
    );
  }

  circle(
    facilityIndex: number,
    minutes: readonly number[],
    speedMetresPerS: number,
  ): Promise<Result<FacilityCircle>> {
    return this.#short((api) => api.circle(facilityIndex, minutes, speedMetresPerS));
  }

  householdPeople(group: Group): Promise<Result<Uint32Array>> {
    return this.#short((api) => api.householdPeople(group));
  }

  householdDetail(householdIndex: number): Promise<Result<HouseholdDetail>> {
    return this.#short((api) => api.householdDetail(householdIndex));
  }

  unitDetail(unitIndex: number): Promise<Result<UnitDetail>> {
    return this.#short((api) => api.unitDetail(unitIndex));
  }

  besideCoverage(unitIndex: number, signal: AbortSignal): Promise<Result<BesideCoverage>> {
    return this.#long(signal, (api, token) => api.besideCoverage(unitIndex, token));
  }

  vehicleLayer(group: Group, signal: AbortSignal): Promise<Result<VehicleLayer>> {
    return this.#long(signal, (api, token) => api.vehicleLayer(group, token));
  }

  uncoveredVillages(
    kind: ListKind,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<readonly UncoveredVillage[]>> {
    return this.#long(signal, (api, token) => api.uncoveredVillages(kind, token, proxy(progress)));
  }

  explainFigure(unitIndex: number, group: Group): Promise<Result<Figure>> {
    return this.#short((api) => api.explainFigure(unitIndex, group));
  }

  checkFigure(
    figure: Figure,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<FigureCheck>> {
    return this.#long(signal, (api, token) => api.checkFigure(figure, token, proxy(progress)));
  }

  exportTable(
    request: ExportRequest,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<ExportedFile>> {
    return this.#long(signal, (api, token) => api.exportTable(request, token, proxy(progress)));
  }

  async spellingsOf(names: readonly string[]): Promise<Result<Spellings>> {
    const worker = startWorker(
      () =>
        new Worker(new URL('./search/pinyin.worker.ts', import.meta.url), {
          type: 'module',
        }),
    );
    const broken = new Promise<Result<never>>((resolve) => {
      worker.addEventListener('error', (event) => resolve(engineFailed(event.message)));
    });
    const spelled = wrap<PinyinApi>(worker).spellingsOf(names).then(ok);
    const spellings = await answered(Promise.race([spelled, broken]));
    worker.terminate();
    return spellings;
  }

  async join(
    parcel: MessagePort,
    plan: JoinPlan,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<Joined>> {
    const { api, broken, end } = this.#current ?? startEngine();
    let streets = this.#streets;
    const keepStreets = (sent: readonly StreetPaths[]) => void (streets = sent);
    const token = this.#nextToken++;
    const call = api.join(
      transfer(parcel, [parcel]),
      plan,
      token,
      proxy(progress),
      proxy(keepStreets),
    );
    const joined = await answered(
      Promise.race([call, broken]),
      signal,
      () => void api.cancel(token),
    );
    if (!joined.ok) {
      if (this.#current?.api !== api) end();
      return joined;
    }
    this.#current ??= { api, broken, end };
    const { city, changes } = joined.value;
    this.#earlierStreets.push(this.#streets);
    this.#streets = streets;
    const facilities = facilityRecords(city.facilities);
    return ok({ city: { ...city, facilities, streets }, changes });
  }

  async undoJoin(): Promise<Result<null>> {
    const undone = await this.#short((api) => api.undoJoin());
    if (undone.ok) this.#streets = this.#earlierStreets.pop() ?? [];
    return undone;
  }

  changedRows(request: ChangeRequest): Promise<Result<ChangeWindow>> {
    return this.#short(async (api) => ok(await api.changedRows(request)));
  }

  changesFile(format: 'xlsx' | 'csv', language: Language): Promise<Result<ExportedFile>> {
    return this.#short((api) => api.changesFile(format, language));
  }

  lendPlaces(port: MessagePort): void {
    if (this.#current) void this.#current.api.lendPlaces(transfer(port, [port]));
    else port.postMessage(null);
  }

  close(): void {
    this.#current?.end();
    this.#current = null;
  }

  #short<T>(ask: (api: Remote<EngineApi>) => Promise<Result<T>>): Promise<Result<T>> {
    const current = this.#current;
    if (current === null) return Promise.resolve(problem('nothing_open'));
    return answered(Promise.race([ask(current.api), current.broken]));
  }

  #long<T>(
    signal: AbortSignal,
    ask: (api: Remote<EngineApi>, token: number) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const current = this.#current;
    if (current === null) return Promise.resolve(problem('nothing_open'));
    const token = this.#nextToken++;
    const call = Promise.race([ask(current.api, token), current.broken]);
    return answered(call, signal, () => void current.api.cancel(token));
  }

  #patient<T>(
    signal: AbortSignal,
    ask: (api: Remote<EngineApi>, token: number) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#short((api) => {
      const token = this.#nextToken++;
      signal.addEventListener('abort', () => void api.cancel(token), { once: true });
      return ask(api, token);
    });
  }
}
