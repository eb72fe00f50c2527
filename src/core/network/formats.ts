import type { Note } from '../result';
import type { StreetLines } from './graph';
export interface ReadStreets {
  readonly lines: StreetLines;
  readonly notes: readonly Note[];
  readonly source: string;
}
