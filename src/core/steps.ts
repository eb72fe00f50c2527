/** Long work in steps: whoever runs it may report, or stop, between two of them. */
export type Steps<T> = Generator<unknown, T>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
