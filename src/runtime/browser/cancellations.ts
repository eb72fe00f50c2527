/**
 * Which of the questions under way were given up. A worker hears of it only between two tasks, so
 * long work first lets the messages in, and whatever runs elsewhere is stopped at once.
 */
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
}
