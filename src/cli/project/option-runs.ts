/** A project's options computed from the streets up, the facilities as they are first. */
import type { DataFolder } from '../../core/import';
import { readTerrain, type TerrainFile } from '../../core/geo';
import { buildSnapIndex, readNetwork, type Network } from '../../core/network';
import { networkBox } from '../../core/network/network-box';
import {
  coverageRun,
  defaultConditions,
  type CoverageRun,
  type SnapCaps,
  type WalkConditions,
} from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import {
  optionFigures,
  plannedGround,
  type OptionFigures,
  type Project,
  type ProjectSlope,
  type Scenario,
} from '../../core/scenario';
import type { Context } from '../command';
import { groundTogether } from '../coverage/ground-together';
import type { ProjectInputs } from './project-inputs';

export interface OptionRun {
  /** Null is the facilities as they are. */
  readonly scenario: Scenario | null;
  readonly run: CoverageRun;
  readonly caps: SnapCaps;
}

export async function runOptions(
  { plan, parameters }: Project,
  { folder, terrain }: Pick<ProjectInputs, 'folder' | 'terrain'>,
  context: Context,
): Promise<Result<readonly OptionRun[]>> {
  const { households, facilities, admin_units: units } = folder.tables;
  if (!households) return problem('file_missing', { file: 'households.csv' });
  if (!facilities) return problem('file_missing', { file: 'facilities.csv' });
  if (!folder.streets) return problem('streets_missing');
  const { bytes, fileName } = folder.streets;
  const streets = await readNetwork(bytes, fileName, context.progress);
  if (!streets.ok) return streets;
  const { network } = streets.value;
  const snapIndex = buildSnapIndex(network);
  const caps = {
    townMaxSnapM: parameters.town_max_snap_m,
    villageMaxSnapM: parameters.village_max_snap_m,
    maxSnapM: null,
  };
  const ground = await groundTogether(
    { network, households, facilities, units },
    { caps, weight: null, snapIndex },
    context.progress,
  );
  if (!ground.ok) return ground;
  const conditions = await conditionsOf(parameters.slope, terrain, network);
  if (!conditions.ok) return conditions;
  const runs: OptionRun[] = [];
  for (const scenario of [null, ...plan.options]) {
    context.progress('compare_options', runs.length, plan.options.length + 1);
    const planned = scenario
      ? plannedGround(ground.value, scenario, { snapIndex, caps }).ground
      : ground.value;
    const run = coverageRun(planned, {
      minutes: parameters.minutes,
      speedMS: parameters.speed_m_per_s,
      types: parameters.facility_types,
      statuses: parameters.facility_statuses,
      includesVillagePoints: parameters.include_village_points,
      conditions: conditions.value,
    });
    if (!run.ok) return run;
    run.value.notes.forEach((note) => context.note(note));
    runs.push({ scenario, run: run.value, caps });
  }
  return ok(runs);
}

/** As the page walks: by the heights beside the data. */
async function conditionsOf(
  slope: ProjectSlope | null,
  terrain: readonly TerrainFile[],
  network: Network,
): Promise<Result<WalkConditions | null>> {
  if (slope === null) return ok(null);
  if (terrain.length === 0) return problem('terrain_missing');
  const elevation = await readTerrain(terrain, networkBox(network));
  if (!elevation.ok) return elevation;
  return ok({
    ...defaultConditions,
    elevation: elevation.value,
    judgement: slope.judged_by,
    crossingS: slope.crossing_s,
    isWheelchair: slope.wheelchair,
  });
}

/** Each option held against the facilities as they are. */
export function figuresOf(runs: readonly OptionRun[], { tables }: DataFolder): OptionFigures[] {
  return runs.map(({ scenario, run }) =>
    optionFigures(run, runs[0].run, scenario, tables.facility_services),
  );
}
