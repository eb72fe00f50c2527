/** The engine's answers beside coverage. */
import { ok, problem, type Result } from '../../../core/result';
import type { Cancellations } from '../cancellations';
import type { BesideCoverage, VehicleLayer } from '../data/beside-data';
import type { Group } from '../data/coverage-data';
import type { OpenCity } from './open-city';

export function createReachApi(city: () => OpenCity | null, cancellations: Cancellations) {
  return {
    /** Definitions, estimates and vehicles for one unit; all units' sums are kept for the next. */
    async besideCoverage(unitIndex: number, token: number): Promise<Result<BesideCoverage>> {
      const open = city();
      if (!open?.run) return problem('nothing_open');
      const beside = open.beside(open.run);
      for (const step of beside.steps) {
        if (await cancellations.caught(token)) return problem('cancelled');
        step();
      }
      return ok(beside.of(unitIndex));
    },

    /** Minutes by vehicle of every unit. */
    async vehicleLayer(group: Group, token: number): Promise<Result<VehicleLayer>> {
      if (await cancellations.caught(token)) return problem('cancelled');
      const open = city();
      if (!open?.run) return problem('nothing_open');
      return ok(open.beside(open.run).vehicleLayer(group));
    },
  };
}
