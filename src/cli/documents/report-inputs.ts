/** What is reported: a data folder, or a project with its options and the data it stands on. */
import type { OptionsCompared } from '../../core/export';
import { readDataFolder, type DataFolder } from '../../core/import';
import { ok, problem, type Result } from '../../core/result';
import type { Project } from '../../core/scenario';
import { isFile, openDiskFolder } from '../../runtime/node/files';
import type { Arguments, Context } from '../command';
import { figuresOf, runOptions } from '../project/option-runs';
import { openProjectInputs } from '../project/project-inputs';
import type { WalkingAsk } from './folder-summary';

export interface ReportInputs {
  readonly folder: DataFolder;
  /** As the project was looked at; null for a folder. */
  readonly walking: WalkingAsk | null;
  readonly compared: OptionsCompared | null;
  /** Name of the option reported instead of the facilities as they are. */
  readonly option: string | null;
}

/** `--data DIR`, `--data PROJECT`, or `--project PROJECT --data DIR`. */
export async function reportInputs(
  given: Arguments,
  said: Partial<Pick<WalkingAsk, 'minutes' | 'speedMS'>>,
  context: Context,
): Promise<Result<ReportInputs>> {
  const data = given.required('data');
  const isProject = isFile(data);
  const path = given.text('project') ?? (isProject ? data : null);
  if (path === null) {
    if (given.has('option'))
      return problem('option_missing', {
        command: 'report',
        option: '--project',
        value: 'PROJECT',
      });
    return folderAlone(data, context);
  }
  const opened = await openProjectInputs('report', path, isProject ? null : data, context);
  if (!opened.ok) return opened;
  const { folder } = opened.value;
  const project = withWalk(opened.value.project, said);
  const { options } = project.plan;
  const wanted = given.text('option');
  const wantedOption = options.find(({ id, name }) => id === wanted || name === wanted);
  if (wanted !== undefined && !wantedOption) {
    const codes = options.map(({ name }) => name).join(', ');
    return problem('option_code_unknown', { option: '--option', value: wanted, codes });
  }
  const runs = await runOptions(project, opened.value, context);
  if (!runs.ok) return runs;
  const chosen = runs.value.find(({ scenario }) => scenario && scenario.id === wantedOption?.id);
  const facilities = chosen?.run.ground.facilities;
  return ok({
    // The option's own table of facilities: every figure then follows from it.
    folder: facilities ? { ...folder, tables: { ...folder.tables, facilities } } : folder,
    walking: { ...walkingOf(project), conditions: runs.value[0].run.parameters.conditions },
    compared:
      options.length === 0
        ? null
        : { columns: figuresOf(runs.value, folder), reason: project.plan.reason },
    option: chosen?.scenario?.name ?? null,
  });
}

async function folderAlone(data: string, context: Context): Promise<Result<ReportInputs>> {
  const files = await openDiskFolder(data);
  if (!files.ok) return files;
  const folder = await readDataFolder(files.value, { progress: context.progress });
  if (!folder.ok) return folder;
  folder.value.notes.forEach((note) => context.note(note));
  return ok({ folder: folder.value, walking: null, compared: null, option: null });
}

/** What is said on the command line goes before what the project says. */
function withWalk(
  project: Project,
  { minutes, speedMS }: Partial<Pick<WalkingAsk, 'minutes' | 'speedMS'>>,
): Project {
  const { parameters } = project;
  return {
    ...project,
    parameters: {
      ...parameters,
      minutes: minutes ?? parameters.minutes,
      speed_m_per_s: speedMS ?? parameters.speed_m_per_s,
    },
  };
}

function walkingOf({ parameters }: Project): WalkingAsk {
  return {
    minutes: parameters.minutes,
    speedMS: parameters.speed_m_per_s,
    types: parameters.facility_types,
    statuses: parameters.facility_statuses,
    includesVillagePoints: parameters.include_village_points,
    caps: {
      townMaxSnapM: parameters.town_max_snap_m,
      villageMaxSnapM: parameters.village_max_snap_m,
      maxSnapM: null,
    },
  };
}
