/**
 * What is open: the units, facilities, households and streets of one city. A load that fails leaves
 * what was loaded as it is.
 */
import type { TextKey } from '../../core/i18n/t';
import { problem, type Problem, type Result } from '../../core/result';
import type { Group } from '../../runtime/browser/data/coverage-data';
import type { Engine } from '../../runtime/browser/engine-client';
import type {
  CityData,
  CityInfo,
  Facility,
  OpenSource,
  StreetPaths,
  Unit,
} from '../../runtime/browser/data/page-data';
import type { JoinPlan, ChangeCounts } from '../../runtime/browser/data/import-data';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import { unitTree } from './unit-tree';
import type { Work } from './work.svelte';

interface Earlier {
  readonly data: CityData | null;
  readonly isSame: boolean;
}

export class City {
  #engine: Engine;
  #opening: AbortController | null = null;
  #work: Work;
  #messages: Messages;
  #status = $state.raw<RunStatus>(idle);
  #data = $state.raw<CityData | null>(null);
  /** Before each import, the last one last. */
  #earlier = $state.raw<readonly Earlier[]>([]);
  #earlyStreets = $state.raw<readonly StreetPaths[]>([]);
  #tree = $derived(unitTree(this.#data?.units ?? []));

  constructor(engine: Engine, work: Work, messages: Messages) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Null before the first load; the old city while another is loading. */
  get info(): CityInfo | null {
    return this.#data?.info ?? null;
  }

  get isOpen(): boolean {
    return this.#data !== null;
  }

  /** False while only a stored result is open: no households, no streets, nothing to compute from. */
  get isWhole(): boolean {
    return this.#data !== null && this.#data.network !== null;
  }

  get isGenerated(): boolean {
    return this.#data?.info.isGenerated ?? false;
  }

  /** Households are points that totals were spread to. */
  get isEstimated(): boolean {
    return this.#data?.info.isEstimated ?? false;
  }

  /** What a group of people or households is called; points of an estimate are no households. */
  groupKey(group: Group): TextKey {
    return this.isEstimated && group === 'households'
      ? 'importer.estimate_points'
      : `group.${group}`;
  }

  get units(): readonly Unit[] {
    return this.#data?.units ?? [];
  }

  /** The top of the tree: the city, or the units without a parent. */
  get roots(): readonly Unit[] {
    return this.childrenOf(-1);
  }

  get counties(): readonly Unit[] {
    return this.units.filter((unit) => unit.level === 'county');
  }

  get facilities(): readonly Facility[] {
    return this.#data?.facilities ?? [];
  }

  get households() {
    return this.#data?.households ?? null;
  }

  /** Streets may stand before the rest of the first city does. */
  get streets(): readonly StreetPaths[] {
    return this.#data?.streets ?? this.#earlyStreets;
  }

  get network() {
    return this.#data?.network ?? null;
  }

  get areas() {
    return this.#data?.areas ?? [];
  }

  childrenOf(unitIndex: number): readonly Unit[] {
    return this.#tree.children.get(unitIndex) ?? [];
  }

  unitByCode(code: string): Unit | null {
    return this.#tree.byCode.get(code) ?? null;
  }

  /** From the city down to the unit itself. */
  pathTo(unitIndex: number): readonly Unit[] {
    const path: Unit[] = [];
    for (let i = unitIndex; i >= 0; i = this.units[i].parentIndex) path.unshift(this.units[i]);
    return path;
  }

  /** `baseUrl` is the folder of the demo's files, ending with a slash. */
  openDemo(baseUrl: string): Promise<Result<null>> {
    return this.#open('work.open_demo', { kind: 'demo', baseUrl });
  }

  /** A stored result in place of a city. */
  show(data: CityData): void {
    this.#data = data;
    this.#earlier = [];
    this.#status = done;
  }

  /** A data folder, or households, facilities and streets of the first import. */
  openFiles(files: readonly File[]): Promise<Result<null>> {
    return this.#open('work.open_files', { kind: 'files', files });
  }

  get canUndoImport(): boolean {
    return this.#earlier.length > 0;
  }

  /** Takes in what an import sends through the port; says what changed. */
  async join(parcel: MessagePort, plan: JoinPlan): Promise<Result<readonly ChangeCounts[]>> {
    const joined = await this.#work.follow('work.import_join', (progress, signal) =>
      this.#engine.join(parcel, plan, progress, signal),
    );
    if (!joined.ok) {
      if (joined.problem.code !== 'cancelled') this.#messages.addProblem('data', joined.problem);
      return joined;
    }
    const { city, changes } = joined.value;
    this.#messages.settle('data', city.notes);
    this.#earlier = [...this.#earlier, { data: this.#data, isSame: plan.joinsOpenCity }];
    this.#data = city;
    this.#status = done;
    return { ok: true, value: changes };
  }

  /** The city as it was before the last import; true where that was the same city with other tables. */
  async undoImport(): Promise<Result<boolean>> {
    const undone = await this.#engine.undoJoin();
    if (!undone.ok) return undone;
    const { data, isSame } = this.#earlier.at(-1) ?? { data: null, isSame: false };
    this.#data = data;
    this.#earlier = this.#earlier.slice(0, -1);
    this.#status = this.#data ? done : idle;
    this.#messages.settle('data', data?.notes);
    return { ok: true, value: isSame };
  }

  /** The data that a project file carries. */
  openProjectData(file: File): Promise<Result<null>> {
    return this.#open('work.open_files', { kind: 'project', file });
  }

  async #open(titleKey: string, source: OpenSource): Promise<Result<null>> {
    this.#opening?.abort();
    const opening = new AbortController();
    this.#opening = opening;
    this.#status = running;
    const opened = await this.#work.follow(titleKey, (progress, signal) => {
      signal.addEventListener('abort', () => opening.abort());
      return this.#engine.open(
        source,
        progress,
        opening.signal,
        (streets) => (this.#earlyStreets = streets),
      );
    });
    // A later opening has taken over: it alone tells how things stand.
    if (this.#opening !== opening) return problem('cancelled');
    if (!opened.ok) return this.#fail(opened.problem);
    this.#messages.settle('data', opened.value.notes);
    this.#data = opened.value;
    this.#earlier = [];
    this.#status = done;
    return { ok: true, value: null };
  }

  #fail(found: Problem): Result<null> {
    const isCancelled = found.code === 'cancelled';
    if (isCancelled) this.#status = this.#data ? done : idle;
    else {
      this.#status = failed(found);
      this.#messages.addProblem('data', found);
    }
    return { ok: false, problem: found };
  }
}
