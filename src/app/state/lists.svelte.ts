/** The two lists of villages left out, 政策未覆盖 and 步行未覆盖, each sorted and filtered apart. */
import type { Engine } from '../../runtime/browser/engine-client';
import type { ListKind, UncoveredVillage } from '../../runtime/browser/data/figure-data';
import type { Messages } from './messages.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Work } from './work.svelte';

export type SortKey = Exclude<keyof UncoveredVillage, 'unitIndex' | 'facilityIndex'>;

export class VillageList {
  readonly kind: ListKind;
  #engine: Engine;
  #work: Work;
  #messages: Messages;
  #status = $state.raw<RunStatus>(idle);
  #rows = $state.raw<readonly UncoveredVillage[]>([]);
  #isStopped = $state(false);
  #text = $state('');
  #countyName = $state<string | null>(null);
  #sortKey = $state<SortKey>('age60Plus');
  #descending = $state(true);
  #asked = 0;
  #shown = $derived(
    sorted(filtered(this.#rows, this.#text, this.#countyName), this.#sortKey, this.#descending),
  );

  constructor(kind: ListKind, engine: Engine, work: Work, messages: Messages) {
    this.kind = kind;
    this.#engine = engine;
    this.#work = work;
    this.#messages = messages;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Whoever stopped it asks again: it does not begin anew by itself. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** All rows, as the command line lists them. */
  get rows(): readonly UncoveredVillage[] {
    return this.#rows;
  }

  /** The rows after filter and sort. */
  get shown(): readonly UncoveredVillage[] {
    return this.#shown;
  }

  get text(): string {
    return this.#text;
  }

  /** Part of a village's, town's or county's name or code. */
  set text(text: string) {
    this.#text = text;
  }

  get countyName(): string | null {
    return this.#countyName;
  }

  set countyName(name: string | null) {
    this.#countyName = name;
  }

  get sortKey(): SortKey {
    return this.#sortKey;
  }

  get descending(): boolean {
    return this.#descending;
  }

  /** Sorts by a column; a second call turns the order round. */
  sortBy(key: SortKey): void {
    this.#descending = key === this.#sortKey ? !this.#descending : true;
    this.#sortKey = key;
  }

  /** Rows are of an older run: asked again when next shown. */
  forget(): void {
    this.#asked++;
    this.#isStopped = false;
    this.#rows = [];
    this.#status = idle;
  }

  /** Rows that came with a stored result. */
  show(rows: readonly UncoveredVillage[]): void {
    this.#asked++;
    this.#rows = rows;
    this.#status = done;
  }

  /** Loads the rows if they are not there; opens the database the first time. */
  async load(): Promise<void> {
    if (this.#status.kind === 'running' || this.#status.kind === 'done') return;
    this.#isStopped = false;
    const asked = ++this.#asked;
    this.#status = running;
    const loaded = await this.#work.follow('work.lists', (progress, signal) =>
      this.#engine.uncoveredVillages(this.kind, progress, signal),
    );
    if (asked !== this.#asked) return;
    if (loaded.ok) {
      this.#rows = loaded.value;
      this.#messages.settle('lists');
      this.#status = done;
    } else {
      this.#isStopped = loaded.problem.code === 'cancelled';
      this.#status = this.#isStopped ? idle : failed(loaded.problem);
      if (!this.#isStopped) this.#messages.addProblem('lists', loaded.problem);
    }
  }
}

/** Both lists, and whatever else is handed out as a file. */
export class Lists {
  readonly policy: VillageList;
  readonly onFoot: VillageList;

  constructor(engine: Engine, work: Work, messages: Messages) {
    this.policy = new VillageList('policy', engine, work, messages);
    this.onFoot = new VillageList('on_foot', engine, work, messages);
  }

  forget(): void {
    this.policy.forget();
    this.onFoot.forget();
  }
}

function filtered(
  rows: readonly UncoveredVillage[],
  text: string,
  countyName: string | null,
): readonly UncoveredVillage[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (countyName === null || row.countyName === countyName) &&
      (wanted === '' ||
        [row.name, row.townName, row.countyName, row.unitCode].some((field) =>
          field?.toLowerCase().includes(wanted),
        )),
  );
}

/** Unknown values stand last in either order. */
function sorted(
  rows: readonly UncoveredVillage[],
  key: SortKey,
  descending: boolean,
): readonly UncoveredVillage[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[key], b[key]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y), 'zh');
  });
}
