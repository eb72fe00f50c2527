/**
 * Points snapped by several threads: whoever is free takes the next piece, so that none waits for
 * another. Each point is looked at alone, so the answers are those of one, whoever gave them.
 */
import type { Progress } from '../result';
import {
  nearestSegments,
  type Asked,
  type SegmentIndex,
  type SnappedPoints,
} from './nearest-segments';

/** Enough that neighbours meet in it; some 30 ms of work. */
const pointsPerPiece = 1 << 16;

/** What every thread has to hold. */
export interface SnapJob {
  readonly index: SegmentIndex;
  readonly asked: Asked;
}

/** Another thread that holds the job. */
export interface SnapHelper {
  /** Rows for points begin … end - 1, the first at 0; rejects if the thread cannot go on. */
  find(begin: number, end: number): Promise<SnappedPoints>;
}

/** Fewer points are not worth another thread. */
export function isWorthHelp({ asked }: SnapJob): boolean {
  return asked.lon.length > 2 * pointsPerPiece;
}

/** Null if it was stopped. Pieces of a helper that fails are done here. */
export async function snapTogether(
  { index, asked }: SnapJob,
  helpers: readonly SnapHelper[],
  progress: Progress = () => {},
  isStopped: () => boolean = () => false,
): Promise<SnappedPoints | null> {
  const count = asked.lon.length;
  const answers = {
    edge: new Int32Array(count),
    alongCm: new Int32Array(count),
    doorCm: new Int32Array(count),
  };
  const left = Array.from(
    { length: Math.ceil(count / pointsPerPiece) },
    (_, piece) => piece * pointsPerPiece,
  ).reverse();
  let done = 0;

  async function work(find: (begin: number, end: number) => Promise<boolean>): Promise<void> {
    for (let begin = left.pop(); begin !== undefined; begin = left.pop()) {
      const end = Math.min(begin + pointsPerPiece, count);
      if (isStopped()) return;
      if (!(await find(begin, end))) return void left.push(begin);
      done += end - begin;
      progress('snap', done, count);
    }
  }

  const segments = nearestSegments(index);
  const here = async (begin: number, end: number) => {
    // Lets in what the others have to say.
    await new Promise((resolve) => setTimeout(resolve));
    segments.find(asked, begin, end, answers);
    return true;
  };
  const by = (helper: SnapHelper) => async (begin: number, end: number) => {
    const part = await helper.find(begin, end).catch(() => null);
    if (part === null) return false;
    answers.edge.set(part.edge, begin);
    answers.alongCm.set(part.alongCm, begin);
    answers.doorCm.set(part.doorCm, begin);
    return true;
  };
  progress('snap', 0, count);
  await Promise.all([...helpers.map((helper) => work(by(helper))), work(here)]);
  await work(here);
  return isStopped() ? null : answers;
}

/** What a helper answers for its piece. */
export function snapPiece({ index, asked }: SnapJob, begin: number, end: number): SnappedPoints {
  const { lon, lat, capM } = asked;
  const answers = {
    edge: new Int32Array(end - begin),
    alongCm: new Int32Array(end - begin),
    doorCm: new Int32Array(end - begin),
  };
  const part = {
    lon: lon.subarray(begin, end),
    lat: lat.subarray(begin, end),
    capM: typeof capM === 'number' ? capM : capM.subarray(begin, end),
  };
  nearestSegments(index).find(part, 0, end - begin, answers);
  return answers;
}
