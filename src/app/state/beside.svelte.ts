/**
 * What stands beside the coverage of one unit: other definitions, estimates, minutes by vehicle.
 * Asked for when it is first shown; forgotten with the run it belongs to.
 */
import type { Engine } from '../../runtime/browser/engine-client';
import type { BesideCoverage } from '../../runtime/browser/data/beside-data';
import type { Coverage } from './coverage.svelte';
import { whenIdle } from './when-idle';
import { done, failed, idle, running, type RunStatus } from './run-status';

export class Beside {
  #engine: Engine;
  #coverage: Coverage;
  #status = $state.raw<RunStatus>(idle);
  #answer = $state.raw<BesideCoverage | null>(null);
  /** The run and unit last asked about; not state, so that asking never asks again. */
  #askedRun: unknown = null;
  #askedUnit = -1;
  #controller: AbortController | null = null;

  constructor(engine: Engine, coverage: Coverage) {
    this.#engine = engine;
    this.#coverage = coverage;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Of the unit asked about last; null until it is there. */
  get answer(): BesideCoverage | null {
    return this.#answer;
  }

  /** Asks about a unit, unless that is what was asked of this run last. */
  async show(unitIndex: number): Promise<void> {
    const run = this.#coverage.result;
    if (run === null || this.#coverage.isStale) return;
    if (run === this.#askedRun && unitIndex === this.#askedUnit) return;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const isNewRun = run !== this.#askedRun;
    this.#askedRun = run;
    this.#askedUnit = unitIndex;
    this.#status = running;
    if (isNewRun) {
      this.#answer = null;
      // The map is still drawing the run: that comes first.
      await whenIdle();
      if (this.#controller !== controller || controller.signal.aborted) return;
    }
    const answered = await this.#engine.besideCoverage(unitIndex, controller.signal);
    if (this.#controller !== controller) return;
    if (answered.ok) this.#answer = answered.value;
    const isCancelled = !answered.ok && answered.problem.code === 'cancelled';
    this.#status = answered.ok ? done : isCancelled ? idle : failed(answered.problem);
  }

  stop(): void {
    this.#controller?.abort();
  }

  /** Asks again after it was given up. */
  again(): Promise<void> {
    const unitIndex = this.#askedUnit;
    this.#askedRun = null;
    return this.show(unitIndex);
  }
}
