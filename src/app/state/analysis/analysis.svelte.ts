/**
 * 分析: which table is looked at, the console, and which rows stand on the map. Made when someone
 * first looks: the page opens without it.
 */
import { analysisTableSql } from '../../../core/analysis/named-tables';
import { tablesByLevel } from '../../../core/analysis/table-ids';
import type { AnalysisEngine } from '../../../runtime/browser/analysis/analysis-client';
import type {
  AnalysisLevel,
  AnalysisTableId,
  Arrangement,
  Condition,
  Operator,
} from '../../../runtime/browser/data/analysis-data';
import type { City } from '../city.svelte';
import type { Coverage } from '../coverage.svelte';
import type { Language } from '../language.svelte';
import type { Policy } from '../policy.svelte';
import type { Selection } from '../selection.svelte';
import type { Work } from '../work.svelte';
import { ResultTable, type TableRow } from './result-table.svelte';
import { SqlConsole } from './sql-console.svelte';

interface Around {
  readonly city: City;
  readonly coverage: Coverage;
  readonly policy: Policy;
  readonly selection: Selection;
  readonly language: Language;
  readonly work: Work;
}

/** Enough for every table of a city of a million households. */
const everyRow = 2_000_000;

/** Columns of 覆盖统计 that are empty above a level. */
const emptyAbove: Readonly<Record<AnalysisLevel, readonly string[]>> = {
  city: ['town_name', 'county_name', 'kind'],
  county: ['town_name', 'county_name', 'kind'],
  town: ['town_name'],
  village: [],
};

export class Analysis {
  readonly table: ResultTable;
  readonly console: SqlConsole;
  #engine: AnalysisEngine;
  #around: Around;
  #id = $state<AnalysisTableId>('units');
  #level = $state<AnalysisLevel>('county');
  #inView = $state.raw<{ id: AnalysisTableId; level: AnalysisLevel } | null>(null);
  #run: unknown = null;
  #kept: Arrangement | undefined;

  constructor(engine: AnalysisEngine, around: Around) {
    this.#engine = engine;
    this.#around = around;
    this.table = new ResultTable('table', engine, around.work);
    this.console = new SqlConsole(engine, around.work, around.language);
  }

  get id(): AnalysisTableId {
    return this.#id;
  }

  get level(): AnalysisLevel {
    return this.#level;
  }

  /** Whose rows are in view: not yet those of a table that is on its way. */
  get inView() {
    return this.#inView ?? { id: this.#id, level: this.#level };
  }

  get hasLevels(): boolean {
    return tablesByLevel.includes(this.#id);
  }

  /** After another run nothing in view holds: the query runs again, the table when it is looked at. */
  followRun(): void {
    const { result, isStale } = this.#around.coverage;
    if (result === null || isStale || result === this.#run) return;
    const isFirst = this.#run === null;
    this.#run = result;
    if (isFirst) return;
    this.#kept = this.table.arrangement;
    this.table.forget();
    this.clearMap();
    const { sql } = this.console.result;
    this.console.forget();
    if (sql !== '') void this.console.run(sql);
  }

  /** The table as it was arranged, unless it is there. */
  openIfIdle(): void {
    this.followRun();
    if (this.#run === null || this.table.status.kind !== 'idle') return;
    // Data without counties, towns or villages has the whole alone.
    const { units } = this.#around.city;
    const isThere = units.some(({ level }) => level === this.#level);
    const level = isThere
      ? this.#level
      : (units.find(({ level }) => level !== 'city')?.level ?? 'city');
    void this.open(this.#id, level, this.#kept);
  }

  /** Columns that hold nothing at this level stay to be chosen. */
  #leaveOut(names: readonly string[]): void {
    const kept = this.table.columns.map(({ name }) => name);
    this.table.choose(kept.filter((name) => !names.includes(name)));
  }

  async open(
    id: AnalysisTableId = this.#id,
    level: AnalysisLevel = this.#level,
    arrangement?: Arrangement,
  ): Promise<void> {
    const { language, policy } = this.#around;
    this.#id = id;
    this.#level = level;
    this.#kept = undefined;
    if (id === 'indicators') await policy.load();
    const sql = analysisTableSql(id, level);
    const order = { sql, limit: everyRow, language: language.current };
    if (await this.table.open(order, arrangement)) {
      this.#inView = { id, level };
      if (id === 'units' && !this.table.isGrouped) this.#leaveOut(emptyAbove[level]);
      this.#unmark(this.table);
    } else if (this.table.status.kind !== 'running' && this.#inView) {
      ({ id: this.#id, level: this.#level } = this.#inView);
    }
  }

  /** Households whose walk is of so many minutes, in the table and on the map. */
  async showHouseholds(
    fromMinutes: number,
    toMinutes: number,
    place: readonly Condition[],
  ): Promise<void> {
    const minutes = (operator: Operator, value: number): Condition => ({
      column: 'minutes',
      operator,
      values: [value],
    });
    const within = [
      minutes('at_most', toMinutes),
      ...(fromMinutes > 0 ? [minutes('more_than', fromMinutes)] : []),
    ];
    await this.open('households', this.#level, {
      conditions: [...within, ...place],
      groupBy: [],
      order: [{ column: 'minutes', descending: true }],
    });
    await this.putOnMap(this.table);
  }

  async putOnMap(table: ResultTable): Promise<void> {
    const points = await table.points();
    if (points.ok) this.#around.selection.mark({ of: table, points: points.value });
  }

  isOnMap(table: ResultTable): boolean {
    return this.#around.selection.marked?.of === table;
  }

  clearMap(): void {
    this.#around.selection.mark(null);
  }

  /** The household of a row in the page's arrays, or -1. */
  async householdOf(table: ResultTable, row: TableRow): Promise<number> {
    const id = table.value(row, 'household_id');
    const found = await this.#engine.household(String(id));
    return found.ok ? found.value : -1;
  }

  #unmark(table: ResultTable): void {
    if (this.isOnMap(table)) this.clearMap();
  }
}
