/** What stands beside a unit's coverage: other definitions, estimates, minutes by vehicle. */
import type { Basis } from '../../../core/reach';
import type { Counts, Group } from './coverage-data';

/** Null is 数据不足, or a group the definition says nothing of. */
export type GroupCounts = Readonly<Record<Group, Counts | null>>;

export interface BesideCoverage {
  readonly unitIndex: number;
  readonly bases: readonly { readonly basis: Basis; readonly counts: GroupCounts }[];
  /** Of those who join no street alone: `covered` are within the limit as estimated. */
  readonly estimate: {
    readonly minutes: number;
    readonly factors: { readonly town: number; readonly mountain: number };
    readonly counts: GroupCounts;
  };
  /** `covered` are those within so many minutes by vehicle. */
  readonly vehicle: {
    readonly roadKmh: number;
    readonly types: readonly string[];
    readonly within: readonly { readonly minutes: number; readonly counts: GroupCounts }[];
  };
}

/** Every unit by minutes by vehicle: an estimate, and no circle on foot. */
export interface VehicleLayer {
  readonly group: Group;
  readonly minutes: readonly number[];
  readonly roadKmh: number;
  /** By unit: place in `minutes`, their number where it takes longer, else NO_VEHICLE_CLASS. */
  readonly classes: Uint8Array;
}
