/** How sure the coverage that stands is: counted when asked for, forgotten with the run it belongs to. */
import type { Sensitivity } from '../../core/export/summary/result-summary';
import type { DocumentsEngine } from '../../runtime/browser/documents/documents-client';
import type { Coverage } from './coverage.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';

export class Certainty {
  #engine: DocumentsEngine;
  #coverage: Coverage;
  #status = $state.raw<RunStatus>(idle);
  #counted = $state.raw<{ readonly run: unknown; readonly sensitivity: Sensitivity | null } | null>(
    null,
  );
  #controller: AbortController | null = null;

  constructor(engine: DocumentsEngine, coverage: Coverage) {
    this.#engine = engine;
    this.#coverage = coverage;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Whether the run that stands has been counted. */
  get isCounted(): boolean {
    return this.#counted !== null && this.#counted.run === this.#coverage.result;
  }

  /** Of the run that stands; null until it is counted, and where ages are unknown. */
  get sensitivity(): Sensitivity | null {
    return this.isCounted ? this.#counted!.sensitivity : null;
  }

  async compute(): Promise<void> {
    const run = this.#coverage.result;
    if (run === null || this.#coverage.isStale || this.isCounted) return;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = running;
    const counted = await this.#engine.sensitivity(() => undefined, controller.signal);
    if (this.#controller !== controller) return;
    if (counted.ok) this.#counted = { run, sensitivity: counted.value };
    const isCancelled = !counted.ok && counted.problem.code === 'cancelled';
    this.#status = counted.ok ? done : isCancelled ? idle : failed(counted.problem);
  }

  stop(): void {
    this.#controller?.abort();
  }
}
