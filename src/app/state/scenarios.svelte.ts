/**
 * The options of the plan: which there are, which is worked on, and every step back and forward.
 * Null stands for 现状基线, the facilities as they are, which nobody can edit: whoever edits while it
 * is in view gets an option of their own.
 */
import {
  MOST_COMPARED,
  advanced,
  emptyPlan,
  freeId,
  historyOf,
  redone,
  undone,
  withCorrection,
  withOption,
  withSites,
  withoutCorrection,
  withoutOption,
  withoutSites,
  type Correction,
  type History,
  type Plan,
  type PlannedSite,
  type Scenario,
} from '../../core/scenario';
import type { Language } from './language.svelte';

export type NewSite = Omit<PlannedSite, 'id'>;

export class Scenarios {
  #language: Language;
  #changed: () => void;
  #history = $state.raw(historyOf(emptyPlan));
  #currentId = $state<string | null>(null);
  #leftOut = $state.raw<readonly string[]>([]);
  #current = $derived(
    this.#history.present.options.find(({ id }) => id === this.#currentId) ?? null,
  );
  #compared = $derived(
    this.options.filter(({ id }) => !this.#leftOut.includes(id)).slice(0, MOST_COMPARED),
  );

  /** @param changed called after every change of the plan or of the option in view */
  constructor(language: Language, changed: () => void = () => undefined) {
    this.#language = language;
    this.#changed = changed;
  }

  get plan(): Plan {
    return this.#history.present;
  }

  get options(): readonly Scenario[] {
    return this.#history.present.options;
  }

  /** The option in view; null is the baseline. */
  get current(): Scenario | null {
    return this.#current;
  }

  /** Shown beside each other: the first four of those not left out. */
  get compared(): readonly Scenario[] {
    return this.#compared;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  open(id: string | null): void {
    if (id === this.#currentId) return;
    this.#currentId = id;
    this.#changed();
  }

  undo(): void {
    this.#go(undone(this.#history));
  }

  redo(): void {
    this.#go(redone(this.#history));
  }

  /** A new option, in view at once; a copy of `from` where that is given. */
  create(from: Scenario | null = null): Scenario {
    const option = this.#newOption(from);
    this.#step(withOption(this.plan, option), option.id);
    return option;
  }

  rename(id: string, name: string): void {
    const option = this.options.find((one) => one.id === id);
    const given = name.trim();
    if (!option || given === '' || given === option.name) return;
    this.#step(withOption(this.plan, { ...option, name: given }));
  }

  remove(id: string): void {
    const next = withoutOption(this.plan, id);
    this.#step(next, this.#currentId === id ? (next.options.at(-1)?.id ?? null) : this.#currentId);
  }

  setReason(reason: string): void {
    if (reason !== this.plan.reason) this.#step({ ...this.plan, reason });
  }

  /** Shows an option beside the others, or not. */
  compare(id: string, isCompared: boolean): void {
    const others = this.#leftOut.filter((one) => one !== id);
    this.#leftOut = isCompared ? others : [...others, id];
  }

  /** Adds sites to the option in view, in one step, and says what they are called now. */
  add(sites: readonly NewSite[]): PlannedSite[] {
    const option = this.#current ?? this.#newOption(null);
    const first = Number(freeId(this.plan, 'site').split('-')[1]);
    const named = sites.map((site, i) => ({ ...site, id: `site-${first + i}` }));
    if (named.length > 0) this.#step(withOption(this.plan, withSites(option, named)), option.id);
    return named;
  }

  /** Changes sites of the option in view, or of the one where the change was begun. */
  put(sites: readonly PlannedSite[], option = this.#current): void {
    this.#edit((edited) => withSites(edited, sites), option);
  }

  drop(ids: readonly string[]): void {
    this.#edit((option) => withoutSites(option, ids));
  }

  correct(correction: Correction, option = this.#current): void {
    this.#edit((edited) => withCorrection(edited, correction), option);
  }

  takeBack(facilityId: string, kind?: Correction['kind']): void {
    this.#edit((option) => withoutCorrection(option, facilityId, kind));
  }

  /** Another plan altogether, as from a file; its steps begin anew. */
  replace(plan: Plan, currentId: string | null = plan.options[0]?.id ?? null): void {
    this.#history = historyOf(plan);
    this.#currentId = currentId;
    this.#leftOut = [];
    this.#changed();
  }

  forget(): void {
    this.replace(emptyPlan);
  }

  /** `begun` may have changed since, or be out of view; gone, it takes no more edits. */
  #edit(change: (option: Scenario) => Scenario, begun = this.#current): void {
    const option = begun
      ? this.options.find(({ id }) => id === begun.id)
      : (this.#current ?? this.#newOption(null));
    if (!option) return;
    const next = change(option);
    if (next !== option) this.#step(withOption(this.plan, next), begun ? this.#currentId : next.id);
  }

  #step(next: Plan, currentId = this.#currentId): void {
    this.#history = advanced(this.#history, next);
    this.#currentId = currentId;
    this.#changed();
  }

  /** Back or forward, with the option in view that the step was about. */
  #go(history: History<Plan>): void {
    const before = this.plan.options;
    const changed = history.present.options.find((option) => !before.includes(option));
    this.#history = history;
    if (changed) this.#currentId = changed.id;
    else if (this.#current === null) this.#currentId = history.present.options.at(-1)?.id ?? null;
    this.#changed();
  }

  #newOption(from: Scenario | null): Scenario {
    const id = freeId(this.plan, 'option');
    const number = Number(id.split('-')[1]);
    const names = this.#language.t('scenario.numbers').split(' ');
    const name = this.#language.t('scenario.name', { number: names[number - 1] ?? number });
    return { id, name, changes: from?.changes ?? [] };
  }
}
