/**
 * Points to the nearest edge, exactly: the nearest segment is searched cell by cell outward from the
 * point until no nearer one can exist. The snap point belongs to one edge only and never joins
 * streets; edges of every component count alike (islands are reported later, not skipped).
 *
 * Distances while searching are in a plane around the point whose scale follows the latitude, right
 * within 1e-6 for a few kilometres; the door leg handed out is the WGS-84 geodesic.
 */
import type { Progress } from '../result';
import { nearestSegments, pointsPerRound, type SnappedPoints } from './nearest-segments';
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
  const asked = { lon, lat, capM };
  const count = lon.length;
  const answers = {
    edge: new Int32Array(count),
    alongCm: new Int32Array(count),
    doorCm: new Int32Array(count),
  };
  const segments = nearestSegments(index);
  for (let begin = 0; begin < count; begin += pointsPerRound) {
    progress('snap', begin, count);
    segments.find(asked, begin, Math.min(begin + pointsPerRound, count), answers);
  }
  progress('snap', count, count);
  return answers;
}
