/** One household laid open: the cause and every figure it rests on. */
import { snapPoints } from '../../network';
import { capsOf } from '../coverage/coverage-ground';
import type { CoverageRun } from '../coverage/coverage-run';
import { tablePlaces } from '../coverage/table-places';
import type { WalkCause } from './cause-names';
import { causeOf, straightLinesOf } from './causes';
import type { StraightLines } from './straight-lines';

/** Metres and minutes; null where a figure does not apply. */
export interface Diagnosis {
  /** Null: covered. */
  readonly cause: WalkCause | null;
  /** The judged walk beyond the limit. */
  readonly shortMinutes: number | null;
  /** The nearest facility that counts as the crow flies. */
  readonly straight: { readonly facility: number; readonly metres: number } | null;
  /** Walk on the level over that straight line. */
  readonly detourRatio: number | null;
  /** The walk if every street were level, where hills or steps are counted. */
  readonly levelMinutes: number | null;
  /** The nearest street, where it lies beyond the cap. */
  readonly street: { readonly metres: number; readonly capM: number } | null;
  /** Streets the household hangs together with, where no facility that counts is among them. */
  readonly islandKilometres: number | null;
}

/** @param lines made once where many are asked about */
export function diagnose(
  run: CoverageRun,
  household: number,
  lines: StraightLines = straightLinesOf(run),
): Diagnosis {
  const cause = causeOf(run, household, lines);
  const { ground, walks, levelWalks, parameters, limitCm } = run;
  const minutes = (cm: number) => cm / (parameters.speedMS * 6000);
  const walkCm = walks.costCm[household];
  const levelCm = levelWalks.costCm[household];
  const { lon, lat } = tablePlaces(ground.households);
  const facility = cause === 'not_located' ? -1 : lines.nearest(lon[household], lat[household]);
  const straightM = lines.metres;
  return {
    cause,
    shortMinutes: walkCm > limitCm ? minutes(walkCm - limitCm) : null,
    straight: facility < 0 ? null : { facility, metres: straightM },
    detourRatio: facility < 0 || levelCm < 0 ? null : levelCm / 100 / Math.max(straightM, 1),
    levelMinutes: run.streets === null || levelCm < 0 ? null : minutes(levelCm),
    street: cause === 'not_connected' ? nearestStreet(run, household, lon, lat) : null,
    islandKilometres: cause === 'no_route' ? kilometresAround(run, household) : null,
  };
}

function nearestStreet(
  { ground }: CoverageRun,
  household: number,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
): Diagnosis['street'] {
  const here = [Float64Array.of(lon[household]), Float64Array.of(lat[household])] as const;
  const { edge, doorCm } = snapPoints(ground.snapIndex, ...here, Infinity);
  if (edge[0] < 0) return null;
  const [capM] = capsOf(ground.units, Int32Array.of(ground.unit[household]), ground.caps);
  return { metres: doorCm[0] / 100, capM };
}

/** Kilometres of street in the household's component. */
function kilometresAround({ ground }: CoverageRun, household: number): number {
  const { edgeCount, edgeFrom, edgeLengthCm, vertexComponent } = ground.network;
  const component = vertexComponent[edgeFrom[ground.householdPoints.edge[household]]];
  let cm = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (vertexComponent[edgeFrom[edge]] === component) cm += edgeLengthCm[edge];
  }
  return cm / 100_000;
}
