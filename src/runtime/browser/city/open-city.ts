/**
 * One open city in the engine's worker: its tables and streets, what coverage stands on, and the
 * last run. Nothing here decides anything about reach: that is core's.
 */
import { readTerrain, type ElevationGrid } from '../../../core/geo';
import type { ImportedTable } from '../../../core/import';
import {
  buildSnapIndex,
  networkStatistics,
  snapTogether,
  type SnapIndex,
  type SnappedPoints,
} from '../../../core/network';
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { Steps } from '../../../core/steps';
import {
  coverageGround,
  coverageSteps,
  sameStreets,
  type ConditionedStreets,
  defaultConditions,
  householdsJob,
  unitsOf,
  type CoverageGround,
  type CoverageParameters as RunParameters,
  type CoverageRun,
  type Units,
} from '../../../core/reach';
import { plannedGround, type Scenario } from '../../../core/scenario';
import { networkBox } from '../../../core/network/network-box';
import { BesideRun } from './beside-coverage';
import { facilityColumns, householdPoints, pageUnits } from './city-tables';
import { textAt } from '../../../core/store/columns';
import { CityDatabase } from '../database/city-database';
import { defaultParameters } from '../data/default-parameters';
import type { CoverageParameters, FacilityCircle, HouseholdDetail } from '../data/coverage-data';
import { FacilityCircles } from './facility-circles';
import { areaFeatures, type LoadedCity, type Tables } from '../load/loaded-city';
import type { SentCity, Unit } from '../data/page-data';
import { withSnapHelpers } from './snap-helpers';
import { householdDetail } from './walks';

/** How far a door may lie from the streets. */
type SnapLimits = Pick<CoverageParameters, 'townMaxSnapM' | 'villageMaxSnapM'>;

interface Standing {
  readonly key: string;
  /** Null if it was given up. */
  readonly found: Promise<SnappedPoints | null>;
  points: SnappedPoints | null;
  stop(): void;
}

const keyOf = ({ townMaxSnapM, villageMaxSnapM }: SnapLimits) =>
  `${townMaxSnapM}/${villageMaxSnapM}`;

export class OpenCity {
  readonly loaded: LoadedCity;
  readonly households: ImportedTable;
  readonly facilityTable: ImportedTable;
  readonly units: Units;
  readonly pageUnits: readonly Unit[];
  /** The last coverage. */
  run: CoverageRun | null = null;
  readonly database = new CityDatabase();
  #ground: CoverageGround | null = null;
  #groundKey = '';
  /** Limits of the door's leg that the ground was last made with. */
  #groundCaps: SnapLimits = defaultParameters;
  #circles: FacilityCircles | null = null;
  #beside: BesideRun | null = null;
  #elevation: ElevationGrid | null = null;
  #snapIndex: SnapIndex | null;
  /** Households under one pair of limits, found or being found by several threads. */
  #standing: Standing | null = null;

  constructor(loaded: LoadedCity, households: ImportedTable, facilityTable: ImportedTable) {
    this.loaded = loaded;
    this.#snapIndex = loaded.snapIndex ?? null;
    this.households = households;
    this.facilityTable = facilityTable;
    const unitTable = loaded.tables.admin_units;
    this.units = unitsOf(unitTable);
    this.pageUnits = pageUnits(unitTable, loaded.info.title);
  }

  static from(loaded: LoadedCity): Result<OpenCity> {
    const { households, facilities } = loaded.tables;
    if (!households) return problem('households_missing');
    if (!facilities) return problem('facilities_missing');
    return ok(new OpenCity(loaded, households, facilities));
  }

  /** Everything the page shows but the streets, which go ahead. */
  pageData(): Result<SentCity> {
    const { loaded, pageUnits, facilityTable, households, units } = this;
    const areas = areaFeatures(loaded.areas, pageUnits);
    if (!areas.ok) return areas;
    const { nodes, edges, kilometres, components, largestShareByNodes } = networkStatistics(
      loaded.network,
    );
    return ok({
      info: loaded.info,
      units: pageUnits,
      facilities: facilityColumns(facilityTable, units),
      households: householdPoints(households, units, loaded.population),
      network: {
        vertexCount: nodes,
        edgeCount: edges,
        lengthKm: kilometres,
        componentCount: components,
        largestShare: largestShareByNodes,
      },
      areas: areas.value,
      notes: loaded.notes,
    });
  }

