/**
 * The leader's result: the one that came with the data, shown before anything is computed, until this
 * page has computed its own. Both have one shape and say where they come from.
 */
import { countySummary } from '../../core/export/summary/county-summary';
import {
  chosenSummary,
  servedSummary,
  type ResultSummary,
} from '../../runtime/browser/load/stored-summary';
import type { EvaluationPart } from '../../core/export/summary/summarise';
import type { PolicyEngine } from '../../runtime/browser/policy/policy-client';
import type { City } from './city.svelte';
import { computedSummary } from './computed-summary';
import type { Coverage } from './coverage.svelte';
import type { Policy } from './policy.svelte';
import type { PolicyAnswer } from './types';

/** What the page's own evaluation says, and when it said so. */
interface Computed {
  readonly answer: PolicyAnswer;
  readonly part: EvaluationPart;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

type StoredReading = () => ReturnType<typeof servedSummary | typeof chosenSummary>;

export class Decision {
  #engine: PolicyEngine;
  #city: City;
  #coverage: Coverage;
  #policy: Policy;
  #stored = $state.raw<ResultSummary | null>(null);
  #isReading = $state(false);
  #live = $state.raw<Computed | null>(null);
  #isShown = false;
  #reading: StoredReading | null = null;
  #asked = 0;
  #unitCode = $state<string | null>(null);
  #indicatorId = $state<string | null>(null);
  #computed = $derived(this.#computedNow());
  #part = $derived(this.#partOf(this.summary));

  constructor(engine: PolicyEngine, city: City, coverage: Coverage, policy: Policy) {
    this.#engine = engine;
    this.#city = city;
    this.#coverage = coverage;
    this.#policy = policy;
  }

  /** The whole result; null while there is none. */
  get summary(): ResultSummary | null {
    return this.#computed ?? this.#fitting;
  }

  /** Of the unit chosen: the city's own, or a county's part of it. */
  get part(): ResultSummary | null {
    return this.#part;
  }

  get origin(): 'computed' | 'stored' {
    return this.#computed ? 'computed' : 'stored';
  }

  /** When this page computed it, milliseconds since 1970; null for a stored one. */
  get computedAtMs(): number | null {
    return this.#computed ? (this.#live?.atMs ?? null) : null;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** The indicator that is opened; null shows all. */
  get indicator() {
    return this.#part?.indicators.find(({ id }) => id === this.#indicatorId) ?? null;
  }

  /** Whether the screen waits for a first result. */
  get isWaiting(): boolean {
    return this.summary === null && (this.#isReading || this.#policy.status.kind === 'running');
  }

  /** The screen came into sight, or went. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (isShown) void this.#ready();
  }

  /** Another city stands: its result, if anyone is looking. */
  resume(): void {
    if (this.#isShown) void this.#ready();
  }

  /** Everything again, on this machine and now. */
  async compute(): Promise<void> {
    await this.#policy.load();
    const { answer } = this.#policy;
    if (answer === null) return;
    const part = await this.#engine.resultPart();
    if (part.ok && answer === this.#policy.answer)
      this.#live = { answer, part: part.value, atMs: Date.now() };
  }

  choose(unitCode: string | null): void {
    this.#unitCode = unitCode;
  }

  open(indicatorId: string | null): void {
    this.#indicatorId = indicatorId;
  }

  /** What lies beside a served folder's data; read when somebody looks. */
  expectServed(baseUrl: string): void {
    this.#expect(() => servedSummary(baseUrl));
  }

  /** What is among chosen files. */
  expectChosen(files: readonly File[]): void {
    this.#expect(() => chosenSummary(files));
  }

  #expect(read: StoredReading): void {
    this.#asked++;
    this.#reading = read;
    this.#isReading = false;
    this.#stored = null;
    this.#live = null;
    this.#unitCode = null;
    this.#indicatorId = null;
  }

  /** The result that lies beside the data, read now if it has not been. */
  async readStored(): Promise<ResultSummary | null> {
    if (this.#reading !== null) await this.#read(this.#reading);
    return this.#stored;
  }

  /** Computes where nothing stored fits, or once the policy's figures stand anyway. */
  async #ready(): Promise<void> {
    await this.readStored();
    if (this.#isReading || !this.#coverage.result) return;
    if (!this.#city.isWhole) return;
    const { answer, scenario } = this.#policy;
    const isComputed = answer !== null && this.#live?.answer !== answer;
    if (isComputed || this.#fitting === null || scenario) await this.compute();
  }

  async #read(reading: StoredReading): Promise<void> {
    const asked = this.#asked;
    this.#reading = null;
    this.#isReading = true;
    const read = await reading();
    if (asked !== this.#asked) return;
    this.#isReading = false;
    this.#stored = read.ok ? read.value : null;
  }

  /** A stored result of other data than those that are open is none. */
  get #fitting(): ResultSummary | null {
    const stored = this.#stored;
    const opened = this.#city.info?.files ?? [];
    const isOther = stored?.inputs.some(({ name, sha256 }) => {
      const open = opened.find((file) => file.name === name)?.sha256 ?? null;
      return open !== null && sha256 !== undefined && open !== sha256;
    });
    return isOther ? null : stored;
  }

  #computedNow(): ResultSummary | null {
    const live = this.#live;
    const { result, isStale } = this.#coverage;
    const isOld = live?.answer !== this.#policy.answer || this.#policy.isStale;
    if (live === null || isOld || result === null || isStale) return null;
    return computedSummary(this.#city, result, live.part, this.#coverage.option?.name);
  }

  #partOf(summary: ResultSummary | null): ResultSummary | null {
    if (summary === null || this.#unitCode === null) return summary;
    const part = countySummary(summary, this.#unitCode);
    return part.ok ? part.value : summary;
  }
}
