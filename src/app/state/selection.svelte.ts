/**
 * What the user points at: one unit, facility or household, the same on the map, in the lists and in
 * the panels. What belongs to it (circle, path, detail) is asked of the engine and forgotten when
 * the selection moves on.
 */
import type { Engine } from '../../runtime/browser/engine-client';
import type {
  FacilityCircle,
  HouseholdDetail,
  UnitDetail,
} from '../../runtime/browser/data/coverage-data';
import type { Problem, Result } from '../../core/result';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';

export type Selected =
  | { readonly kind: 'unit'; readonly unitIndex: number }
  | { readonly kind: 'facility'; readonly facilityIndex: number }
  | { readonly kind: 'household'; readonly householdIndex: number };

/** Rows of a table that stand on the map: [lon, lat] of each, and the table. */
export interface Marked {
  readonly of: object;
  readonly points: Float32Array;
}

export const circleMinutes = [5, 10, 15] as const;

export class Selection {
  #engine: Engine;
  #coverage: Coverage;
  #city: City;
  #selected = $state.raw<Selected | null>(null);
  #hovered = $state.raw<Selected | null>(null);
  #status = $state.raw<RunStatus>(idle);
  #circle = $state.raw<FacilityCircle | null>(null);
  #household = $state.raw<HouseholdDetail | null>(null);
  #unit = $state.raw<UnitDetail | null>(null);
  #marked = $state.raw<Marked | null>(null);
  #asked = 0;

  constructor(engine: Engine, city: City, coverage: Coverage) {
    this.#engine = engine;
    this.#city = city;
    this.#coverage = coverage;
  }

  get selected(): Selected | null {
    return this.#selected;
  }

  /** Under the pointer on the map or in a list; shown lightly on the other side. */
  get hovered(): Selected | null {
    return this.#hovered;
  }

  /** Of the details below. */
  get status(): RunStatus {
    return this.#status;
  }

  /** 5, 10 and 15 minutes around the selected facility. */
  get circle(): FacilityCircle | null {
    return this.#circle;
  }

  /** The selected household, or the median household of the selected unit; with its path. */
  get household(): HouseholdDetail | null {
    return this.#household ?? this.#unit?.medianHousehold ?? null;
  }

  get unit(): UnitDetail | null {
    return this.#unit;
  }

  get unitIndex(): number {
    return this.#selected?.kind === 'unit' ? this.#selected.unitIndex : -1;
  }

  get facilityIndex(): number {
    return this.#selected?.kind === 'facility' ? this.#selected.facilityIndex : -1;
  }

  get householdIndex(): number {
    return this.#selected?.kind === 'household' ? this.#selected.householdIndex : -1;
  }

  get marked(): Marked | null {
    return this.#marked;
  }

  mark(marked: Marked | null): void {
    this.#marked = marked;
  }

  hover(hovered: Selected | null): void {
    this.#hovered = hovered;
  }

  clear(): void {
    this.#asked++;
    this.#forget(null);
    this.#status = idle;
  }

  async selectUnit(unitIndex: number): Promise<void> {
    await this.#select({ kind: 'unit', unitIndex }, async () => {
      const detail = await this.#engine.unitDetail(unitIndex);
      return () => this.#keep(detail, (value) => (this.#unit = value));
    });
  }

  async selectFacility(facilityIndex: number): Promise<void> {
    await this.#select({ kind: 'facility', facilityIndex }, async () => {
      const { speedMetresPerS } = this.#coverage.parameters;
      const circle = await this.#engine.circle(facilityIndex, circleMinutes, speedMetresPerS);
      return () => this.#keep(circle, (value) => (this.#circle = value));
    });
  }

  async selectHousehold(householdIndex: number): Promise<void> {
    await this.#select({ kind: 'household', householdIndex }, async () => {
      const detail = await this.#engine.householdDetail(householdIndex);
      return () => this.#keep(detail, (value) => (this.#household = value));
    });
  }

  /** Asks again for what is selected, after a run with other parameters. */
  async refresh(): Promise<void> {
    const selected = this.#selected;
    if (selected?.kind === 'unit') await this.selectUnit(selected.unitIndex);
    if (selected?.kind === 'facility') await this.selectFacility(selected.facilityIndex);
    if (selected?.kind === 'household') await this.selectHousehold(selected.householdIndex);
  }

  /** Answers to an older selection are dropped. */
  async #select(selected: Selected, ask: () => Promise<() => void>): Promise<void> {
    const asked = ++this.#asked;
    this.#forget(selected);
    // A stored result has no streets to walk on.
    this.#status = this.#city.isWhole ? running : idle;
    if (!this.#city.isWhole) return;
    const keep = await ask();
    if (asked === this.#asked) keep();
  }

  #keep<T>(result: Result<T>, store: (value: T) => void): void {
    if (result.ok) store(result.value);
    this.#status = result.ok ? done : failed(result.problem as Problem);
  }

  #forget(selected: Selected | null): void {
    this.#selected = selected;
    this.#circle = null;
    this.#household = null;
    this.#unit = null;
  }
}
