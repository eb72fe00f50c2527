/** Hills, steps, crossings and wheelchairs: what a walk meets beyond the level street. */
import { join } from 'node:path';
import { readTerrain, type ElevationGrid, type TerrainFile } from '../../core/geo';
import type { Network } from '../../core/network';
import { networkBox } from '../../core/network/network-box';
import { defaultConditions, type WalkConditions } from '../../core/reach';
import { ok, problem, type Result } from '../../core/result';
import { readDiskFile } from '../../runtime/node/files';
import type { Arguments, Context, OptionDescription } from '../command';
import { inRange } from '../option-values';

export const conditionOptions: readonly OptionDescription[] = [
  { name: 'terrain', value: 'LIST', help: 'cli.option.terrain' },
  { name: 'slope', help: 'cli.option.slope' },
  { name: 'judge', value: 'WAY', help: 'cli.option.judge' },
  { name: 'steps-speed', value: 'M_PER_S', help: 'cli.option.steps_speed' },
  { name: 'crossing', value: 'SECONDS', help: 'cli.option.crossing' },
  { name: 'wheelchair', help: 'cli.option.wheelchair' },
];

const judgements = { worse: 'worse', 'round-trip': 'round_trip' } as const;

/** Conditions but for the heights; null where none was asked for. */
export function conditionsOf(given: Arguments): Result<WalkConditions | null> {
  if (!conditionOptions.some(({ name }) => given.has(name))) return ok(null);
  const way = given.text('judge') ?? 'worse';
  if (!(way in judgements)) {
    const codes = Object.keys(judgements).join(', ');
    return problem('option_code_unknown', { option: '--judge', value: way, codes });
  }
  const number = (name: string, absent: number, range: readonly [number, number]) =>
    given.has(name) ? inRange(name, given.required(name), range) : ok(absent);
  const steps = number('steps-speed', defaultConditions.stepsSpeedMS, [0.05, 10]);
  if (!steps.ok) return steps;
  const crossing = number('crossing', defaultConditions.crossingS, [0, 600]);
  if (!crossing.ok) return crossing;
  return ok({
    elevation: null,
    judgement: judgements[way as keyof typeof judgements],
    stepsSpeedMS: steps.value,
    crossingS: crossing.value,
    isWheelchair: given.has('wheelchair'),
  });
}

export interface OpenTerrain {
  readonly elevation: ElevationGrid;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** Heights over the streets: the files of --terrain, or the data folder's; null where none are asked for. */
export async function openTerrain(
  given: Arguments,
  network: Network,
  { progress }: Context,
  isAsked = given.has('slope'),
): Promise<Result<OpenTerrain | null>> {
  const own = isAsked && given.has('data');
  const list = given.text('terrain') ?? (own ? join(given.required('data'), 'terrain.tif') : null);
  if (list === null && !isAsked) return ok(null);
  if (list === null) {
    return problem('option_missing', { command: 'coverage', option: '--terrain', value: 'LIST' });
  }
  progress('read_terrain', 0, 0);
  const files: (TerrainFile & { sha256: string })[] = [];
  for (const path of list.split(',')) {
    const file = await readDiskFile(path.trim());
    if (!file.ok) return file;
    files.push(file.value);
  }
  const elevation = await readTerrain(files, networkBox(network));
  if (!elevation.ok) return elevation;
  const named = files.map(({ name, sha256 }) => ({ name, sha256 }));
  return ok({ elevation: elevation.value, files: named });
}

/** As run.json tells them. */
export function conditionsRecord(conditions: WalkConditions | null, files: readonly string[]) {
  if (conditions === null) return { slope: null };
  return {
    slope: {
      terrain: files,
      judged_by: conditions.judgement,
      steps_m_per_s: conditions.stepsSpeedMS,
      crossing_s: conditions.crossingS,
      wheelchair: conditions.isWheelchair,
    },
  };
}
