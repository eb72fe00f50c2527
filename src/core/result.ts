/**
 * How core reports: expected failure is a value with a code, never a sentence and never a throw
 * (a thrown subclass loses its class on the way out of a worker). Sentences are in i18n.
 */
export interface Problem {
  /** A key of the problems in i18n, such as `column_missing`. */
  readonly code: string;
  /** What the sentence names: file, row, column, value, remedy … */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A doubt about data that does not stop the work: shown to the user, never swallowed. */
export type Note = Problem;

/** Called as work goes on. `stage` is a key of the stages in i18n; `total` 0 means unknown. */
export type Progress = (stage: string, done: number, total: number) => void;

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function problem(code: string, params: Problem['params'] = {}): Result<never> {
  return { ok: false, problem: { code, params } };
}
