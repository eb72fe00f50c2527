/**
 * One indicator opened: down from the city to the rows behind a village's figure, or the list of what
 * fails. Answers to an older question are dropped.
 */
import type { PolicyEngine } from '../../runtime/browser/policy/policy-client';
import type { FailingRow, PolicyRows, PolicyUnit } from '../../runtime/browser/data/policy-data';
import type { Problem, Result } from '../../core/result';
import { done, failed, idle, running, type RunStatus } from './run-status';

export type DrillView = 'units' | 'rows' | 'failing';

export class PolicyDrill {
  #engine: PolicyEngine;
  #asked = 0;
  #indicatorId = $state.raw<string | null>(null);
  #path = $state.raw<readonly PolicyUnit[]>([]);
  #view = $state.raw<DrillView>('units');
  #status = $state.raw<RunStatus>(idle);
  #units = $state.raw<readonly PolicyUnit[]>([]);
  #rows = $state.raw<PolicyRows | null>(null);
  #failing = $state.raw<readonly FailingRow[] | null>(null);

  constructor(engine: PolicyEngine) {
    this.#engine = engine;
  }

  /** The indicator that is open; null shows the lines. */
  get indicatorId(): string | null {
    return this.#indicatorId;
  }

  /** From the uppermost unit down to the one shown. */
  get path(): readonly PolicyUnit[] {
    return this.#path;
  }

  get unit(): PolicyUnit | null {
    return this.#path.at(-1) ?? null;
  }

  get view(): DrillView {
    return this.#view;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** The units just below, worst first. */
  get units(): readonly PolicyUnit[] {
    return this.#units;
  }

  get rows(): PolicyRows | null {
    return this.#rows;
  }

  get failing(): readonly FailingRow[] | null {
    return this.#failing;
  }

  async open(indicatorId: string, path: readonly PolicyUnit[]): Promise<void> {
    const isSame = indicatorId === this.#indicatorId;
    this.#indicatorId = indicatorId;
    this.#path = path;
    if (!isSame) this.#failing = null;
    if (!isSame || this.#view === 'rows') this.#view = 'units';
    await this.#load();
  }

  close(): void {
    this.#asked++;
    this.#indicatorId = null;
    this.#failing = null;
    this.#status = idle;
  }

  /** One step down. */
  async into(unit: PolicyUnit): Promise<void> {
    this.#path = [...this.#path, unit];
    this.#view = 'units';
    await this.#load();
  }

  /** Up again to a unit of the path. */
  async backTo(depth: number): Promise<void> {
    this.#path = this.#path.slice(0, depth + 1);
    this.#view = 'units';
    await this.#load();
  }

  async show(view: DrillView): Promise<void> {
    this.#view = view;
    await this.#load();
  }

  /** After another evaluation: the same place with its new figures. */
  async refresh(units: readonly PolicyUnit[]): Promise<void> {
    if (this.#indicatorId === null) return;
    const freshOf = (code: string) => units.find((unit) => unit.unitCode === code);
    // Towns and villages are asked anew from the county; what the divisions no longer have is left.
    const path = this.#path.flatMap(({ unitCode }) => freshOf(unitCode) ?? []);
    this.#path = path.length > 0 ? path : units.slice(0, 1);
    this.#failing = null;
    await this.#load();
  }

  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const [id, unit] = [this.#indicatorId, this.unit];
    if (id === null || unit === null) return;
    this.#status = running;
    if (this.#view === 'failing') {
      const failing = this.#failing ? null : await this.#engine.failing(id);
      if (asked !== this.#asked) return;
      this.#settle(failing, (rows) => (this.#failing = rows));
      return;
    }
    if (this.#view === 'units') {
      const below = await this.#engine.unitsBelow(id, unit.unitCode);
      if (asked !== this.#asked) return;
      this.#settle(below, (units) => (this.#units = worstFirst(units)));
      if (!below.ok || below.value.length > 0) {
        this.#rows = null;
        return;
      }
      this.#status = running;
    }
    const rows = await this.#engine.rows(id, unit.unitCode);
    if (asked === this.#asked) this.#settle(rows, (found) => (this.#rows = found));
  }

  #settle<T>(result: Result<T> | null, keep: (value: T) => void): void {
    if (result?.ok) keep(result.value);
    this.#status = result === null || result.ok ? done : failed(result.problem as Problem);
  }
}

/** By value, lowest first; units without a figure stand last. */
export function worstFirst(units: readonly PolicyUnit[]): readonly PolicyUnit[] {
  return [...units].sort(
    (a, b) => compared(a.valueHundredths, b.valueHundredths) || (a.unitCode < b.unitCode ? -1 : 1),
  );
}

function compared(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
