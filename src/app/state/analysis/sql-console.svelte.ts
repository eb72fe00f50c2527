/** The SQL console: its text, what was run before (kept on this machine until cleared), the tables. */
import type { AnalysisEngine } from '../../../runtime/browser/analysis/analysis-client';
import type { SchemaTable } from '../../../runtime/browser/data/analysis-data';
import type { Language } from '../language.svelte';
import { done, failed, idle, running, type RunStatus } from '../run-status';
import type { Work } from '../work.svelte';
import { ResultTable } from './result-table.svelte';

const storageKey = 'carecircle.sql';
const mostKept = 40;

export const rowLimits = [1_000, 10_000, 100_000, 1_000_000] as const;

export class SqlConsole {
  readonly result: ResultTable;
  text = $state('');
  limit = $state<number>(10_000);
  #engine: AnalysisEngine;
  #work: Work;
  #language: Language;
  #history = $state.raw<readonly string[]>(storedHistory());
  #tables = $state.raw<readonly SchemaTable[]>([]);
  #schemaStatus = $state.raw<RunStatus>(idle);

  constructor(engine: AnalysisEngine, work: Work, language: Language) {
    this.#engine = engine;
    this.#work = work;
    this.#language = language;
    this.result = new ResultTable('query', engine, work);
  }

  /** Statements that were run, the newest first. */
  get history(): readonly string[] {
    return this.#history;
  }

  get tables(): readonly SchemaTable[] {
    return this.#tables;
  }

  get schemaStatus(): RunStatus {
    return this.#schemaStatus;
  }

  async loadSchema(): Promise<void> {
    if (this.#schemaStatus.kind === 'running' || this.#schemaStatus.kind === 'done') return;
    this.#schemaStatus = running;
    const tables = await this.#work.follow('work.schema', (progress) =>
      this.#engine.schema(this.#language.current, progress),
    );
    if (tables.ok) this.#tables = tables.value;
    this.#schemaStatus = tables.ok ? done : failed(tables.problem);
  }

  async run(sql = this.text): Promise<void> {
    if (sql.trim() === '') return;
    this.#remember(sql);
    await this.result.open(
      { sql, limit: this.limit, language: this.#language.current },
      undefined,
      'work.query',
    );
  }

  clearHistory(): void {
    this.#history = [];
    keep([]);
  }

  /** Another city: its tables are asked for again. */
  forget(): void {
    this.#tables = [];
    this.#schemaStatus = idle;
    this.result.forget();
  }

  #remember(sql: string): void {
    this.#history = [sql, ...this.#history.filter((one) => one !== sql)].slice(0, mostKept);
    keep(this.#history);
  }
}

function keep(history: readonly string[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(history));
  } catch {
    // Private windows may refuse storage; the list then lasts as long as the page.
  }
}

function storedHistory(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
