/** What the verifier knows of a target: rows, units and groups as it counted them itself. */
import type { RecountedRow } from './recount';

export interface Unit {
  readonly need: number;
  readonly worth: number;
  readonly group: number;
  readonly rows: number[];
}

export interface TargetGround {
  readonly rows: readonly RecountedRow[];
  readonly units: readonly Unit[];
  readonly need: readonly number[];
  readonly cost: readonly number[];
}

export type States = ('free' | 'in' | 'out')[];
