/**
 * Options side by side: their figures, computed again when options or parameters change and somebody
 * looks; the table as a file; and the two that are drawn to the left and right of the swipe.
 */
import { comparisonRows, type ComparisonRow, type Scenario } from '../../core/scenario';
import type { Engine } from '../../runtime/browser/engine-client';
import type {
  Comparison as Figures,
  OptionPicture,
} from '../../runtime/browser/data/scenario-data';
import type { CoverageParameters } from '../../runtime/browser/data/coverage-data';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { save } from './exports.svelte';
import type { Language } from './language.svelte';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Scenarios } from './scenarios.svelte';
import type { Work } from './work.svelte';

/** What the swipe shows: an option's id, or null for the facilities as they are. */
export interface Swipe {
  readonly left: string | null;
  readonly right: string | null;
}

export interface Parts {
  readonly city: City;
  readonly coverage: Coverage;
  readonly scenarios: Scenarios;
  readonly work: Work;
  readonly messages: Messages;
  readonly language: Language;
}

export class Comparison {
  #engine: Engine;
  #parts: Parts;
  #status = $state.raw<RunStatus>(idle);
  #figures = $state.raw<Figures | null>(null);
  #of: { scenarios: readonly Scenario[]; parameters: CoverageParameters } | null = null;
  #controller: AbortController | null = null;
  #swipe = $state.raw<Swipe | null>(null);
  #pictures = $state.raw<{ left: OptionPicture; right: OptionPicture } | null>(null);
  #rows = $derived(this.#figures ? comparisonRows(this.#figures) : []);

  constructor(engine: Engine, parts: Parts) {
    this.#engine = engine;
    this.#parts = parts;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** The facilities as they are first; null until computed. */
  get figures(): Figures | null {
    return this.#figures;
  }

  get rows(): readonly ComparisonRow[] {
    return this.#rows;
  }

  get swipe(): Swipe | null {
    return this.#swipe;
  }

  /** Null until both are drawn. */
  get pictures() {
    return this.#swipe === null ? null : this.#pictures;
  }

  /** Computes what is not known yet; asked for whenever the table is in view. */
  async show(): Promise<void> {
    const { coverage, scenarios, work, messages } = this.#parts;
    const { compared } = scenarios;
    const { parameters } = coverage;
    if (compared.length === 0 || coverage.result === null) {
      this.#figures = null;
      return;
    }
    const isKnown =
      this.#of?.parameters === parameters &&
      this.#of.scenarios.length === compared.length &&
      this.#of.scenarios.every((scenario, i) => scenario === compared[i]);
    if (isKnown) return;
    this.#of = { scenarios: compared, parameters };
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = running;
    const compare = work.follow('work.compare', (progress, signal) => {
      signal.addEventListener('abort', () => controller.abort());
      return this.#engine.scenario.compare(compared, parameters, progress, controller.signal);
    });
    const found = await compare;
    if (this.#controller !== controller) return;
    if (found.ok) {
      this.#figures = found.value;
      this.#status = done;
      messages.settle('scenario');
    } else {
      this.#of = null;
      this.#status = found.problem.code === 'cancelled' ? idle : failed(found.problem);
    }
  }

  /** Which options are best in how many measures, in words to begin with. */
  draft(): string {
    const { language } = this.#parts;
    const best = (this.#figures ?? []).map(({ name }, column) => ({
      name: name ?? '',
      keys: this.#rows.filter((row) => row.best.includes(column)).map(({ key }) => key),
    }));
    const said = best.filter(({ keys }) => keys.length > 0);
    if (said.length === 0) return language.t('compare.draft_none');
    return said
      .map(({ name, keys }) =>
        language.t('compare.draft_best', {
          name,
          measures: keys.map((key) => language.t(`comparison.${key}`)).join('、'),
        }),
      )
      .join('');
  }

  async download(format: 'csv' | 'xlsx'): Promise<void> {
    const { city, coverage, language, scenarios } = this.#parts;
    if (this.#figures === null || city.info === null) return;
    const { comparisonFile } = await import('../../core/export');
    const file = await comparisonFile(this.#figures, {
      format,
      language: language.current,
      reason: scenarios.plan.reason,
      asOf: city.info.asOf,
      isGenerated: city.info.isGenerated,
      isEstimated: city.info.isEstimated,
      minutes: coverage.parameters.minutes,
      speedMS: coverage.parameters.speedMetresPerS,
    });
    save(file.name, new Blob([file.bytes as BlobPart]));
  }

  /** 设施台账 with the corrections of the option in view. */
  async downloadLedger(format: 'csv' | 'xlsx'): Promise<void> {
    const { language, messages, scenarios } = this.#parts;
    const made = await this.#engine.scenario.ledger(scenarios.current, format, language.current);
    if (made.ok) save(made.value.fileName, made.value.blob);
    else messages.addProblem('scenario', made.problem);
  }

  /** Draws two options to the left and right of a divider; null ends it. */
  async setSwipe(swipe: Swipe | null): Promise<void> {
    this.#swipe = swipe;
    if (swipe === null) return;
    const { coverage, scenarios, messages } = this.#parts;
    const draw = (id: string | null) =>
      this.#engine.scenario.picture(
        scenarios.options.find((option) => option.id === id) ?? null,
        coverage.parameters,
      );
    const [left, right] = await Promise.all([draw(swipe.left), draw(swipe.right)]);
    if (this.#swipe !== swipe) return;
    if (left.ok && right.ok) this.#pictures = { left: left.value, right: right.value };
    else {
      const failure = left.ok ? right : left;
      if (!failure.ok) messages.addProblem('scenario', failure.problem);
      this.#swipe = null;
    }
  }

  forget(): void {
    this.#controller?.abort();
    this.#figures = null;
    this.#of = null;
    this.#status = idle;
    this.#swipe = null;
    this.#pictures = null;
  }
}
