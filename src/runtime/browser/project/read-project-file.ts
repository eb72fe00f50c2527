/** A project file the user chose: what it says, and the data inside. */
import { ok, problem, type Result } from '../../../core/result';
import { openProject, type OpenedProject, type Project } from '../../../core/scenario';
import type { CityFiles } from '../load/city-files';

export async function readProjectFile(file: File): Promise<Result<Project>> {
  const opened = await opening(file);
  return opened.ok ? ok(opened.value.project) : opened;
}

/** The data folder inside, as the loaders take it. */
export async function projectFiles(file: File): Promise<Result<CityFiles>> {
  const opened = await opening(file);
  if (!opened.ok) return opened;
  const { names, read } = opened.value;
  return ok({
    names,
    read: (name) => Promise.resolve(read(name) as Result<Uint8Array<ArrayBuffer>>),
  });
}

async function opening(file: File): Promise<Result<OpenedProject>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return problem('file_unreadable', { file: file.name });
  }
  return openProject(bytes, file.name);
}
