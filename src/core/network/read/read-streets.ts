/** What every reader of streets takes and gives. */
import type { Note, Progress, Result } from '../../result';
import type { StreetLines } from '../graph';
import type { WalkableOptions } from './walkable';

export interface ReadStreets {
  readonly lines: StreetLines;
  /** Doubts that did not stop the work. */
  readonly notes: readonly Note[];
  /** The format's id. */
  readonly source: string;
}

/** Problems name `file`, the place in it, and what to do. */
export type ReadFormat = (
  bytes: Uint8Array,
  file: string,
  progress?: Progress,
  options?: WalkableOptions,
) => Result<ReadStreets>;
