/** Minutes by vehicle as a layer of the map: shown when asked for, and true to the run in view. */
import type { Engine } from '../../runtime/browser/engine-client';
import type { VehicleLayer } from '../../runtime/browser/data/beside-data';
import type { Coverage } from './coverage.svelte';
import { done, failed, idle, running, type RunStatus } from './run-status';

export class Vehicle {
  #engine: Engine;
  #coverage: Coverage;
  #isShown = $state(false);
  #status = $state.raw<RunStatus>(idle);
  #layer = $state.raw<VehicleLayer | null>(null);
  #controller: AbortController | null = null;

  constructor(engine: Engine, coverage: Coverage) {
    this.#engine = engine;
    this.#coverage = coverage;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** Null while it is not shown, or not there yet. */
  get layer(): VehicleLayer | null {
    return this.#isShown ? this.#layer : null;
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
    void this.follow();
  }

  /** Asks for the run and group in view, if the layer is. */
  async follow(): Promise<void> {
    this.#controller?.abort();
    this.#layer = null;
    this.#status = idle;
    if (!this.#isShown || this.#coverage.result === null) return;
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = running;
    const answered = await this.#engine.vehicleLayer(this.#coverage.group, controller.signal);
    if (this.#controller !== controller) return;
    if (answered.ok) this.#layer = answered.value;
    this.#status = answered.ok ? done : failed(answered.problem);
  }
}
