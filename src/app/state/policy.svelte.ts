/**
 * The policy's indicators over the open city, or over the option of the plan that is in view: evaluated
 * when first looked at, again when data, option or settings change (the newest win), set beside what
 * they are compared with, and opened down to their rows.
 */
import type { PolicyEngine } from '../../runtime/browser/policy/policy-client';
import type {
  Divisions,
  Overrides,
  PolicyAnswer,
  PolicyFileRequest,
  PolicyIndicator,
  PolicyOrder,
  PolicyUnit,
} from '../../runtime/browser/data/policy-data';
import type { Problem } from '../../core/result';
import { save } from './exports.svelte';
import type { Messages } from './messages.svelte';
import { PolicyComparison } from './policy-comparison.svelte';
import { PolicyDrill, worstFirst } from './policy-drill.svelte';
import {
  ownSettings,
  PolicyHistory,
  withCentralTowns,
  withLimits,
  withoutIndicator,
  withReading,
  withTarget,
  withTypes,
  type PolicySettings,
} from './policy-settings.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Scenarios } from './scenarios.svelte';
import type { Work } from './work.svelte';

export class Policy {
  readonly drill: PolicyDrill;
  readonly comparison: PolicyComparison;
  readonly history = new PolicyHistory();
  /** An area for the central towns is being drawn on the map. */
  isDrawingArea = $state(false);
  #engine: PolicyEngine;
  #work: Work;
  #messages: Messages;
  #scenarios: Pick<Scenarios, 'current'>;
  #status = $state.raw<RunStatus>(idle);
  #answer = $state.raw<PolicyAnswer | null>(null);
  /** What the answer was made by. */
  #settled = $state.raw<PolicyOrder | null>(null);
  #order = $derived(this.#chosenOrder());
  #unitCode = $state.raw<string | null>(null);
  #isShown = false;
  #city = 0;
  #evaluating: AbortController | null = null;
  #catalogueProblems = $state.raw<readonly Problem[]>([]);
  #unit = $derived(
    this.units.find(({ unitCode }) => unitCode === this.#unitCode) ?? this.units[0] ?? null,
  );

