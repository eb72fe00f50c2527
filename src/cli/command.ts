/** What a command is: a name, options, and work that ends in files. One file per command. */
import type { Language, TextKey } from '../core/i18n/t';
import type { Note, Progress, Result } from '../core/result';

export interface OptionDescription {
  readonly name: string;
  /** What stands after it in the help, such as FILE; absent for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly help: TextKey;
}

export interface Context {
  readonly language: Language;
  readonly version: string;
  readonly progress: Progress;
  /** A doubt that does not stop the work, told on standard error. */
  note(note: Note): void;
  /** A line for people, on standard error. */
  say(line: string): void;
  /** The result itself, on standard output. */
  print(line: string): void;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** The text given with an option. */
  text(name: string): string | undefined;
  /** The text of an option that is required; its presence was checked before. */
  required(name: string): string;
  has(name: string): boolean;
}

export interface Command {
  readonly name: string;
  /** Names of the files before the options, as in the help; one that ends in … stands for several. */
  readonly positionals: readonly string[];
  readonly summary: TextKey;
  readonly options: readonly OptionDescription[];
  run(given: Arguments, context: Context): Promise<Result<void>>;
}
