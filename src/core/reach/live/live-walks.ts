/** Everybody's walk to the nearest facility, following every change. */
import type { PlaceCosts } from '../walks/households';
import type { EdgePoint, Facilities } from './facilities';

export interface LiveWalks {
  readonly facilities: Facilities;
  /** Of each household; the arrays stay the same. */
  readonly walks: PlaceCosts;
  /** Households whose walk or owner the last change may have altered, each once. */
  readonly changed: Uint32Array;
  readonly changedCount: number;
  /** Adds a facility and returns its index. */
  add(point: EdgePoint): number;
  /** Moves a facility, puts a removed one back, or (with an edge below 0) removes it. */
  place(facility: number, point: EdgePoint): void;
  /** From now on walks up to here are told. */
  reachTo(limitCm: number): void;
}
