/**
 * One table that is looked at: its columns, its arrangement, and the pages of rows in sight. The rows
 * themselves stay in the database; of a million of them the page holds some hundreds.
 */
import type { Problem, Result } from '../../../core/result';
import type { AnalysisEngine } from '../../../runtime/browser/analysis/analysis-client';
import type {
  Arrangement,
  OpenedTable,
  ResultColumn,
  TableFileRequest,
  TableOrder,
  TablePage,
  TablePlace,
} from '../../../runtime/browser/data/analysis-data';
import { save } from '../exports.svelte';
import { done, failed, idle, running, type RunStatus } from '../run-status';
import type { Work } from '../work.svelte';

export type TableRow = readonly (string | number | boolean | null)[];

const pageSize = 200;
/** Pages kept; the oldest go first. */
const mostPages = 40;

export const asItIs: Arrangement = { conditions: [], groupBy: [], order: [] };

export class ResultTable {
  readonly place: TablePlace;
  #engine: AnalysisEngine;
  #work: Work;
  #status = $state.raw<RunStatus>(idle);
  #opened = $state.raw<OpenedTable | null>(null);
  #sql = $state('');
  #columns = $state.raw<readonly ResultColumn[]>([]);
  #rowCount = $state(0);
  #arrangement = $state.raw<Arrangement>(asItIs);
  #problem = $state.raw<Problem | null>(null);
  #pages = $state.raw<Readonly<Record<number, TablePage>>>({});
  /** Names of the columns that are shown, in order; null shows all. */
  #chosen = $state.raw<readonly string[] | null>(null);
  #selectedAt = $state(-1);
  #controller: AbortController | null = null;
  #asked: readonly number[] = [];
  /** Rows in sight; while a page is on its way only the last word counts. */
  #wanted: readonly [number, number] = [0, 0];
  #isFetching = false;
  #arranging: Promise<void> = Promise.resolve();
  #firstRows = $state.raw<TablePage>([]);
  /** Grows with every new order of the rows: answers about an older one are dropped. */
  #turn = 0;
  #shown = $derived(this.#shownColumns());

  constructor(place: TablePlace, engine: AnalysisEngine, work: Work) {
    this.place = place;
    this.#engine = engine;
    this.#work = work;
  }

  get status(): RunStatus {
    return this.#status;
  }

  get opened(): OpenedTable | null {
    return this.#opened;
  }

  /** The statement whose rows these are. */
  get sql(): string {
    return this.#sql;
  }

  /** Of the table, or of its groups. */
  get columns(): readonly ResultColumn[] {
    return this.#columns;
  }

  /** Those in view, each with its place in a row. */
  get shown(): readonly { readonly column: ResultColumn; readonly at: number }[] {
    return this.#shown;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** What the last filter, group or order came to grief on; the rows are the ones before. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** The row that is selected on the map, or -1. */
  get selectedAt(): number {
    return this.#selectedAt;
  }

  get isGrouped(): boolean {
    return this.#arrangement.groupBy.length > 0;
  }

  /** Runs a statement; fails with what was open still there. True where its rows are in view. */
  async open(
    order: Omit<TableOrder, 'place'>,
    arrangement: Arrangement = asItIs,
    titleKey = 'work.table',
  ): Promise<boolean> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const turn = ++this.#turn;
    this.#status = running;
    const opened = await this.#work.follow(
      titleKey,
      (progress, signal) => {
        signal.addEventListener('abort', () => controller.abort());
        return this.#engine.open({ ...order, place: this.place }, progress, controller.signal);
      },
      { sql: order.sql },
    );
    if (turn !== this.#turn) return false;
    this.#controller = null;
    if (!opened.ok) {
      const isCancelled = opened.problem.code === 'cancelled';
      this.#status = isCancelled ? (this.#opened ? done : idle) : failed(opened.problem);
      return false;
    }
    this.#opened = opened.value;
    this.#sql = order.sql;
    this.#chosen = null;
    this.#problem = null;
    this.#show(opened.value.columns, opened.value.rowCount, asItIs);
    const isPlain = arrangement.conditions.length + arrangement.order.length === 0;
    if (opened.value.plan === null && !(isPlain && arrangement.groupBy.length === 0))
      await this.arrange(arrangement);
    this.#status = done;
    return true;
  }

  cancel(): void {
    this.#controller?.abort();
  }

  /** Of another city or run: opened again when next shown. */
  forget(): void {
    this.#controller?.abort();
    this.#turn++;
    this.#opened = null;
    this.#sql = '';
    this.#show([], 0, asItIs);
    this.#status = idle;
  }

  arrange(arrangement: Arrangement): Promise<void> {
    const arranged = this.#arrange(arrangement);
    this.#arranging = arranged;
    return arranged;
  }

