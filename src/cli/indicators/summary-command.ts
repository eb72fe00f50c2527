/**
 * `summary`: a data folder's result without its households, laid beside the data, so that a phone and
 * the screen in the meeting room have figures before anything is computed; and the households' first
 * columns, so that the page need not read them from Parquet. What this program made from these very files
 * is left alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { summaryFileName } from '../../core/export';
import { readDataFolder, type DataFolder } from '../../core/import';
import { firstColumns, firstColumnsFile } from '../../core/import/prepared/first-columns';
import { layOut } from '../../core/import/prepared/laid-out';
import { t } from '../../core/i18n/t';
import { ok, type Result } from '../../core/result';
import { openDiskFolder, sha256Of } from '../../runtime/node/files';
import { writeWholeFile } from '../../runtime/node/write-files';
import type { Command } from '../command';
import { folderSummary } from '../documents/folder-summary';

const asAlways = { minutes: 15, speedMS: 0.8 };

export const summaryCommand: Command = {
  name: 'summary',
  positionals: [],
  summary: 'cli.summary',
  options: [{ name: 'data', value: 'DIR', required: true, help: 'cli.option.data_indicators' }],
  async run(given, context): Promise<Result<void>> {
    const data = given.required('data');
    const path = join(data, summaryFileName);
    const recipe = recipeOf(data);
    const isWhole =
      !existsSync(join(data, 'households.parquet')) || existsSync(join(data, firstColumnsFile));
    if (recipe !== null && isWhole && isMadeBy(path, recipe)) {
      context.print(t(context.language, 'cli.summary_up_to_date', { file: path }));
      return ok(undefined);
    }
    const files = await openDiskFolder(data);
    if (!files.ok) return files;
    const folder = await readDataFolder(files.value, { progress: context.progress });
    if (!folder.ok) return folder;
    const summary = await folderSummary(folder.value, asAlways, context);
    if (!summary.ok) return summary;
    context.progress('write', 0, 0);
    const text = JSON.stringify({ ...summary.value, recipe: recipe ?? undefined });
    const written = writeWholeFile(path, [`${text}\n`]);
    if (!written.ok) return written;
    context.print(path);
    const laidOut = writeFirstColumns(data, folder.value);
    if (!laidOut.ok) return laidOut;
    if (folder.value.manifest.generated) context.say(t(context.language, 'data.generated'));
    return ok(undefined);
  },
};

/** Only of households in a file whose checksum the manifest knows: the page compares them by it. */
function writeFirstColumns(data: string, { manifest, tables }: DataFolder): Result<void> {
  const { households } = tables;
  const sha256 = households && manifest.files[households.fileName]?.sha256;
  if (!sha256 || !households.fileName.endsWith('.parquet')) return ok(undefined);
  const columns = Object.fromEntries(
    Object.entries(households.columns).filter(([name]) => firstColumns.has(name)),
  );
  const bytes = layOut({ ...households, columns }, sha256, (all) => deflateRawSync(all));
  return writeWholeFile(join(data, firstColumnsFile), [bytes]);
}

/** Hash of the manifest, which holds the hash of every file, and of this program. */
function recipeOf(data: string): string | null {
  const manifest = join(data, 'manifest.json');
  if (!existsSync(manifest)) return null;
  const hashes = [manifest, process.argv[1]].map((path) => sha256Of(readFileSync(path)));
  return sha256Of(new TextEncoder().encode(hashes.join(' ')));
}

function isMadeBy(path: string, recipe: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { recipe?: string }).recipe === recipe;
  } catch {
    return false;
  }
}
