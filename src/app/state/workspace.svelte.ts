/** One page's state: every concept once, wired together, over one engine. */
import { createContext } from 'svelte';
import { ok, type Result } from '../../core/result';
import type { ChosenFile, JoinPlan } from '../../runtime/browser/data/import-data';
import { WorkerEngine, type Engine } from '../../runtime/browser/engine-client';
import { summaryCity } from '../../runtime/browser/phone/summary-city';
import { isCityOfItsOwn } from '../../runtime/browser/load/file-roles';
import { Basemap, isTileFile } from './basemap.svelte';
import type { Analysis } from './analysis/analysis.svelte';
import { Beside } from './beside.svelte';
import { Candidates } from './candidates.svelte';
import { Certainty } from './certainty.svelte';
import { City } from './city.svelte';
import { Comparison } from './comparison.svelte';
import { Coverage } from './coverage.svelte';
import { Documents } from './documents.svelte';
import { Exports } from './exports.svelte';
import { Figures } from './figures.svelte';
import { Importing } from './importing.svelte';
import { Language } from './language.svelte';
import { Lists } from './lists.svelte';
import { Messages } from './messages.svelte';
import { Decision } from './decision.svelte';
import { Policy } from './policy.svelte';
import { Project } from './project.svelte';
import { Scenarios } from './scenarios.svelte';
import { Search } from './search.svelte';
import { Selection } from './selection.svelte';
import { Siting } from './siting.svelte';
import { Vehicle } from './vehicle.svelte';
import { Work } from './work.svelte';

/** The plan is computed anew when nothing has been done to it for so long. */
const settleMs = 500;

