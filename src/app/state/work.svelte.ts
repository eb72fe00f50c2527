/** Long work as cards in the corner: stage, how far, time left, and a way to stop it. */
import type { Problem, Progress } from '../../core/result';

export interface WorkCard {
  readonly id: number;
  /** What the user asked for, a key of i18n such as `work.open_demo`. */
  readonly titleKey: string;
  /** A key of the stages in i18n, such as `stage.read_streets`. */
  readonly stageKey: string;
  readonly done: number;
  /** 0 is unknown. */
  readonly total: number;
  readonly startedAtMs: number;
  /** Null while unknown. */
  readonly secondsLeft: number | null;
  readonly canCancel: boolean;
  /** How far the best found was from the bound, as a share, since the start; empty for other work. */
  readonly gaps: readonly number[];
}

/** Told the distance between the best found and what is proven to be out of reach, as a share. */
export type Gap = (share: number) => void;

/** What was done, with what, and how it ended; kept as long as the page. */
export interface WorkEntry {
  readonly id: number;
  readonly titleKey: string;
  /** Since 1970. */
  readonly startedAtMs: number;
  readonly elapsedMs: number;
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** Of a failure. */
  readonly problem: Problem | null;
  /** The parameters, by name. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Entries kept; the oldest go first. */
const mostEntries = 500;

export class Work {
  #log = $state.raw<readonly WorkEntry[]>([]);
  #cards = $state.raw<readonly WorkCard[]>([]);
  #controllers: { readonly id: number; readonly controller: AbortController }[] = [];
  #nextId = 1;

  get cards(): readonly WorkCard[] {
    return this.#cards;
  }

  /** Everything that ended, the newest first. */
  get log(): readonly WorkEntry[] {
    return this.#log;
  }

  get isBusy(): boolean {
    return this.#cards.length > 0;
  }

  cancel(id: number): void {
    this.#controllers.find((entry) => entry.id === id)?.controller.abort();
  }

  /**
   * Runs `task` with a card that shows its progress; the card goes when the task ends, and the log
   * keeps what it was, with `details`.
   */
  async follow<T>(
    titleKey: string,
    task: (progress: Progress, signal: AbortSignal, gap: Gap) => Promise<T>,
    details: WorkEntry['details'] = {},
  ): Promise<T> {
    const id = this.#nextId++;
    const startedAtMs = Date.now();
    let ended: unknown = null;
    const controller = new AbortController();
    this.#controllers.push({ id, controller });
    this.#cards = [...this.#cards, newCard(id, titleKey)];
    try {
      const answer = await task(
        (stage, done, total) => this.#report(id, stage, done, total),
        controller.signal,
        (share) => this.#widen(id, share),
      );
      ended = answer;
      return answer;
    } finally {
      const elapsedMs = Date.now() - startedAtMs;
      const entry = { id, titleKey, startedAtMs, elapsedMs, details, ...outcomeOf(ended) };
      this.#log = [entry, ...this.#log].slice(0, mostEntries);
      this.#controllers = this.#controllers.filter((entry) => entry.id !== id);
      this.#cards = this.#cards.filter((card) => card.id !== id);
    }
  }

  #widen(id: number, share: number): void {
    this.#cards = this.#cards.map((card) =>
      card.id === id ? { ...card, gaps: [...card.gaps, share] } : card,
    );
  }

  #report(id: number, stage: string, done: number, total: number): void {
    this.#cards = this.#cards.map((card) => {
      if (card.id !== id) return card;
      const stageKey = `stage.${stage}`;
      const startedAtMs = card.stageKey === stageKey ? card.startedAtMs : performance.now();
      const secondsLeft = timeLeftS(startedAtMs, done, total);
      return { ...card, stageKey, done, total, startedAtMs, secondsLeft };
    });
  }
}

/** A task that answers with a Result tells how it went. */
function outcomeOf(answer: unknown): Pick<WorkEntry, 'outcome' | 'problem'> {
  const failure = answer as { ok?: boolean; problem?: Problem } | null;
  if (failure?.ok !== false || !failure.problem) return { outcome: 'done', problem: null };
  const isCancelled = failure.problem.code === 'cancelled';
  return { outcome: isCancelled ? 'cancelled' : 'failed', problem: failure.problem };
}

function newCard(id: number, titleKey: string): WorkCard {
  return {
    id,
    titleKey,
    stageKey: 'stage.start',
    done: 0,
    total: 0,
    startedAtMs: performance.now(),
    secondsLeft: null,
    canCancel: true,
    gaps: [],
  };
}

function timeLeftS(startedAtMs: number, done: number, total: number): number | null {
  const elapsedS = (performance.now() - startedAtMs) / 1000;
  if (total <= 0 || done <= 0 || elapsedS < 0.5) return null;
  return Math.ceil((elapsedS * (total - done)) / done);
}