  async #arrange(arrangement: Arrangement): Promise<void> {
    const turn = ++this.#turn;
    const arranged = await this.#engine.arrange(this.place, arrangement);
    if (turn !== this.#turn) return;
    if (!arranged.ok) return this.#refused(arranged.problem);
    this.#problem = null;
    const { columns, rowCount } = arranged.value;
    if (arrangement.groupBy.join() !== this.#arrangement.groupBy.join()) this.#chosen = null;
    this.#show(columns, rowCount, arrangement);
  }

  change(patch: Partial<Arrangement>): Promise<void> {
    return this.arrange({ ...this.#arrangement, ...patch });
  }

  /** Ascending, descending, not at all; `adds` keeps the columns sorted by before. */
  sortBy(column: string, adds: boolean): Promise<void> {
    const { order } = this.#arrangement;
    const own = order.find((one) => one.column === column);
    const others = adds ? order.filter((one) => one.column !== column) : [];
    if (own?.descending) return this.change({ order: others });
    const next = { column, descending: own !== undefined };
    const isIn = adds && own !== undefined;
    return this.change({
      order: isIn ? order.map((one) => (one.column === column ? next : one)) : [...others, next],
    });
  }

  choose(names: readonly string[] | null): void {
    this.#chosen = names;
  }

  row(at: number): TableRow | null {
    return this.#pages[Math.floor(at / pageSize)]?.[at % pageSize] ?? null;
  }

  value(row: TableRow, column: string): TableRow[number] {
    const at = this.#columns.findIndex(({ name }) => name === column);
    return at < 0 ? null : row[at];
  }

  has(column: string): boolean {
    return this.#columns.some(({ name }) => name === column);
  }

  /** Rows the widths of columns go by; they stay while other pages come and go. */
  get firstRows(): TablePage {
    return this.#firstRows;
  }

  /** Fetches what is in sight and not there yet. */
  want(first: number, last: number): void {
    this.#wanted = [first, last];
    if (!this.#isFetching) void this.#fetchWanted();
  }

  /** The row that holds a value comes into sight, where there is one. */
  async locate(column: string, value: string): Promise<void> {
    const turn = this.#turn;
    const found = await this.#engine.position(this.place, column, value);
    if (turn === this.#turn) this.#selectedAt = found.ok ? found.value : -1;
  }

  mark(at: number): void {
    this.#selectedAt = at;
  }

  valuesOf(column: string): Promise<Result<readonly string[]>> {
    return this.#engine.values(this.place, column);
  }

  points(): Promise<Result<Float32Array>> {
    return this.#engine.points(this.place);
  }

  /** As the rows are when what is under way has come: never columns of one order over rows of another. */
  async download(request: Omit<TableFileRequest, 'place' | 'columns'>): Promise<Problem | null> {
    await this.#arranging;
    const columns = this.#shown.map(({ column }) => column.name);
    const made = await this.#work.follow(
      'work.export',
      (progress) => this.#engine.file({ ...request, columns, place: this.place }, progress),
      { file: request.title, format: request.format },
    );
    if (made.ok) save(made.value.fileName, made.value.blob);
    return made.ok ? null : made.problem;
  }

  #shownColumns() {
    const all = this.#columns.map((column, at) => ({ column, at }));
    const chosen = this.#chosen;
    if (chosen === null) return all;
    return chosen.flatMap((name) => all.filter(({ column }) => column.name === name));
  }

  #show(columns: readonly ResultColumn[], rowCount: number, arrangement: Arrangement): void {
    this.#columns = columns;
    this.#rowCount = rowCount;
    this.#arrangement = arrangement;
    this.#pages = {};
    this.#firstRows = [];
    this.#asked = [];
    this.#selectedAt = -1;
  }

  /** A database that was stopped meanwhile has nothing open: the table is opened anew when next shown. */
  #refused(problem: Problem): void {
    if (problem.code === 'nothing_open') return this.forget();
    this.#problem = problem;
    this.#asked = Object.keys(this.#pages).map(Number);
  }

  /** One page after the other: what was scrolled past meanwhile is not asked for. */
  async #fetchWanted(): Promise<void> {
    this.#isFetching = true;
    try {
      for (let page = this.#nextPage(); page !== null; page = this.#nextPage())
        if (!(await this.#fetch(page))) break;
    } finally {
      this.#isFetching = false;
    }
  }

  /** What is in sight, then a page further on either side: a hand that scrolls on finds it there. */
  #nextPage(): number | null {
    const [first, last] = this.#wanted;
    const from = Math.floor(first / pageSize);
    const to = Math.ceil(Math.min(last, this.#rowCount) / pageSize);
    const inSight = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    const isOne = (page: number) => page >= 0 && page * pageSize < this.#rowCount;
    const missing = [...inSight, to, from - 1].find(
      (page) => isOne(page) && !this.#asked.includes(page),
    );
    return missing ?? null;
  }

  /** False where the database refused. */
  async #fetch(page: number): Promise<boolean> {
    // The oldest pages go first; one that is wanted again is asked again.
    this.#asked = [...this.#asked, page].slice(-mostPages);
    const turn = this.#turn;
    const from = page * pageSize;
    const rows = await this.#engine.page(this.place, from, from + pageSize);
    if (turn !== this.#turn) return true;
    if (!rows.ok) {
      this.#refused(rows.problem);
      return false;
    }
    if (page === 0) this.#firstRows = rows.value.slice(0, 60);
    const kept = Object.entries(this.#pages).filter(([one]) => this.#asked.includes(Number(one)));
    this.#pages = { ...Object.fromEntries(kept), [page]: rows.value };
    return true;
  }
}