export class Workspace {
  readonly language = new Language();
  readonly work = new Work();
  readonly messages = new Messages();
  readonly basemap = new Basemap();
  readonly scenarios = new Scenarios(this.language, () => this.#planChanged());
  readonly city: City;
  readonly coverage: Coverage;
  readonly selection: Selection;
  readonly lists: Lists;
  readonly search: Search;
  readonly figures: Figures;
  readonly beside: Beside;
  readonly vehicle: Vehicle;
  readonly certainty: Certainty;
  readonly exports: Exports;
  readonly policy: Policy;
  readonly decision: Decision;
  readonly documents: Documents;
  readonly importing: Importing;
  readonly siting: Siting;
  readonly candidates: Candidates;
  readonly comparison: Comparison;
  readonly project: Project;
  #analysis: Promise<Analysis> | null = null;
  #engine: Engine;
  #demoUrl = '';
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: Engine = new WorkerEngine()) {
    this.#engine = engine;
    this.city = new City(engine, this.work, this.messages);
    this.coverage = new Coverage(engine, this.work, this.messages, this.scenarios);
    this.selection = new Selection(engine, this.city, this.coverage);
    this.lists = new Lists(engine, this.work, this.messages);
    this.search = new Search(engine, this.city);
    this.figures = new Figures(engine, this.work);
    this.beside = new Beside(engine, this.coverage);
    this.vehicle = new Vehicle(engine, this.coverage);
    this.certainty = new Certainty(engine.documents, this.coverage);
    this.exports = new Exports(engine, this.work, this.messages, this.coverage, () =>
      this.recompute(),
    );
    this.policy = new Policy(engine.policy, this.work, this.messages, this.scenarios);
    this.decision = new Decision(engine.policy, this.city, this.coverage, this.policy);
    this.documents = new Documents(engine.documents, engine.policy, {
      coverage: this.coverage,
      policy: this.policy,
      language: this.language,
      work: this.work,
      messages: this.messages,
      recompute: () => this.recompute(),
    });
    this.importing = new Importing(engine, this.work, this.messages);
    this.siting = new Siting(engine.siting, {
      city: this.city,
      coverage: this.coverage,
      scenarios: this.scenarios,
      work: this.work,
      messages: this.messages,
      language: this.language,
    });
    this.project = new Project(engine, {
      city: this.city,
      coverage: this.coverage,
      scenarios: this.scenarios,
      work: this.work,
      messages: this.messages,
      openDemo: () => this.openDemo(this.#demoUrl),
      changeParameters: (patch) => this.changeParameters(patch),
      openData: (file) => this.#show(this.city.openProjectData(file)),
    });
    this.comparison = new Comparison(engine, {
      city: this.city,
      coverage: this.coverage,
      scenarios: this.scenarios,
      work: this.work,
      messages: this.messages,
      language: this.language,
    });
    this.candidates = new Candidates(
      engine,
      this.city,
      this.coverage,
      this.scenarios,
      this.messages,
    );
  }

  /** Tables, charts and SQL; made when first looked at. */
  analysis(): Promise<Analysis> {
    const { city, coverage, policy, selection, language, work } = this;
    return (this.#analysis ??= import('./analysis/analysis.svelte').then(
      ({ Analysis }) =>
        new Analysis(this.#engine.analysis, { city, coverage, policy, selection, language, work }),
    ));
  }

  /** Opens the demo city, computes it and shows it. */
  openDemo(baseUrl: string): Promise<void> {
    this.#demoUrl = baseUrl;
    this.decision.expectServed(baseUrl);
    return this.#show(this.city.openDemo(baseUrl));
  }

  /**
   * What a phone needs: the result that came with the demo city, without households, streets and engine.
   * Where none fits, the city is opened whole.
   */
  async openSummary(baseUrl: string): Promise<void> {
    this.#demoUrl = baseUrl;
    this.decision.expectServed(baseUrl);
    const opened = await this.work.follow('work.open_demo', async () => {
      const summary = await this.decision.readStored();
      return summary && (await summaryCity(baseUrl, summary));
    });
    if (!opened) return this.openDemo(baseUrl);
    this.city.show(opened.city);
    this.coverage.show(opened.coverage);
    this.lists.policy.show(opened.lists.policy);
    this.lists.onFoot.show(opened.lists.on_foot);
    this.search.list();
  }

  /** The city behind a stored result; what was selected stays selected. */
  async openWhole(): Promise<void> {
    if (this.city.isWhole || this.city.status.kind === 'running') return;
    const { city, selection } = this;
    const facilityId = city.facilities[selection.facilityIndex]?.id;
    const unitCode = city.units[selection.unitIndex]?.code;
    await this.openDemo(this.#demoUrl);
    const facility = city.facilities.find(({ id }) => id === facilityId);
    const unit = unitCode === undefined ? null : city.unitByCode(unitCode);
    if (facility) await selection.selectFacility(facility.index);
    else if (unit) await selection.selectUnit(unit.index);
  }

  openFiles(files: readonly File[]): Promise<void> {
    return this.#show(this.city.openFiles(files), () => this.decision.expectChosen(files));
  }

  /** A data folder or the program's own tables are opened; anything else begins an import. */
  async takeFiles(files: readonly ChosenFile[]): Promise<void> {
    if (files.length === 0) return;
    const [first] = files;
    if (files.length === 1 && isTileFile(first.file)) {
      this.basemap.isOpen = true;
      return this.basemap.openFile(first.file);
    }
    if (files.length === 1 && /\.carecircle$/i.test(first.file.name)) {
      await this.project.open(first.file);
      return;
    }
    if (await isCityOfItsOwn(files)) {
      this.importing.close();
      await this.openFiles(files.map(({ file }) => file));
    } else await this.importing.start(files);
  }

  /** Takes in what the import has kept. */
  async takeIn(plan: JoinPlan): Promise<void> {
    // A phone shows the stored result: rows need the city behind it.
    if (plan.joinsOpenCity && this.city.isOpen) await this.openWhole();
    const parcel = this.importing.send(!plan.joinsOpenCity);
    if (parcel === null) return;
    const joined = await this.city.join(parcel, plan);
    if (!joined.ok) return;
    this.importing.settle(joined.value);
    await this.#showAgain(plan.joinsOpenCity);
  }

  async undoImport(): Promise<void> {
    const undone = await this.city.undoImport();
    this.importing.close();
    if (undone.ok) await this.#showAgain(undone.value);
  }

  /** Changes parameters, recomputes, and lets lists and details follow. */
  async changeParameters(patch: Parameters<Coverage['change']>[0]): Promise<void> {
    await this.coverage.change(patch);
    await this.#follow();
  }

  /** Back to the parameters the page opens with. */
  async resetParameters(): Promise<void> {
    await this.coverage.reset();
    await this.#follow();
  }

  /** Computes anew, after a run that was cancelled or failed. */
  async recompute(): Promise<void> {
    await this.coverage.run();
    await this.#follow();
  }

  /** Ends the workers; the workspace is of no use afterwards. */
  close(): void {
    clearTimeout(this.#settling);
    this.#engine.close();
  }

  async #show(opening: Promise<Result<null>>, onOpened?: () => void): Promise<void> {
    const opened = await opening;
    if (!opened.ok) return;
    onOpened?.();
    this.coverage.clear();
    this.selection.clear();
    this.selection.mark(null);
    this.figures.close();
    this.lists.forget();
    this.policy.forget();
    this.siting.forget();
    this.comparison.forget();
    this.scenarios.forget();
    this.search.list();
    await this.coverage.run();
    await this.project.restore();
    void this.candidates.refresh();
    this.policy.resume();
    this.decision.resume();
    // Whatever was pointed at while the city was being computed.
    await this.selection.refresh();
  }

  /** After an import: options stay where only tables of the same city changed. */
  async #showAgain(isSameCity: boolean): Promise<void> {
    if (!this.city.isOpen) return this.coverage.clear();
    const { plan, current } = this.scenarios;
    await this.#show(Promise.resolve(ok(null)));
    if (isSameCity && plan.options.length > 0) this.scenarios.replace(plan, current?.id ?? null);
  }

  /** Figures follow the option in hand; this machine keeps it. */
  #planChanged(): void {
    void this.candidates.refresh();
    this.policy.resume();
    this.project.keep();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#computeOption(), settleMs);
  }

  /** Coverage, lists and details of the option in view, once nothing is in the hand. */
  async #computeOption(): Promise<void> {
    if (!this.coverage.isOfAnother) return;
    if (this.candidates.isHolding || this.coverage.status.kind === 'running') {
      this.#settling = setTimeout(() => void this.#computeOption(), settleMs);
      return;
    }
    await this.recompute();
  }

  async #follow(): Promise<void> {
    if (this.coverage.isStale || this.coverage.status.kind !== 'done') return;
    this.lists.forget();
    this.figures.close();
    void this.candidates.refresh();
    this.decision.resume();
    await this.selection.refresh();
  }
}

/** Set in the layout of the page, got in every part: `const { city, coverage } = getWorkspace()`. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();
