/**
 * `summary`: a data folder's result without its households, laid beside the data, so that a phone and
 * the screen in the meeting room have figures before anything is computed. One that this program made
 * from these very files is left alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summaryFileName } from '../../core/export';
import { readDataFolder } from '../../core/import';
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
    if (recipe !== null && isMadeBy(path, recipe)) {
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
    if (folder.value.manifest.generated) context.say(t(context.language, 'data.generated'));
    return ok(undefined);
  },
};

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
