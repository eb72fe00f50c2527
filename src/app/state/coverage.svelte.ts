/**
 * How far people walk: the parameters, the run over the option in view, and its results by household
 * and unit. A change leaves the old results in view, marked stale, until the new ones stand.
 */
import { countTheSame, type Scenario } from '../../core/scenario';
import type { Engine } from '../../runtime/browser/engine-client';
import {
  sameParameters,
  type Counts,
  type CoverageParameters,
  type CoverageResult,
  type Group,
} from '../../runtime/browser/data/coverage-data';
import { defaultParameters } from '../../runtime/browser/data/default-parameters';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Scenarios } from './scenarios.svelte';
import type { Work } from './work.svelte';

export class Coverage {
  #engine: Engine;
  #work: Work;
  #messages: Messages;
  #parameters = $state.raw<CoverageParameters>(defaultParameters);
  #status = $state.raw<RunStatus>(idle);
  #result = $state.raw<CoverageResult | null>(null);
  #group = $state<Group>('age_60_plus');
  #people = $state.raw<Uint32Array | null>(null);
  #controller: AbortController | null = null;
  #scenarios: Pick<Scenarios, 'current'>;
  /** Whose facilities the results are of. */
  #of = $state.raw<Scenario | null>(null);

  constructor(
    engine: Engine,
    work: Work,
    messages: Messages,
    scenarios: Pick<Scenarios, 'current'> = { current: null },
  ) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
    this.#scenarios = scenarios;
  }

  get parameters(): CoverageParameters {
    return this.#parameters;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Null until the first run of an opened city. */
  get result(): CoverageResult | null {
    return this.#result;
  }

  /** True while the results in view belong to other parameters: 参数已变，需重算. */
  get isStale(): boolean {
    if (this.#result === null) return false;
    return this.isOfAnother || !sameParameters(this.#result.parameters, this.#parameters);
  }

  /** True while they belong to another option than the one in view. */
  get isOfAnother(): boolean {
    return this.#result !== null && !countTheSame(this.#of, this.#scenarios.current);
  }

  /** The option the results are of; null is the facilities as they are. */
  get option(): Scenario | null {
    return this.isOfAnother ? this.#of : this.#scenarios.current;
  }

  /** Whom the figures, the map and the lists speak of. */
  get group(): Group {
    return this.#group;
  }

  set group(group: Group) {
    this.#group = group;
    this.#people = null;
    if (group !== 'age_60_plus') void this.#askPeople(group);
  }

  /** People of the group in each household; null while unasked, and for 60+, which the city has. */
  get people(): Uint32Array | null {
    return this.#people;
  }

  /** Null where nobody is known to be there: 数据不足. */
  counts(unitIndex: number, group: Group = this.#group): Counts | null {
    return this.#result?.units[unitIndex]?.counts[group] ?? null;
  }

  /** Percent covered, two decimals, rounded down; null is 数据不足. */
  rate(unitIndex: number, group: Group = this.#group): number | null {
    const counts = this.counts(unitIndex, group);
    if (counts === null || counts.covered === null || counts.total === 0) return null;
    return Math.floor((counts.covered * 10_000) / counts.total) / 100;
  }

  medianMinutes(unitIndex: number): number | null {
    return this.#result?.units[unitIndex]?.medianMinutes ?? null;
  }

  /** Changes parameters and recomputes; a run under way for older ones is given up. */
  change(patch: Partial<CoverageParameters>): Promise<void> {
    this.#parameters = { ...this.#parameters, ...patch };
    return this.run();
  }

  reset(): Promise<void> {
    return this.change(defaultParameters);
  }

  /** The parameters of the results in view: what was changed since, and not computed, is given up. */
  goBack(): void {
    if (this.#result === null || this.#status.kind === 'running') return;
    this.#parameters = this.#result.parameters;
    this.#status = done;
  }

  /** A stored result, of its own parameters. */
  show(result: CoverageResult): void {
    this.clear();
    this.#parameters = result.parameters;
    this.#result = result;
    this.#speakOfKnown();
    this.#status = done;
  }

  /** Forgets results of a city that is no longer open. */
  clear(): void {
    this.#controller?.abort();
    this.#result = null;
    this.#of = null;
    this.#status = idle;
    this.group = 'age_60_plus';
  }

  async #askPeople(group: Group): Promise<void> {
    const people = await this.#engine.householdPeople(group);
    if (people.ok && group === this.#group) this.#people = people.value;
  }

  /** Data without ages still counts households: speak of the first group that is known. */
  #speakOfKnown(): void {
    const isKnown = (group: Group) =>
      this.#result?.units.some((unit) => unit.counts[group] !== null) ?? false;
    if (isKnown(this.#group)) return;
    this.group = (['age_60_plus', 'persons', 'households'] as const).find(isKnown) ?? this.#group;
  }

  async run(): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const parameters = this.#parameters;
    const scenario = this.#scenarios.current;
    this.#status = running;
    const computed = await this.#work.follow(
      'work.coverage',
      (progress, signal) => {
        signal.addEventListener('abort', () => controller.abort());
        return this.#engine.coverage(parameters, progress, controller.signal, scenario);
      },
      { ...parameters, option: scenario?.name },
    );
    if (this.#controller !== controller) return;
    if (computed.ok) {
      this.#result = computed.value;
      this.#of = scenario;
      this.#speakOfKnown();
      this.#messages.settle('coverage', computed.value.notes);
      this.#status = done;
    } else if (computed.problem.code === 'cancelled') {
      this.#status = this.#result ? done : idle;
    } else {
      this.#status = failed(computed.problem);
      this.#messages.addProblem('coverage', computed.problem);
    }
  }
}
