import type { Problem } from '../../result';

/** Thrown inside a reader only, where a file breaks off or lies, and turned into a problem at its edge. */
export class Damage extends Error {
  constructor(
    readonly code: string,
    readonly params: Problem['params'] = {},
  ) {
    super(code);
  }
}
