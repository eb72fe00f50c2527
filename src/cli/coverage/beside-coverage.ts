/** What `coverage` writes beside itself when asked: causes, definitions, estimates, vehicles. */
import {
  basesFile,
  diagnosisFiles,
  estimateFiles,
  vehicleFile,
  type ResultFile,
} from '../../core/export';
import {
  CoverageState,
  defaultDetourFactors,
  defaultVehicle,
  straightEstimate,
  vehicleReach,
  vehicleTypes,
  type CoverageRun,
  type DetourFactors,
} from '../../core/reach';
import { ok, type Progress, type Result } from '../../core/result';
import { facilityTypes } from '../../core/store/tables';
import type { Arguments, OptionDescription } from '../command';
import { codesOf, inRange } from '../option-values';

export const besideOptions: readonly OptionDescription[] = [
  { name: 'diagnose', help: 'cli.option.diagnose' },
  { name: 'bases', help: 'cli.option.bases' },
  { name: 'estimate', help: 'cli.option.estimate' },
  { name: 'detour-town', value: 'FACTOR', help: 'cli.option.detour_town' },
  { name: 'detour-mountain', value: 'FACTOR', help: 'cli.option.detour_mountain' },
  { name: 'vehicle', help: 'cli.option.vehicle' },
  { name: 'vehicle-speed', value: 'KM_PER_H', help: 'cli.option.vehicle_speed' },
  { name: 'vehicle-types', value: 'LIST', help: 'cli.option.vehicle_types' },
];

export interface Beside {
  readonly diagnoses: boolean;
  readonly comparesBases: boolean;
  /** Null: no estimates. */
  readonly factors: DetourFactors | null;
  /** Null: no vehicles. */
  readonly vehicle: { readonly roadKmh: number; readonly types: readonly string[] | null } | null;
}

export function besideOf(given: Arguments): Result<Beside> {
  const number = (name: string, absent: number, range: readonly [number, number]) =>
    given.has(name) ? inRange(name, given.required(name), range) : ok(absent);
  const town = number('detour-town', defaultDetourFactors.town, [1, 10]);
  if (!town.ok) return town;
  const mountain = number('detour-mountain', defaultDetourFactors.mountain, [1, 10]);
  if (!mountain.ok) return mountain;
  const roadKmh = number('vehicle-speed', defaultVehicle.roadKmh, [3, 130]);
  if (!roadKmh.ok) return roadKmh;
  const types = codesOf(given, 'vehicle-types', facilityTypes, vehicleTypes);
  if (!types.ok) return types;
  return ok({
    diagnoses: given.has('diagnose'),
    comparesBases: given.has('bases'),
    factors: given.has('estimate') ? { town: town.value, mountain: mountain.value } : null,
    vehicle: given.has('vehicle') ? { roadKmh: roadKmh.value, types: types.value } : null,
  });
}

export function besideFiles(run: CoverageRun, beside: Beside, progress: Progress): ResultFile[] {
  const { ground, parameters, facilityCounts, limitCm, states } = run;
  const files: ResultFile[] = [];
  if (beside.diagnoses) {
    progress('diagnose', 0, 0);
    files.push(...diagnosisFiles(run));
  }
  if (beside.comparesBases) {
    progress('bases', 0, 0);
    files.push(basesFile(run));
  }
  if (beside.factors) {
    const asked = states.map((state) => Number(state === CoverageState.notConnected));
    const { factors } = beside;
    const estimate = straightEstimate({ ...ground, facilityCounts, asked, factors, limitCm });
    files.push(...estimateFiles(ground, estimate, parameters.speedMS));
  }
  if (beside.vehicle) {
    progress('vehicle', 0, 0);
    const { statuses, speedMS: walkingMS, includesVillagePoints } = parameters;
    const { minutes } = defaultVehicle;
    const options = { ...beside.vehicle, walkingMS, minutes, statuses, includesVillagePoints };
    files.push(vehicleFile(ground.units, vehicleReach(ground, options)));
  }
  return files;
}

/** As run.json tells them; null is what was not asked for. */
export function besideRecord({ diagnoses, comparesBases, factors, vehicle }: Beside) {
  return {
    diagnose: diagnoses,
    bases: comparesBases,
    estimate: factors && { detour_town: factors.town, detour_elsewhere: factors.mountain },
    vehicle: vehicle && {
      road_km_per_h: vehicle.roadKmh,
      minutes: defaultVehicle.minutes,
      types: vehicle.types,
    },
  };
}
