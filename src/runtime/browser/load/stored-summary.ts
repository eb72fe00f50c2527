/** A result that came with the data: read without the engine and without the database. */
import { readSummary, summaryFileName } from '../../../core/export/summary/read-summary';
import type { ResultSummary } from '../../../core/export/summary/result-summary';
import { ok, type Result } from '../../../core/result';
import { servedFiles } from './city-files';

export type { ResultSummary };

/** Of a served folder; `baseUrl` ends with a slash. `file_missing` where it has none. */
export async function servedSummary(baseUrl: string): Promise<Result<ResultSummary>> {
  const bytes = await servedFiles(baseUrl).read(summaryFileName);
  return bytes.ok ? readSummary(new TextDecoder().decode(bytes.value)) : bytes;
}

/** Of chosen files; null where there is none among them. */
export async function chosenSummary(
  files: readonly File[],
): Promise<Result<ResultSummary> | Result<null>> {
  const file = files.find(({ name }) => name === summaryFileName);
  return file ? readSummary(await file.text()) : ok(null);
}
