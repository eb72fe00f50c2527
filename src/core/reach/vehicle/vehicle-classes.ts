/** Units by minutes by vehicle, for a map of their own. */
import { UNKNOWN_INTEGER } from '../../store/columns';
import { knownSums } from '../coverage/unit-results';
import type { CoverageRun } from '../coverage/coverage-run';
import type { PopulationGroup } from '../units/rollup';
import type { VehicleReach } from './vehicle-reach';

/** Class of a unit where nothing is known, or nobody lives. */
export const NO_VEHICLE_CLASS = 255;

/**
 * For each unit the first of `options.minutes` within which at least half of its people are driven to a
 * facility that counts; `options.minutes.length` where fewer are even within the last.
 */
export function vehicleClasses(
  run: CoverageRun,
  { options, sums }: VehicleReach,
  group: PopulationGroup,
): Uint8Array {
  const series = sums.map((own) => knownSums(run, group, own));
  return Uint8Array.from(run.ground.units.codes, (_, unit) => {
    const [{ total: all, covered: first }] = series;
    const total = all.values[unit];
    if (first.values[unit] === UNKNOWN_INTEGER || total === 0) return NO_VEHICLE_CLASS;
    const at = series.findIndex(({ covered }) => 2 * covered.values[unit] >= total);
    return at < 0 ? options.minutes.length : at;
  });
}
