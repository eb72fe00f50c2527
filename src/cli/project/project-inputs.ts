/** A project file and the data it stands on: its own, or a folder that is named. */
import { readDataFolder, type DataFolder, type FolderFiles } from '../../core/import';
import { ok, problem, type Result } from '../../core/result';
import { isSameSource, openProject, type OpenedProject, type Project } from '../../core/scenario';
import { openDiskFolder, readDiskFile } from '../../runtime/node/files';
import type { Arguments, Context } from '../command';

export interface ProjectInputs {
  readonly project: Project;
  readonly folder: DataFolder;
  readonly files: readonly {
    readonly role: string;
    readonly name: string;
    readonly sha256?: string;
  }[];
}

export async function openProjectInputs(
  given: Arguments,
  context: Context,
): Promise<Result<ProjectInputs>> {
  const file = await readDiskFile(given.positionals[0]);
  if (!file.ok) return file;
  const { name, bytes, sha256 } = file.value;
  const opened = openProject(bytes, name);
  if (!opened.ok) return opened;
  const { project } = opened.value;
  if (!given.has('data') && !project.carriesHouseholds) {
    return problem('option_missing', { command: 'run', option: '--data', value: 'DIR' });
  }
  const files = given.has('data')
    ? await openDiskFolder(given.required('data'))
    : unpacked(opened.value);
  if (!files.ok) return files;
  const folder = await readDataFolder(files.value, { progress: context.progress });
  if (!folder.ok) return folder;
  folder.value.notes.forEach((note) => context.note(note));
  const { manifest, inputs } = folder.value;
  const source = {
    ...project.source,
    title: manifest.title,
    files: Object.entries(manifest.files).map(([name, entry]) => ({
      name,
      sha256: entry.sha256 ?? null,
    })),
  };
  if (given.has('data') && !isSameSource(project.source, source)) {
    context.note({
      code: 'project_other_data',
      params: { file: name, title: project.source.title },
    });
  }
  return ok({
    project,
    folder: folder.value,
    files: [
      { role: 'project', name, sha256 },
      ...inputs.map((input) => ({ role: 'data', ...input })),
    ],
  });
}

/** Everything inside, unpacked at once so that damage is told before any work. */
function unpacked({ names, read }: OpenedProject): Result<FolderFiles> {
  const contents = new Map<string, Uint8Array>();
  for (const name of names) {
    const content = read(name);
    if (!content.ok) return content;
    contents.set(name, content.value);
  }
  return ok({ names, read: (name) => Promise.resolve(contents.get(name) ?? new Uint8Array()) });
}
