/**
 * Every row the last import changed, as a table of any length sees it: the engine orders them and sends
 * the pages that come into sight.
 */
import type { Language } from '../../core/i18n/t';
import type {
  ChangeKind,
  ChangeOrder,
  ChangeRequest,
  ShownChange,
} from '../../runtime/browser/data/import-data';
import type { Engine } from '../../runtime/browser/engine-client';
import { save } from './exports.svelte';
import type { Messages } from './messages.svelte';
import type { Work } from './work.svelte';

const PAGE_ROWS = 200;

/** By their number; null is on its way. */
type Pages = Readonly<Record<number, readonly ShownChange[] | null>>;

export class ChangedRows {
  #engine: Engine;
  #work: Work;
  #messages: Messages;
  #total = $state(0);
  #kind = $state<ChangeKind | null>(null);
  #order = $state.raw<ChangeRequest['order']>(null);
  #pages = $state.raw<Pages>({});
  /** Grows when other rows are asked for: what comes late is let go. */
  #round = 0;
  /** Rows in sight. */
  #seen: readonly [number, number] = [0, 1];
  /** What is in sight stays there until the engine has put other rows in order. */
  #isOld = false;
  /** Numbers of the rows in view: what the table goes through. */
  #numbers = $derived(Array.from({ length: this.#total }, (_, i) => i));

  constructor(engine: Engine, work: Work, messages: Messages) {
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
  }

  get numbers(): readonly number[] {
    return this.#numbers;
  }

  get kind(): ChangeKind | null {
    return this.#kind;
  }

  get order(): ChangeRequest['order'] {
    return this.#order;
  }

  /** Null while it is on its way. */
  at(number: number): ShownChange | null {
    const page = Math.floor(number / PAGE_ROWS);
    return this.#pages[page]?.[number - page * PAGE_ROWS] ?? null;
  }

  /** Other rows: of a kind (null: all), in an order (null: as they stand in the tables). */
  async show(kind: ChangeKind | null, order: { key: string; descending: boolean } | null) {
    this.#kind = kind;
    this.#order = order && { ...order, key: order.key as ChangeOrder };
    this.#round++;
    this.#isOld = true;
    const [first, last] = this.#seen;
    await this.#ask(Math.floor(first / PAGE_ROWS));
    this.see(first, last);
  }

  /** Rows `first` … `last` - 1 come into sight. */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS < last; page++)
      if (!(page in this.#pages)) void this.#ask(page);
  }

  async download(format: 'xlsx' | 'csv', language: Language): Promise<void> {
    const made = await this.#work.follow('work.export', () =>
      this.#engine.changesFile(format, language),
    );
    if (made.ok) save(made.value.fileName, made.value.blob);
    else this.#messages.addProblem('export', made.problem);
  }

  async #ask(page: number): Promise<void> {
    const round = this.#round;
    if (!this.#isOld) this.#pages = { ...this.#pages, [page]: null };
    const from = page * PAGE_ROWS;
    const request = { kind: this.#kind, order: this.#order, from, to: from + PAGE_ROWS };
    const found = await this.#engine.changedRows(request);
    if (!found.ok || round !== this.#round) return;
    this.#total = found.value.total;
    this.#pages = { ...(this.#isOld ? {} : this.#pages), [page]: found.value.rows };
    this.#isOld = false;
  }
}
