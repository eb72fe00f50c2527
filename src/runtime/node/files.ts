/** Files of the disk: read as a whole, named by their own name alone in all that is said of them. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FolderFiles } from '../../core/import';
import { ok, problem, type Result } from '../../core/result';

export interface DiskFile {
  /** Without its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A whole file. Problems: `file_missing`, `file_is_folder`, `file_not_readable`. */
export async function readDiskFile(path: string): Promise<Result<DiskFile>> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    return ok({ name: basename(path), bytes, sha256: sha256Of(bytes) });
  } catch (cause) {
    return diskProblem(cause, path);
  }
}

/** A folder as the importers see it. */
export async function openDiskFolder(path: string): Promise<Result<FolderFiles>> {
  try {
    if (!(await stat(path)).isDirectory()) return problem('folder_is_file', { file: path });
    return ok({
      names: (await readdir(path)).sort(),
      read: async (name) => new Uint8Array(await readFile(join(path, name))),
      sha256: async (bytes) => sha256Of(bytes),
    });
  } catch (cause) {
    return diskProblem(cause, path);
  }
}

/** Whether a path is a file, and no folder. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** An error of the file system as a problem; anything else is a bug and thrown on. */
export function diskProblem(cause: unknown, file: string): Result<never> {
  const code = (cause as NodeJS.ErrnoException)?.code;
  if (typeof code !== 'string') throw cause;
  if (code === 'ENOENT') return problem('file_missing', { file });
  if (code === 'EISDIR') return problem('file_is_folder', { file });
  if (code === 'ENOTDIR') return problem('folder_is_file', { file });
  return problem('file_not_readable', { file, reason: code });
}
