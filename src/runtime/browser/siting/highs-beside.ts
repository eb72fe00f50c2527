/**
 * The exact solver beside whoever searches: its worker starts with the first program, and ending it
 * is how a solve is given up. Where it cannot run the search goes on with its own bound.
 */
import { wrap, type Remote } from 'comlink';
import type {
  IntegerProgram,
  ProgramSolver,
  SolvedProgram,
  SolveLimits,
} from '../../../core/siting';
import { highsName } from '../../highs-solver';
import type { HighsApi } from './highs.worker';
import { startWorker } from '../start-worker';

const nothing: SolvedProgram = {
  status: 'limit',
  values: null,
  objective: Infinity,
  bound: -Infinity,
};

interface Solving {
  readonly api: Remote<HighsApi>;
  /** Resolves when the worker was ended or cannot go on. */
  readonly over: Promise<null>;
  end(): void;
}

export class HighsBeside implements ProgramSolver {
  readonly name = highsName;
  #solving: Solving | null = null;

  async solve(program: IntegerProgram, limits: SolveLimits): Promise<SolvedProgram> {
    const { work, absoluteGap } = limits;
    return (await this.#ask((api) => api.solve(program, { work, absoluteGap }), limits)) ?? nothing;
  }

  priceRows(program: IntegerProgram, limits: SolveLimits): Promise<Float64Array | null> {
    const { work, absoluteGap } = limits;
    return this.#ask((api) => api.priceRows(program, { work, absoluteGap }), limits);
  }

  /** Gives up what is being solved; the next program starts a new worker. */
  stop(): void {
    this.#solving?.end();
    this.#solving = null;
  }

  async #ask<T>(
    ask: (api: Remote<HighsApi>) => Promise<T>,
    { shouldStop }: SolveLimits,
  ): Promise<T | null> {
    if (shouldStop?.()) return null;
    const solving = (this.#solving ??= startSolving());
    try {
      return await Promise.race([ask(solving.api), solving.over]);
    } catch {
      this.stop();
      return null;
    }
  }
}

function startSolving(): Solving {
  const worker = startWorker(
    () => new Worker(new URL('./highs.worker.ts', import.meta.url), { type: 'module' }),
  );
  let end = () => worker.terminate();
  const over = new Promise<null>((resolve) => {
    worker.addEventListener('error', () => resolve(null));
    end = () => {
      worker.terminate();
      resolve(null);
    };
  });
  return { api: wrap<HighsApi>(worker), over, end };
}
