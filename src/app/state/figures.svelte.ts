/** How a figure came about: numerator, denominator, formula, SQL, sources; and the SQL run again. */
import type { Engine } from '../../runtime/browser/engine-client';
import type { Figure, FigureCheck } from '../../runtime/browser/data/figure-data';
import type { Group } from '../../runtime/browser/data/coverage-data';
import { done, failed, idle, running, type RunStatus } from './run-status';
import type { Work } from './work.svelte';

export class Figures {
  #engine: Engine;
  #work: Work;
  #asked = 0;
  #status = $state.raw<RunStatus>(idle);
  #figure = $state.raw<Figure | null>(null);
  #check = $state.raw<FigureCheck | null>(null);

  constructor(engine: Engine, work: Work) {
    this.#engine = engine;
    this.#work = work;
  }

  get status(): RunStatus {
    return this.#status;
  }

  /** The figure laid open, or null. */
  get figure(): Figure | null {
    return this.#figure;
  }

  /** What the SQL gave when run in the database, once `runSql` was called. */
  get check(): FigureCheck | null {
    return this.#check;
  }

  async explain(unitIndex: number, group: Group): Promise<void> {
    const asked = ++this.#asked;
    this.#check = null;
    this.#status = running;
    const explained = await this.#engine.explainFigure(unitIndex, group);
    if (asked !== this.#asked) return;
    this.#figure = explained.ok ? explained.value : null;
    this.#status = explained.ok ? done : failed(explained.problem);
  }

  async runSql(): Promise<void> {
    const figure = this.#figure;
    if (figure === null) return;
    this.#status = running;
    const checked = await this.#work.follow('work.sql', (progress, signal) =>
      this.#engine.checkFigure(figure, progress, signal),
    );
    if (figure !== this.#figure) return;
    this.#check = checked.ok ? checked.value : null;
    const isCancelled = !checked.ok && checked.problem.code === 'cancelled';
    this.#status = checked.ok || isCancelled ? done : failed(checked.problem);
  }

  close(): void {
    this.#asked++;
    this.#figure = null;
    this.#check = null;
    this.#status = idle;
  }
}
