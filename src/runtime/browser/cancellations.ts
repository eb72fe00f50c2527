/**
 * Which of the questions under way were given up. A worker hears of it only between two tasks, so
 * long work first lets the messages in, and whatever runs elsewhere is stopped at once.
 */
import { problem, type Result } from '../../core/result';
import type { Steps } from '../../core/steps';

/** Messages are let in about so often, milliseconds. */
const listenEveryMs = 50;

export class Cancellations {
  #given = new Set<number>();
  #stops = new Map<number, () => void>();

  cancel(token: number): void {
    this.#given.add(token);
    this.#stops.get(token)?.();
    this.#stops.delete(token);
  }

  /** `stop` is called if the question is given up before it is answered. */
  onCancel(token: number, stop: () => void): void {
    this.#stops.set(token, stop);
  }

  /** Lets waiting messages in; true if the question was given up. */
  async caught(token: number): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve));
    return this.#given.delete(token);
  }

  /** Runs long work to its end, unless its question is given up. */
  async finish<T>(steps: Steps<Result<T>>, token: number): Promise<Result<T>> {
    let listenedMs = performance.now();
    let step = steps.next();
    while (!step.done) {
      if (performance.now() - listenedMs > listenEveryMs) {
        if (await this.caught(token)) return problem('cancelled');
        listenedMs = performance.now();
      }
      step = steps.next();
    }
    return step.value;
  }
}
