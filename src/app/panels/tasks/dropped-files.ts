/** Files out of a drop: single files and whole folders, down to the last one, named by their path. */
import { ok, problem, type Result } from '../../../core/result';
import type { ChosenFile } from '../../state/types';

/** `file_unreadable` where the disk does not give one of them: none is opened without the others. */
export async function dropFiles(transfer: DataTransfer): Promise<Result<readonly ChosenFile[]>> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return ok(named([...transfer.files]));
  try {
    return ok((await Promise.all(entries.map(filesOf))).flat());
  } catch {
    return problem('file_unreadable', { file: entries.map(({ name }) => name).join(', ') });
  }
}

/** Files of an input; those of a folder keep their path. */
export function named(files: readonly File[]): ChosenFile[] {
  return files.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader hands out at most a hundred entries at a time.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) break;
    children.push(...batch);
  }
  return (await Promise.all(children.map(filesOf))).flat();
}
