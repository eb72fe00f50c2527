/**
 * What a walk meets beyond a level street: hills, steps, crossings, streets no wheelchair passes.
 * With them there and back differ, so every walk is judged by both ways to the same facility.
 */
import type { ElevationGrid } from '../../geo';
import type { Network } from '../../network/graph';
import { passableNetwork } from '../../network/passable';
import type { EdgePoints } from '../streets/points';
import { slopeCosts, type SlopedStreets } from '../streets/slope';
import type { Judgement } from '../walks/both-ways';
import type { PlaceCosts } from '../walks/households';
import { judgedNearest, type JudgedProgress } from '../walks/judged-nearest';

export interface WalkConditions {
  /** Heights; null leaves the streets level: steps, crossings and wheelchairs still count. */
  readonly elevation: ElevationGrid | null;
  /** How there and back become one walk. */
  readonly judgement: Judgement;
  /** Along a flight of steps, metres per second. */
  readonly stepsSpeedMS: number;
  /** Wait at a crossing, seconds. */
  readonly crossingS: number;
  /** No steps, and nothing steeper than 1 in 12. */
  readonly isWheelchair: boolean;
}

/** DOMAIN §2.3: the worse way counts, steps at 0.45 m/s, no wait unless asked for. */
export const defaultConditions: WalkConditions = {
  elevation: null,
  judgement: 'worse',
  stepsSpeedMS: 0.45,
  crossingS: 0,
  isWheelchair: false,
};

/** Whether two ask for the same; heights are the same only if they are one grid. */
export function sameConditions(a: WalkConditions | null, b: WalkConditions | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(defaultConditions) as (keyof WalkConditions)[]).every(
    (name) => a[name] === b[name],
  );
}

/** Streets under some conditions, for walkers of one speed. */
export interface ConditionedStreets {
  /** The streets that may be passed. */
  readonly network: Network;
  readonly costs: SlopedStreets;
}

export function conditionedStreets(
  network: Network,
  conditions: WalkConditions,
  speedMS: number,
): ConditionedStreets {
  const { elevation, stepsSpeedMS, crossingS, isWheelchair } = conditions;
  const costs = slopeCosts(network, elevation ?? undefined, { speedMS, stepsSpeedMS, crossingS });
  return { network: isWheelchair ? passableNetwork(network, costs.wheelchair) : network, costs };
}

/** The judged walk of every household to the facility where it is least; -1 where there is none. */
export function judgedWalks(
  { network, costs }: ConditionedStreets,
  households: EdgePoints,
  facilities: EdgePoints,
  judgement: Judgement,
): Generator<JudgedProgress, PlaceCosts> {
  return judgedNearest(network, costs, households, facilities, judgement);
}
