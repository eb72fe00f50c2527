/** Households and facilities on the streets, with the help of all processors. */
import {
  coverageGround,
  householdsJob,
  type CoverageGround,
  type CoverageTables,
  type GroundOptions,
} from '../../core/reach';
import { buildSnapIndex, snapTogether } from '../../core/network';
import type { Progress, Result } from '../../core/result';
import { withSnapHelpers } from '../../runtime/node/snap-helpers';

export async function groundTogether(
  tables: CoverageTables,
  options: GroundOptions,
  progress: Progress,
): Promise<Result<CoverageGround>> {
  if (!options.snapIndex) progress('index_streets', 0, 0);
  const snapIndex = options.snapIndex ?? buildSnapIndex(tables.network);
  const job = householdsJob(tables, { ...options, snapIndex });
  const found = job && (await withSnapHelpers(job, (all) => snapTogether(job, all, progress)));
  const householdPoints = found ?? undefined;
  return coverageGround(tables, { ...options, snapIndex, householdPoints }, progress);
}
