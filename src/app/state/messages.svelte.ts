/** Problems and notes: what went wrong, and doubts about data; shown until the user puts them away. */
import type { Note, Problem } from '../../core/result';

/** What a message speaks of: a new attempt at the same takes its old messages away. */
export type Topic = 'data' | 'coverage' | 'lists' | 'export' | 'policy' | 'siting' | 'scenario';

export interface Message {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly topic: Topic;
  readonly content: Problem | Note;
}

export class Messages {
  #messages = $state.raw<readonly Message[]>([]);
  #dismissed: readonly string[] = [];
  #nextId = 1;

  get all(): readonly Message[] {
    return this.#messages;
  }

  get problems(): readonly Message[] {
    return this.#messages.filter((message) => message.kind === 'problem');
  }

  get notes(): readonly Message[] {
    return this.#messages.filter((message) => message.kind === 'note');
  }

  /** Beside the notes that stand; an earlier problem of the same topic goes. */
  addProblem(topic: Topic, problem: Problem): void {
    this.#messages = [
      ...this.#messages.filter((message) => message.topic !== topic || message.kind === 'note'),
      this.#message('problem', topic, problem),
    ];
  }

  /** After success: these notes are all there is to say of the topic. */
  settle(topic: Topic, notes: readonly Note[] = []): void {
    const fresh = notes.filter((note) => !this.#dismissed.includes(keyOf(note)));
    this.#messages = [
      ...this.#messages.filter((message) => message.topic !== topic),
      ...fresh.map((note) => this.#message('note', topic, note)),
    ];
  }

  /** Puts a message away; the same note is not shown again. */
  dismiss(id: number): void {
    const message = this.#messages.find((one) => one.id === id);
    if (message?.kind === 'note') this.#dismissed = [...this.#dismissed, keyOf(message.content)];
    this.#messages = this.#messages.filter((one) => one.id !== id);
  }

  #message(kind: Message['kind'], topic: Topic, content: Problem): Message {
    return { id: this.#nextId++, kind, topic, content };
  }
}

function keyOf({ code, params }: Problem): string {
  return `${code} ${JSON.stringify(params)}`;
}