  constructor(
    engine: PolicyEngine,
    work: Work,
    messages: Messages,
    scenarios: Pick<Scenarios, 'current'>,
  ) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
    this.#scenarios = scenarios;
    this.comparison = new PolicyComparison(engine, work, messages);
    this.drill = new PolicyDrill(engine);
  }

  get status(): RunStatus {
    return this.#status;
  }

  get answer(): PolicyAnswer | null {
    return this.#answer;
  }

  /** True while the figures shown are of other settings, or of another option, than those chosen. */
  get isStale(): boolean {
    return this.#answer !== null && !isSame(this.#settled, this.#order);
  }

  /** The option the figures shown are of; null is the facilities as they are. */
  get scenario(): PolicyOrder['scenario'] {
    return this.#settled?.scenario ?? null;
  }

  /** The city and its counties, as the first indicator lists them. */
  get units(): readonly PolicyUnit[] {
    return this.#answer?.indicators[0]?.units ?? [];
  }

  /** The unit whose lines are shown. */
  get unit(): PolicyUnit | null {
    return this.#unit;
  }

  get opened(): PolicyIndicator | null {
    return this.indicator(this.drill.indicatorId);
  }

  /** Indicators whose figures are not by the policy's own reading. */
  get changed(): readonly PolicyIndicator[] {
    return this.#answer?.indicators.filter(({ changes }) => changes.length > 0) ?? [];
  }

  /** Something was changed, or another catalogue or other divisions are in use. */
  get isOtherReading(): boolean {
    const { catalogueName, divisions } = this.history.present;
    return this.changed.length > 0 || catalogueName !== null || divisions !== null;
  }

  /** Faults of the catalogue that was to be imported last. */
  get catalogueProblems(): readonly Problem[] {
    return this.#catalogueProblems;
  }

  indicator(id: string | null): PolicyIndicator | null {
    return this.#answer?.indicators.find((one) => one.id === id) ?? null;
  }

  /** The figure of a unit at county level or above; null where the indicator has none. */
  figure(indicator: PolicyIndicator, unitCode = this.unit?.unitCode): PolicyUnit | null {
    return indicator.units.find((one) => one.unitCode === unitCode) ?? null;
  }

  chooseUnit(unitCode: string): void {
    this.#unitCode = unitCode;
  }

  /** The panel came into sight, or went. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (isShown) void this.load();
  }

  /** Another city is open: nothing of the old one holds. */
  forget(): void {
    this.#city++;
    this.#answer = null;
    this.#settled = null;
    this.#status = idle;
    this.#evaluating?.abort();
    this.#evaluating = null;
    this.drill.close();
    this.isDrawingArea = false;
    this.comparison.forget();
  }

  /** The new city stands: its figures, if anyone is looking. */
  resume(): void {
    if (this.#isShown) void this.load();
  }

  /** Evaluates if the figures are not those of the settings. */
  async load(): Promise<void> {
    if (this.#status.kind === 'running') return;
    if (this.#answer !== null && !this.isStale) return;
    const city = this.#city;
    const order = this.#order;
    this.#status = running;
    const evaluating = new AbortController();
    this.#evaluating = evaluating;
    const evaluated = await this.#work.follow(
      'work.policy',
      (progress, signal) => {
        signal.addEventListener('abort', () => evaluating.abort());
        return this.#engine.evaluate(order, progress, evaluating.signal);
      },
      {
        divisions: order.divisions,
        overrides: order.overrides,
        option: order.scenario?.name ?? null,
        compareWith: order.compareWith,
      },
    );
    if (city !== this.#city) return;
    if (evaluated.ok) {
      this.#answer = evaluated.value;
      this.#settled = order;
      this.#status = done;
      this.#messages.settle('policy', evaluated.value.notes);
      if (this.isStale) return this.load();
      if (this.opened) await this.drill.refresh(this.opened.units);
      else this.drill.close();
    } else if (evaluated.problem.code === 'cancelled') {
      this.#status = this.#answer ? done : idle;
    } else {
      const nothingOpen = evaluated.problem.code === 'nothing_open';
      this.#status = nothingOpen ? idle : failed(evaluated.problem);
      if (!nothingOpen) this.#messages.addProblem('policy', evaluated.problem);
    }
  }

  /** Sets the figures beside others. */
  compareWith(other: PolicyOrder['compareWith']): void {
    this.comparison.choose(other);
    void this.load();
  }

  /** Opens a second folder and sets the figures beside its own. */
  async openEarlier(files: readonly File[]): Promise<void> {
    if (await this.comparison.open(files)) await this.load();
  }

  /** Opens an indicator at the unit that is shown. */
  async open(id: string): Promise<void> {
    const units = this.indicator(id)?.units ?? [];
    const here = units.find(({ unitCode }) => unitCode === this.unit?.unitCode);
    const top = units[0];
    const path = here === undefined || here === top ? units.slice(0, 1) : [top, here];
    await this.drill.open(id, path);
  }

  /** The three lowest units just below one, for the answer to 差在哪里. */
  async lowestBelow(id: string, unitCode: string): Promise<readonly PolicyUnit[]> {
    const below = await this.#engine.unitsBelow(id, unitCode);
    return below.ok ? worstFirst(below.value).slice(0, 3) : [];
  }

  /** Undefined gives the policy's own target back. */
  setTarget(id: string, target: number | null | undefined): void {
    this.#override((overrides) => withTarget(overrides, id, target));
  }

  setReading(id: string, reading: string): void {
    this.#override((overrides) => withReading(overrides, id, reading));
  }

  setTypes(id: string, types: readonly string[] | undefined): void {
    this.#override((overrides) => withTypes(overrides, id, types));
  }

  setCentralTowns(codes: readonly string[] | undefined): void {
    this.#override((overrides) => withCentralTowns(overrides, codes));
  }

  setLimits(id: string, limits: Parameters<typeof withLimits>[2]): void {
    this.#override((overrides) => withLimits(overrides, id, limits));
  }

  /** Central towns are those whose seat lies in the areas of a GeoJSON text. */
  async takeArea(text: string, fileName: string): Promise<void> {
    const towns = await this.#engine.townsWithin(text, fileName);
    if (towns.ok) this.setCentralTowns([...towns.value]);
    else this.#messages.addProblem('policy', towns.problem);
  }

  resetIndicator(id: string): void {
    this.#override((overrides) => withoutIndicator(overrides, id));
  }

  setDivisions(divisions: Divisions): void {
    this.#put({ ...this.history.present, divisions });
  }

  reset(): void {
    this.#put(ownSettings);
  }

  undo(): void {
    this.history.undo();
    void this.load();
  }

  redo(): void {
    this.history.redo();
    void this.load();
  }

  /** Another policy; with faults it is refused and everything stays. */
  async importCatalogue(file: File): Promise<void> {
    const read = await this.#engine.readCatalogue(await file.text(), file.name);
    this.#catalogueProblems = read.ok ? read.value.problems : [read.problem];
    if (!read.ok || read.value.catalogue === null) return;
    const { catalogue } = read.value;
    this.#put({ ...ownSettings, catalogue, catalogueName: file.name });
  }

  async download(request: PolicyFileRequest): Promise<void> {
    const made = await this.#work.follow('work.export', () => this.#engine.file(request));
    if (made.ok) save(made.value.fileName, made.value.blob);
    else this.#messages.addProblem('export', made.problem);
  }

  #chosenOrder(): PolicyOrder {
    const { catalogue, divisions, overrides } = this.history.present;
    const compareWith = this.comparison.other;
    return { catalogue, divisions, overrides, scenario: this.#scenarios.current, compareWith };
  }

  #override(change: (overrides: Overrides) => Overrides): void {
    const settings = this.history.present;
    this.#put({ ...settings, overrides: change(settings.overrides) });
  }

  #put(settings: PolicySettings): void {
    this.history.put(settings);
    void this.load();
  }
}

function isSame(a: PolicyOrder | null, b: PolicyOrder): boolean {
  const names = ['catalogue', 'divisions', 'overrides', 'scenario', 'compareWith'] as const;
  return a !== null && names.every((name) => a[name] === b[name]);
}
