/** A stored summary back: refused with words if it is none, or of a later version. */
import { ok, problem, type Result } from '../../result';
import type { ResultSummary } from './result-summary';

export const summaryFileName = 'summary.json';

export function readSummary(text: string, file = summaryFileName): Result<ResultSummary> {
  let read: Partial<ResultSummary> | null;
  try {
    read = JSON.parse(text) as Partial<ResultSummary> | null;
  } catch {
    return problem('summary_unreadable', { file });
  }
  if (read?.format !== 'carecircle-summary') return problem('summary_unreadable', { file });
  if (read.version !== 1)
    return problem('summary_version', { file, version: String(read.version) });
  const lists = [read.units, read.indicators, read.facilities, read.borders, read.sources];
  if (!lists.every(Array.isArray) || !read.parameters || !read.uncovered)
    return problem('summary_unreadable', { file });
  return ok(read as ResultSummary);
}
