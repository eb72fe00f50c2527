/**
 * What a project file says: the plan, the parameters it was looked at with, and which data it stands on.
 * It always says whether it carries rows of households.
 */
import { ok, problem, type Result } from '../../result';
import type { Judgement } from '../../reach';
import { readPlan } from '../read-plan';
import type { Plan } from '../scenario';
import type { ProjectSource } from './source';

export const PROJECT_FORMAT = 'carecircle-project';
export const PROJECT_VERSION = 1;
export const projectFileName = 'project.json';
/** The data folder inside the file. */
export const projectDataFolder = 'data/';

export interface ProjectParameters {
  readonly minutes: number;
  readonly speed_m_per_s: number;
  readonly facility_types: readonly string[];
  readonly facility_statuses: readonly string[];
  readonly town_max_snap_m: number;
  readonly village_max_snap_m: number;
  readonly include_village_points: boolean;
  /** Hills and both ways; null where every street is level, as in files from before there was this. */
  readonly slope: ProjectSlope | null;
}

export interface ProjectSlope {
  readonly judged_by: Judgement;
  readonly crossing_s: number;
  readonly wheelchair: boolean;
}

export interface Project {
  readonly source: ProjectSource;
  readonly carriesHouseholds: boolean;
  readonly parameters: ProjectParameters;
  readonly plan: Plan;
  /** The option in view; null is the baseline. */
  readonly currentOption: string | null;
}

export function projectJson(project: Project): string {
  const { source, carriesHouseholds, parameters, plan, currentOption } = project;
  const content = {
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    carries_households: carriesHouseholds,
    source,
    parameters,
    current_option: currentOption,
    plan,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** Problems: `project_not_one`, `project_version`, `project_field`, `plan_field`. */
export function readProject(text: string, file: string): Result<Project> {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return problem('json_broken', { file: projectFileName });
  }
  if (given === null || typeof given !== 'object' || given.format !== PROJECT_FORMAT)
    return problem('project_not_one', { file });
  if (given.version !== PROJECT_VERSION)
    return problem('project_version', { file, value: String(given.version) });
  const wrong = (field: string) => problem('project_field', { file, field });
  if (typeof given.carries_households !== 'boolean') return wrong('carries_households');
  if (!isSource(given.source)) return wrong('source');
  if (!areParameters(given.parameters)) return wrong('parameters');
  const { current_option: current } = given;
  if (current !== null && typeof current !== 'string') return wrong('current_option');
  const plan = readPlan(given.plan);
  if (!plan.ok) return plan;
  return ok({
    source: given.source,
    carriesHouseholds: given.carries_households,
    parameters: { ...given.parameters, slope: given.parameters.slope ?? null },
    plan: plan.value,
    currentOption: current,
  });
}

function isSource(value: unknown): value is ProjectSource {
  if (value === null || typeof value !== 'object') return false;
  const { title, as_of, generated, is_demo, files } = value as Partial<ProjectSource>;
  return (
    typeof title === 'string' &&
    (as_of === null || typeof as_of === 'string') &&
    typeof generated === 'boolean' &&
    typeof is_demo === 'boolean' &&
    Array.isArray(files) &&
    files.every(
      (file) =>
        typeof file?.name === 'string' && (file.sha256 === null || typeof file.sha256 === 'string'),
    )
  );
}

function areParameters(value: unknown): value is ProjectParameters {
  if (value === null || typeof value !== 'object') return false;
  const given = value as Partial<ProjectParameters>;
  const within = (number: unknown, least: number, most: number) =>
    typeof number === 'number' && number >= least && number <= most;
  const texts = (list: unknown) =>
    Array.isArray(list) && list.every((text) => typeof text === 'string');
  return (
    within(given.minutes, 0.1, 1440) &&
    within(given.speed_m_per_s, 0.1, 10) &&
    texts(given.facility_types) &&
    texts(given.facility_statuses) &&
    within(given.town_max_snap_m, 0, 100_000) &&
    within(given.village_max_snap_m, 0, 100_000) &&
    typeof given.include_village_points === 'boolean' &&
    (given.slope === undefined || given.slope === null || isSlope(given.slope, within))
  );
}

function isSlope(
  { judged_by, crossing_s, wheelchair }: Partial<ProjectSlope>,
  within: (number: unknown, least: number, most: number) => boolean,
): boolean {
  return (
    (judged_by === 'worse' || judged_by === 'round_trip') &&
    within(crossing_s, 0, 600) &&
    typeof wheelchair === 'boolean'
  );
}
