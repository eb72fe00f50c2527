/** An import as the page sees it: a worker for as long as it takes, and answers as Results. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { Language } from '../../../core/i18n/t';
import { ok, type Progress, type Result } from '../../../core/result';
import type { TableName } from '../../../core/store/tables';
import type {
  BatchView,
  ChosenFile,
  EstimateView,
  GridUse,
  ImportedFile,
  OpenedView,
  ReadView,
  SheetChoice,
  SheetView,
  TextEncoding,
} from '../data/import-data';
import type { Engine } from '../engine-client';
import { answered, engineFailed } from '../worker-call';
import type { ImportApi } from './import.worker';
import { startWorker } from '../start-worker';

export class ImportClient {
  readonly #worker: Worker;
  readonly #api: Remote<ImportApi>;
  readonly #broken: Promise<Result<never>>;

  constructor() {
    this.#worker = startWorker(
      () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
    );
    this.#api = wrap<ImportApi>(this.#worker);
    this.#broken = new Promise((resolve) => {
      this.#worker.addEventListener('error', (event) => resolve(engineFailed(event.message)));
    });
  }

  /** Giving up while files are opened ends the worker: there is nothing in it yet. */
  open(
    files: readonly ChosenFile[],
    engine: Engine,
    remembered: Readonly<Record<string, SheetChoice>>,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<OpenedView>> {
    const { port1, port2 } = new MessageChannel();
    engine.lendPlaces(port1);
    const call = this.#api.open(files, transfer(port2, [port2]), remembered, proxy(progress));
    return answered(Promise.race([call, this.#broken]), signal, () => this.close());
  }

  understand(id: number, choice: SheetChoice): Promise<Result<SheetView>> {
    return this.#ask(this.#api.understand(id, choice));
  }

  encode(id: number, encoding: TextEncoding): Promise<Result<OpenedView>> {
    return this.#ask(this.#api.encode(id, encoding));
  }

  useGrid(file: string, use: GridUse): Promise<Result<OpenedView>> {
    return this.#ask(this.#api.useGrid(file, use));
  }

  read(
    asOf: string | undefined,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<ReadView>> {
    const call = Promise.race([this.#api.read(asOf, proxy(progress)), this.#broken]);
    return answered(call, signal, () => void this.#api.cancel());
  }

  estimate(
    language: Language,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<EstimateView>> {
    const call = Promise.race([this.#api.estimate(language, proxy(progress)), this.#broken]);
    return answered(call, signal, () => void this.#api.cancel());
  }

  withoutEstimate(): Promise<Result<void>> {
    return this.#ask(this.#api.withoutEstimate());
  }

  settle(id: number, datum: string | undefined): Promise<Result<BatchView>> {
    return this.#ask(this.#api.settle(id, datum));
  }

  pin(id: number, row: number, at: readonly [number, number] | null): Promise<Result<BatchView>> {
    return this.#ask(this.#api.pin(id, row, at));
  }

  locate(
    id: number,
    sheet: string,
    number: number,
  ): Promise<Result<readonly [number, number] | null>> {
    return this.#ask(this.#api.locate(id, sheet, number));
  }

  report(id: number, format: 'xlsx' | 'json', language: Language): Promise<Result<ImportedFile>> {
    return this.#ask(this.#api.report(id, format, language));
  }

  template(table: TableName, language: Language): Promise<Result<ImportedFile>> {
    return this.#ask(this.#api.template(table, language));
  }

  /** The other end of a port through which all that was kept will come. */
  send(isNewCity: boolean): MessagePort {
    const { port1, port2 } = new MessageChannel();
    void this.#api.send(transfer(port1, [port1]), isNewCity);
    return port2;
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<T>(call: Promise<T>): Promise<Result<T>> {
    return answered(Promise.race([call.then(ok), this.#broken]));
  }
}
