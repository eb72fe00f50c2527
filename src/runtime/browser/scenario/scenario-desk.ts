/** Options over one open city: the one in hand, comparisons, and places to take candidates from. */
import { UnitAreas } from '../../../core/import';
import type { RawArea } from '../../../core/import/raw/raw-table';
import { coverageRun, rates, type CoverageRun } from '../../../core/reach';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import {
  LivePlan,
  UnitFinder,
  optionFigures,
  type LiveFigures,
  type OptionFigures,
  type Scenario,
  type Snapping,
} from '../../../core/scenario';
import { sameParameters, type CoverageParameters } from '../data/coverage-data';
import type { LiveAnswer, OptionPicture } from '../data/scenario-data';
import { areaFeatures } from '../load/loaded-city';
import type { OpenCity } from '../city/open-city';

export class ScenarioDesk {
  readonly #city: OpenCity;
  readonly finder: UnitFinder;
  #live: { plan: LivePlan; parameters: CoverageParameters } | null = null;
  /** The last runs of options, by what they change: comparing again costs nothing. */
  #runs = new Map<string, CoverageRun>();
  #runsOf: CoverageParameters | null = null;

  constructor(city: OpenCity) {
    this.#city = city;
    this.finder = new UnitFinder(city.units, city.loaded.tables.admin_units, villageAreas(city));
  }

  get city(): OpenCity {
    return this.#city;
  }

  /** Takes an option in hand; null is the facilities as they are. */
  open(scenario: Scenario | null, parameters: CoverageParameters): Result<LiveAnswer> {
    const startedMs = performance.now();
    if (!this.#live || !sameParameters(this.#live.parameters, parameters)) {
      const ground = this.#city.ground(parameters);
      if (!ground.ok) return ground;
      const plan = new LivePlan({
        ground: ground.value,
        parameters: this.#city.runParameters(parameters),
        streets: this.#city.streetsFor(parameters),
        snapping: this.#snapping(parameters),
        finder: this.finder,
        services: this.#city.loaded.tables.facility_services,
      });
      this.#live = { plan, parameters };
    }
    const { plan } = this.#live;
    plan.open(scenario);
    return ok(answer(plan.figures(), startedMs));
  }

  hold(id: string, lon: number, lat: number): Result<LiveAnswer> {
    return this.#withPlan((plan) => plan.hold(id, lon, lat));
  }

  release(): Result<LiveAnswer> {
    return this.#withPlan((plan) => plan.release());
  }

  /** The facilities as they are, then each option. */
  async compare(
    scenarios: readonly Scenario[],
    parameters: CoverageParameters,
    progress: Progress,
    isGivenUp: () => Promise<boolean>,
  ): Promise<Result<readonly OptionFigures[]>> {
    const services = this.#city.loaded.tables.facility_services;
    const baseline = this.run(null, parameters);
    if (!baseline.ok) return baseline;
    const figures = [optionFigures(baseline.value, baseline.value, null, services)];
    for (const [done, scenario] of scenarios.entries()) {
      progress('compare_options', done, scenarios.length);
      if (await isGivenUp()) return problem('cancelled');
      const run = this.run(scenario, parameters);
      if (!run.ok) return run;
      figures.push(optionFigures(run.value, baseline.value, scenario, services));
    }
    return ok(figures);
  }

  /** An option drawn: for the map beside another one. */
  picture(scenario: Scenario | null, parameters: CoverageParameters): Result<OptionPicture> {
    const run = this.run(scenario, parameters);
    if (!run.ok) return run;
    return ok({
      householdState: run.value.states.slice(),
      rates: rates(run.value, 'age_60_plus'),
    });
  }

  /** A full run, as from the command line. */
  run(scenario: Scenario | null, parameters: CoverageParameters): Result<CoverageRun> {
    const ground = this.#city.ground(parameters);
    if (!ground.ok) return ground;
    if (!this.#runsOf || !sameParameters(this.#runsOf, parameters)) this.#runs.clear();
    this.#runsOf = parameters;
    const key = JSON.stringify(scenario?.changes ?? []);
    const known = this.#runs.get(key);
    if (known) return ok(known);
    const planned = this.#city.plannedGround(ground.value, scenario, parameters);
    const asked = this.#city.runParameters(parameters);
    const run = coverageRun(planned, asked, undefined, this.#city.run);
    if (!run.ok) return run;
    // Each holds two numbers for every household: a few are kept, the oldest goes.
    if (this.#runs.size >= 6) this.#runs.delete([...this.#runs.keys()][0]);
    this.#runs.set(key, run.value);
    return run;
  }

  #snapping({ townMaxSnapM, villageMaxSnapM }: CoverageParameters): Snapping {
    return {
      snapIndex: this.#city.snapIndex,
      caps: { townMaxSnapM, villageMaxSnapM, maxSnapM: null },
    };
  }

  #withPlan(ask: (plan: LivePlan) => LiveFigures): Result<LiveAnswer> {
    const startedMs = performance.now();
    return this.#live ? ok(answer(ask(this.#live.plan), startedMs)) : problem('nothing_open');
  }
}

function answer(figures: LiveFigures, startedMs: number): LiveAnswer {
  return { figures, elapsedMs: performance.now() - startedMs };
}

/** Areas of villages; null where there are none. */
function villageAreas(city: OpenCity): UnitAreas | null {
  const features = areaFeatures(city.loaded.areas, city.pageUnits);
  if (!features.ok) return null;
  const areas = new UnitAreas();
  for (const { properties, geometry } of features.value) {
    if (properties.level !== 'village') continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    areas.add(city.pageUnits[properties.unitIndex].code, polygons as RawArea['polygons']);
  }
  return areas.size === 0 ? null : areas;
}
