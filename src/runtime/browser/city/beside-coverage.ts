/** What stands beside a run, made when first asked for and kept until the next run. */
import {
  bases,
  BasisSums,
  CoverageState,
  defaultDetourFactors,
  defaultVehicle,
  knownSums,
  straightEstimate,
  unitCauses,
  vehicleClasses,
  vehicleReach,
  vehicleTypes,
  type CoverageRun,
  type Estimate,
  type UnitCauses,
  type UnitSums,
  type VehicleReach,
} from '../../../core/reach';
import { UNKNOWN_INTEGER } from '../../../core/store/columns';
import { groups, type Group } from '../data/coverage-data';
import type { BesideCoverage, GroupCounts, VehicleLayer } from '../data/beside-data';
import type { CauseCounts } from '../data/reach-data';

export class BesideRun {
  readonly run: CoverageRun;
  readonly #basisSums: BasisSums;
  #estimate: Estimate | null = null;
  #vehicle: VehicleReach | null = null;
  #causes: UnitCauses | null = null;

  constructor(run: CoverageRun) {
    this.run = run;
    this.#basisSums = new BasisSums(run);
  }

  /** Everything a unit's table needs, in pieces: each gives a chance to stop. */
  get steps(): readonly (() => unknown)[] {
    return [
      ...bases.map((basis) => () => this.#basisSums.of(basis)),
      () => this.#estimated(),
      () => this.#driven(),
    ];
  }

  of(unitIndex: number): BesideCoverage {
    const counts = (sums: UnitSums) => this.#counts(sums, unitIndex);
    const { options, sums } = this.#driven();
    const estimate = this.#estimated();
    return {
      unitIndex,
      bases: bases.map((basis) => ({ basis, counts: counts(this.#basisSums.of(basis)) })),
      estimate: {
        minutes: this.run.parameters.minutes,
        factors: estimate.factors,
        counts: counts(estimate.sums),
      },
      vehicle: {
        roadKmh: options.roadKmh,
        types: options.types ?? [],
        within: options.minutes.map((minutes, i) => ({ minutes, counts: counts(sums[i]) })),
      },
    };
  }

  vehicleLayer(group: Group): VehicleLayer {
    const driven = this.#driven();
    const { minutes, roadKmh } = driven.options;
    return { group, minutes, roadKmh, classes: vehicleClasses(this.run, driven, group) };
  }

  causesOf(unitIndex: number): CauseCounts {
    const { group, counts, chief } = (this.#causes ??= unitCauses(this.run));
    const own = Object.entries(counts).map(([cause, series]) => [cause, series[unitIndex]]);
    return {
      group,
      counts: Object.fromEntries(own) as CauseCounts['counts'],
      chief: chief[unitIndex],
    };
  }

  #estimated(): Estimate {
    const { ground, facilityCounts, states, limitCm } = this.run;
    return (this.#estimate ??= straightEstimate({
      ...ground,
      facilityCounts,
      asked: states.map((state) => Number(state === CoverageState.notConnected)),
      factors: defaultDetourFactors,
      limitCm,
    }));
  }

  #driven(): VehicleReach {
    const { ground, parameters } = this.run;
    return (this.#vehicle ??= vehicleReach(ground, {
      ...defaultVehicle,
      walkingMS: parameters.speedMS,
      types: vehicleTypes,
      statuses: parameters.statuses,
      includesVillagePoints: parameters.includesVillagePoints,
    }));
  }

  #counts(sums: UnitSums, unitIndex: number): GroupCounts {
    const countsOf = (group: Group) => {
      const known = knownSums(this.run, group, sums);
      const at = (name: keyof typeof known) => known[name].values[unitIndex];
      if (at('total') === UNKNOWN_INTEGER) return null;
      return {
        total: at('total'),
        covered: at('covered') === UNKNOWN_INTEGER ? null : at('covered'),
        notConnected: at('notConnected'),
        notLocated: at('notLocated'),
      };
    };
    return Object.fromEntries(groups.map((group) => [group, countsOf(group)])) as Record<
      Group,
      ReturnType<typeof countsOf>
    >;
  }
}
