/** What every search listens to and reports: progress, cancelling, effort, the exact solver. */
import type { ProgramSolver } from './solver';

export interface SearchControl {
  /** Behind the exact steps; without one the answer rests on the Lagrangian bound alone. */
  readonly solver?: ProgramSolver;
  /** Hears how far the search is: value found and bound proven so far. */
  readonly progress?: (state: SearchState) => void;
  /** Hears before the search for how many candidates it is known whom they reach. */
  readonly reached?: (candidates: number, of: number) => void;
  /** Asked between steps; true ends the search with the best found so far. */
  readonly shouldStop?: () => boolean;
  /** How much work to spend, 1 by default; a factor and not seconds, so that answers repeat. */
  readonly effort?: number;
  readonly seed?: number;
}

export interface SearchState {
  readonly stage: 'greedy' | 'bound' | 'improve' | 'exact';
  readonly objective: number;
  readonly bound: number;
  /** Where the ask falls into parts that share nothing: which one this is, and of how many. */
  readonly part?: number;
  readonly parts?: number;
}

/** Lets the thread hear a cancel between two chunks of work. */
export class Breath {
  #last = performance.now();
  readonly #control: SearchControl;

  constructor(control: SearchControl) {
    this.#control = control;
  }

  /** True when the search should end. */
  async stopped(): Promise<boolean> {
    if (performance.now() - this.#last > 50) {
      await new Promise<void>((resume) => setTimeout(resume, 0));
      this.#last = performance.now();
    }
    return this.#control.shouldStop?.() ?? false;
  }
}
