/** Problems and notes: what went wrong, and doubts about data; shown until the user puts them away. */
import type { Note, Problem } from '../../core/result';

export interface Message {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly content: Problem | Note;
}

export class Messages {
  #messages = $state.raw<readonly Message[]>([]);
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

  addProblem(content: Problem): void {
    this.#add('problem', content);
  }

  addNote(content: Note): void {
    this.#add('note', content);
  }

  dismiss(id: number): void {
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  /** Before a new attempt: what the last one said no longer holds. */
  clear(): void {
    this.#messages = [];
  }

  #add(kind: Message['kind'], content: Problem): void {
    this.#messages = [...this.#messages, { id: this.#nextId++, kind, content }];
  }
}
