/** Hills in a run, and why somebody is not covered. */
import type { Diagnosis, Judgement, UnitCauses, WalkCause } from '../../../core/reach';

export type { Diagnosis };

/** Hills in the walks; the heights are the city's own. */
export interface SlopeChoice {
  readonly judgement: Judgement;
  readonly crossingS: number;
  readonly isWheelchair: boolean;
}

/** People left out in one unit, by cause. */
export interface CauseCounts {
  readonly group: UnitCauses['group'];
  readonly counts: Readonly<Record<WalkCause, number>>;
  readonly chief: WalkCause | null;
}
