/**
 * Points to the nearest edge, exactly: the nearest segment is searched cell by cell outward from the
 * point until no nearer one can exist. The snap point belongs to one edge only and never joins
 * streets; edges of every component count alike (islands are reported later, not skipped).
 *
 * Distances while searching are in a plane around the point whose scale follows the latitude, right
 * within 1e-6 for a few kilometres; the door leg handed out is the WGS-84 geodesic.
 */
import type { Progress } from '../result';
import { finish, type Steps } from '../steps';
import {
  nearestSegments,
  pointsPerRound,
  type Asked,
  type SnappedPoints,
} from './nearest-segments';
import type { SnapIndex } from './snap-index';

/**
 * @param lon, lat degrees; NaN where a point has no place
 * @param capM the longest door leg in metres, for all or for each; Infinity for none
 *
 * Of edges equally near the lowest wins.
 */
export function snapPoints(
  index: SnapIndex,
  lon: Float64Array,
  lat: Float64Array,
  capM: Float64Array | number,
  progress: Progress = () => {},
): SnappedPoints {
  return finish(snapSteps(index, { lon, lat, capM }, pointsPerRound, progress));
}

/** The same, with a pause after each round of points in which the caller may give up. */
export function* snapSteps(
  index: SnapIndex,
  asked: Asked,
  pointsPerStep: number,
  progress: Progress = () => {},
): Steps<SnappedPoints> {
  const count = asked.lon.length;
  const answers = {
    edge: new Int32Array(count),
    alongCm: new Int32Array(count),
    doorCm: new Int32Array(count),
  };
  const segments = nearestSegments(index);
  for (let begin = 0; begin < count; begin += pointsPerStep) {
    progress('snap', begin, count);
    segments.find(asked, begin, Math.min(begin + pointsPerStep, count), answers);
    yield;
  }
  progress('snap', count, count);
  return answers;
}