  /**
   * Puts households on the streets with all processors, for the ground that is asked for next. It
   * may be under way already; `onStoppable` is told how to give it up.
   */
  async standOnStreets(
    limits: SnapLimits,
    progress?: Progress,
    onStoppable: (stop: () => void) => void = () => undefined,
  ): Promise<void> {
    const key = keyOf(limits);
    if (this.#ground && key === this.#groundKey) return;
    if (this.#standing?.key !== key) {
      this.#standing?.stop();
      this.#standing = this.#stand(key, limits, progress);
    }
    const standing = this.#standing;
    if (standing === null) return;
    onStoppable(standing.stop);
    standing.points = await standing.found;
    if (standing.points === null && this.#standing === standing) this.#standing = null;
  }

  #stand(key: string, limits: SnapLimits, progress?: Progress): Standing | null {
    const { network, tables } = this.loaded;
    if (!this.#snapIndex) progress?.('index_streets', 0, 0);
    const job = householdsJob(
      { network, households: this.households, units: tables.admin_units },
      { caps: { ...limits, maxSnapM: null }, snapIndex: this.snapIndex },
    );
    if (job === null) return null;
    let isStopped = false;
    const found = withSnapHelpers(job, (helpers) =>
      snapTogether(job, helpers, progress, () => isStopped),
    );
    return { key, found, points: null, stop: () => (isStopped = true) };
  }

  /** Households and facilities on the streets; made again only when the limits change. */
  ground(limits: SnapLimits, progress?: Progress): Result<CoverageGround> {
    const { townMaxSnapM, villageMaxSnapM } = limits;
    const key = keyOf(limits);
    if (this.#ground && key === this.#groundKey) return ok(this.#ground);
    const { network, tables } = this.loaded;
    if (!this.#snapIndex) progress?.('index_streets', 0, 0);
    const { snapIndex } = this;
    const householdPoints = (this.#standing?.key === key && this.#standing.points) || undefined;
    const made = coverageGround(
      {
        network,
        households: this.households,
        facilities: this.facilityTable,
        units: tables.admin_units,
      },
      {
        caps: { townMaxSnapM, villageMaxSnapM, maxSnapM: null },
        weight: null,
        snapIndex,
        householdPoints,
        population: this.loaded.population,
      },
      progress,
    );
    if (made.ok) {
      this.#ground = made.value;
      this.#groundKey = key;
      this.#groundCaps = { townMaxSnapM, villageMaxSnapM };
      this.#standing = null;
    }
    return made;
  }

  /** Heights over the streets; null until a run with slope has read them. */
  get elevation(): ElevationGrid | null {
    return this.#elevation;
  }

  get groundCaps(): SnapLimits {
    return this.#groundCaps;
  }

  /** With the facilities as an option has them, put on the streets under the run's own limits. */
  plannedGround(
    ground: CoverageGround,
    scenario: Scenario | null,
    { townMaxSnapM, villageMaxSnapM }: SnapLimits,
  ): CoverageGround {
    if (scenario === null) return ground;
    const caps = { townMaxSnapM, villageMaxSnapM, maxSnapM: null };
    return plannedGround(ground, scenario, { snapIndex: this.snapIndex, caps }).ground;
  }

  get snapIndex(): SnapIndex {
    return (this.#snapIndex ??= buildSnapIndex(this.loaded.network));
  }

  /** The run with all columns of its households, ids among them. */
  withWholeHouseholds(run: CoverageRun, tables: Tables): CoverageRun {
    const households = tables.households ?? run.ground.households;
    return { ...run, ground: { ...run.ground, households } };
  }

  wholeTables(progress: Progress): Promise<Result<Tables>> {
    return this.loaded.wholeTables(progress);
  }

  /** For whoever leaves the households out: their other columns are not read for it. */
  otherTables(): Promise<Result<Tables>> {
    return this.loaded.otherTables?.() ?? Promise.resolve(ok(this.loaded.tables));
  }

  /** One household with all its columns. */
  async householdDetail(run: CoverageRun, householdIndex: number): Promise<HouseholdDetail> {
    return householdDetail(run, householdIndex, await this.loaded.otherFields(householdIndex));
  }

  /** Around one facility, also one that does not count; people as the last coverage placed them. */
  circle(
    facilityIndex: number,
    minutes: readonly number[],
    speedMetresPerS: number,
  ): Result<FacilityCircle> {
    const { run } = this;
    if (run === null) return problem('nothing_open');
    if (!this.#circles?.isOf(run)) this.#circles = new FacilityCircles(run);
    const { name, facility_id: id } = this.facilityTable.columns;
    const called = textAt(name, facilityIndex) ?? textAt(id, facilityIndex) ?? '';
    return this.#circles.around(facilityIndex, called, minutes, speedMetresPerS, run.states);
  }

  /** What stands beside a run. */
  beside(run: CoverageRun): BesideRun {
    if (this.#beside?.run !== run) this.#beside = new BesideRun(run);
    return this.#beside;
  }

  /** Reads what a run with these parameters needs and the city has not read yet: its heights. */
  async prepare({ slope }: CoverageParameters, progress: Progress): Promise<Result<null>> {
    if (!slope || this.#elevation !== null) return ok(null);
    progress('read_terrain', 0, 0);
    const read = await this.loaded.terrainFiles?.();
    if (!read?.ok) return problem('terrain_missing');
    const files = read.value.map(({ fileName: name, bytes }) => ({ name, bytes }));
    const elevation = await readTerrain(files, networkBox(this.loaded.network));
    if (!elevation.ok) return elevation;
    this.#elevation = elevation.value;
    return ok(null);
  }

  /** The page's parameters as core takes them; `prepare` has read what they need. */
  runParameters(parameters: CoverageParameters): RunParameters {
    return {
      minutes: parameters.minutes,
      speedMS: parameters.speedMetresPerS,
      types: parameters.facilityTypes,
      statuses: parameters.facilityStatuses,
      includesVillagePoints: parameters.includesVillagePoints,
      conditions: parameters.slope
        ? { ...defaultConditions, ...parameters.slope, elevation: this.#elevation }
        : null,
    };
  }

  /** The last run's streets, where they cost what these parameters ask. */
  streetsFor(parameters: CoverageParameters): ConditionedStreets | null {
    const asked = this.runParameters(parameters);
    return this.run && sameStreets(this.run, this.run.ground, asked) ? this.run.streets : null;
  }

  /**
   * A run over the facilities as they are, or as an option would have them, with chances to give it
   * up; the last one stands until this one is whole.
   */
  *coverage(
    parameters: CoverageParameters,
    progress: Progress,
    scenario: Scenario | null = null,
  ): Steps<Result<CoverageRun>> {
    const ground = this.ground(parameters, progress);
    if (!ground.ok) return ground;
    const planned = this.plannedGround(ground.value, scenario, parameters);
    const asked = this.runParameters(parameters);
    const run = yield* coverageSteps(planned, asked, progress, this.run);
    if (run.ok) this.run = run.value;
    return run;
  }
}
