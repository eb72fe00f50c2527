/**
 * The project file: a zip of project.json and, under data/, tables as a data folder has them. The
 * archive's own checksums are compared for every entry as it is opened, also where its data are not
 * needed, so a changed byte is told and never believed.
 */
import { zipSync } from 'fflate';
import { openArchive } from '../../import';
import { ok, problem, type Result } from '../../result';
import {
  projectDataFolder,
  projectFileName,
  projectJson,
  readProject,
  type Project,
} from './project';

export interface ProjectEntry {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenedProject {
  readonly project: Project;
  /** Files of the data folder inside; households among them only where the project says so. */
  readonly names: readonly string[];
  /** Problems: `file_missing`. */
  read(name: string): Result<Uint8Array>;
}

/** Household rows under any of these names are refused where the project says that it carries none. */
const householdFiles = ['households.csv', 'households.parquet'];

/** The same project always gives the same bytes. */
export function packProject(project: Project, data: readonly ProjectEntry[]): Uint8Array {
  const entries: Record<string, Uint8Array> = {
    [projectFileName]: new TextEncoder().encode(projectJson(project)),
  };
  for (const { name, bytes } of data) {
    if (!project.carriesHouseholds && householdFiles.includes(name)) continue;
    entries[`${projectDataFolder}${name}`] = bytes;
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** Problems: `archive_broken`, `archive_part_damaged`, `archive_too_large`, those of `readProject`. */
export function openProject(bytes: Uint8Array, file: string): Result<OpenedProject> {
  const entries = openArchive(bytes, file);
  if (!entries.ok) return entries;
  const main = entries.value.find(({ name }) => name === projectFileName);
  if (!main) return problem('project_not_one', { file });
  const text = main.unpack();
  if (!text.ok) return text;
  const project = readProject(new TextDecoder().decode(text.value), file);
  if (!project.ok) return project;
  const inside = new Map<string, Uint8Array>();
  for (const { name, unpack } of entries.value) {
    if (!name.startsWith(projectDataFolder)) continue;
    const content = unpack();
    if (!content.ok) return content;
    inside.set(name.slice(projectDataFolder.length), content.value);
  }
  if (!project.value.carriesHouseholds && householdFiles.some((name) => inside.has(name))) {
    return problem('project_field', { file, field: 'carries_households' });
  }
  return ok({
    project: project.value,
    names: [...inside.keys()],
    read: (name) => {
      const content = inside.get(name);
      return content ? ok(content) : problem('file_missing', { file: name });
    },
  });
}
