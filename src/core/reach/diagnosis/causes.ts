/**
 * Why a household is not covered. The first cause that holds is told: no place of its own, no
 * street within the cap, no way to any facility, a walk that hills or steps alone make too long, a
 * long way round to what stands near, and only then: too far.
 */
import type { CoverageRun } from '../coverage/coverage-run';
import { tablePlaces } from '../coverage/table-places';
import { CoverageState } from '../walks/coverage-states';
import { detourFrom, walkCauses, type WalkCause } from './cause-names';
import { StraightLines } from './straight-lines';

/** Straight lines to the facilities that count and stand on the streets. */
export function straightLinesOf({ ground, facilityPoints }: CoverageRun): StraightLines {
  return new StraightLines(tablePlaces(ground.facilities), (f) => facilityPoints.edge[f] >= 0);
}

/** For each household an index into walkCauses; 255 where it is covered. */
export const COVERED = 255;

export function causesOf(run: CoverageRun): Uint8Array {
  const lines = straightLinesOf(run);
  const places = tablePlaces(run.ground.households);
  const causes = new Uint8Array(run.states.length);
  for (let i = 0; i < causes.length; i++) causes[i] = causeIndex(run, i, lines, places);
  return causes;
}

/** One household's cause, or null where it is covered. */
export function causeOf(
  run: CoverageRun,
  household: number,
  lines: StraightLines,
): WalkCause | null {
  const index = causeIndex(run, household, lines, tablePlaces(run.ground.households));
  return walkCauses[index] ?? null;
}

const [tooFar, detour, slope, noRoute, notConnected, notLocated] = walkCauses.keys();

function causeIndex(
  run: CoverageRun,
  i: number,
  lines: StraightLines,
  { lon, lat }: ReturnType<typeof tablePlaces>,
): number {
  const state = run.states[i];
  if (state === CoverageState.covered) return COVERED;
  if (state === CoverageState.notLocated) return notLocated;
  if (state === CoverageState.notConnected) return notConnected;
  const levelCm = run.levelWalks.costCm[i];
  if (levelCm >= 0 && levelCm <= run.limitCm) return slope;
  const walkCm = run.walks.costCm[i];
  if (walkCm < 0) return noRoute;
  // By the level walk, so that a hill is not taken for a way round.
  const nearM = Math.min(run.limitCm, levelCm / detourFrom) / 100;
  return lines.nearest(lon[i], lat[i], nearM) < 0 ? tooFar : detour;
}
