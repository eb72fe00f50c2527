/** A project file and the data it stands on: its own, or a folder that is named. */
import type { TerrainFile } from '../../core/geo';
import { readDataFolder, type DataFolder, type FolderFiles } from '../../core/import';
import { ok, problem, type Result } from '../../core/result';
import { isSameSource, openProject, type OpenedProject, type Project } from '../../core/scenario';
import { openDiskFolder, readDiskFile } from '../../runtime/node/files';
import type { Context } from '../command';

export interface ProjectInputs {
  readonly project: Project;
  readonly folder: DataFolder;
  /** Heights; read only where the project walks by slope. */
  readonly terrain: readonly TerrainFile[];
  readonly files: readonly {
    readonly role: string;
    readonly name: string;
    readonly sha256?: string;
  }[];
}

/** @param data a folder to stand on instead of the project's own data; null takes its own */
export async function openProjectInputs(
  command: string,
  path: string,
  data: string | null,
  context: Context,
): Promise<Result<ProjectInputs>> {
  const file = await readDiskFile(path);
  if (!file.ok) return file;
  const { name, bytes, sha256 } = file.value;
  const opened = openProject(bytes, name);
  if (!opened.ok) return opened;
  const { project } = opened.value;
  if (data === null && !project.carriesHouseholds) {
    return problem('option_missing', { command, option: '--data', value: 'DIR' });
  }
  const files = data === null ? ok(inside(opened.value)) : await openDiskFolder(data);
  if (!files.ok) return files;
  const folder = await readDataFolder(files.value, { progress: context.progress });
  if (!folder.ok) return folder;
  folder.value.notes.forEach((note) => context.note(note));
  const terrain = project.parameters.slope ? await heightsIn(files.value) : [];
  const { manifest, inputs } = folder.value;
  const source = {
    ...project.source,
    title: manifest.title,
    files: Object.entries(manifest.files).map(([name, entry]) => ({
      name,
      sha256: entry.sha256 ?? null,
    })),
  };
  if (data !== null && !isSameSource(project.source, source)) {
    context.note({
      code: 'project_other_data',
      params: { file: name, title: project.source.title },
    });
  }
  return ok({
    project,
    folder: folder.value,
    terrain,
    files: [
      { role: 'project', name, sha256 },
      ...inputs.map((input) => ({ role: 'data', ...input })),
    ],
  });
}

/** `terrain.tif` by its place, else every grid there is. */
async function heightsIn({ names, read }: FolderFiles): Promise<TerrainFile[]> {
  const grids = names.filter((name) => /\.(tiff?|hgt)$/i.test(name));
  const wanted = grids.includes('terrain.tif') ? ['terrain.tif'] : grids;
  return Promise.all(wanted.map(async (name) => ({ name, bytes: await read(name) })));
}

function inside({ names, read }: OpenedProject): FolderFiles {
  const content = (name: string) => {
    const bytes = read(name);
    return bytes.ok ? bytes.value : new Uint8Array();
  };
  return { names, read: (name) => Promise.resolve(content(name)) };
}
