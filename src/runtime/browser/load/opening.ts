/**
 * The opening of one city, under way in workers of its own: the engine's, and for the demo one more
 * that reads the households beside it. The demo's may begin before the page's own code has come;
 * whoever asks for that city then joins in.
 */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { Progress, Result } from '../../../core/result';
import type { OpenSource, SentCity, StreetPaths } from '../data/page-data';
import type { EngineApi } from '../engine.worker';
import { engineFailed } from '../worker-call';
import { startHouseholdsReader, type HouseholdsReader } from './households-reader';
import { takeWorker } from '../start-worker';

export interface EngineWorker {
  readonly api: Remote<EngineApi>;
  /** Resolves, with a problem, only if the worker cannot go on. */
  readonly broken: Promise<Result<never>>;
  end(): void;
}

type Listeners = {
  readonly onProgress: Progress;
  readonly onStreets: (streets: readonly StreetPaths[]) => void;
};

export class Opening {
  readonly worker = startEngine();
  readonly answer: Promise<Result<SentCity>>;
  /** Empty until they stand. */
  streets: readonly StreetPaths[] = [];
  #listeners: Listeners | null = null;
  #reader: HouseholdsReader | null = null;

  constructor(source: OpenSource) {
    const onProgress: Progress = (...report) => this.#listeners?.onProgress(...report);
    const onStreets = (streets: readonly StreetPaths[]) => {
      this.streets = streets;
      this.#listeners?.onStreets(streets);
    };
    if (source.kind === 'demo') this.#reader = startHouseholdsReader();
    const line = this.#reader && transfer(this.#reader.port, [this.#reader.port]);
    const { api, broken } = this.worker;
    const opened = api.open(source, proxy(onProgress), proxy(onStreets), line);
    this.answer = Promise.race([opened, broken]).finally(() => this.#reader?.end());
  }

  /** What went ahead of the listener is told at once. */
  follow(onProgress: Progress, onStreets: Listeners['onStreets']): void {
    this.#listeners = { onProgress, onStreets };
    if (this.streets.length > 0) onStreets(this.streets);
  }

  end(): void {
    this.worker.end();
    this.#reader?.end();
  }
}

let ahead: { readonly baseUrl: string; readonly opening: Opening } | null = null;

/** Begins to open the demo city; the first to ask for it gets this opening. */
export function openDemoAhead(baseUrl: string): void {
  ahead = { baseUrl, opening: new Opening({ kind: 'demo', baseUrl }) };
}

/** An opening of the source: the one begun ahead, if it is that, else a new one. */
export function openingOf(source: OpenSource): Opening {
  const begun = ahead;
  ahead = null;
  if (begun === null) return new Opening(source);
  if (source.kind === 'demo' && source.baseUrl === begun.baseUrl) return begun.opening;
  begun.opening.end();
  return new Opening(source);
}

export function startEngine(): EngineWorker {
  const worker = takeWorker(
    'engine',
    () => new Worker(new URL('../engine.worker.ts', import.meta.url), { type: 'module' }),
  );
  const broken = new Promise<Result<never>>((resolve) => {
    worker.addEventListener('error', (event) => resolve(engineFailed(event.message)));
  });
  return { api: wrap<EngineApi>(worker), broken, end: () => worker.terminate() };
}
