/**
 * The project as a file, and what this machine keeps of it between visits: options alone, unless
 * somebody asks for household rows, and those only into a file.
 */
import type { Engine } from '../../runtime/browser/engine-client';
import type { Project as ProjectContent } from '../../runtime/browser/project/project-data';
import { emptyPlan } from '../../core/scenario';
import { problem, type Problem, type Result } from '../../core/result';
import type { CoverageParameters } from './types';
import type { City } from './city.svelte';
import type { Coverage } from './coverage.svelte';
import { save } from './exports.svelte';
import type { Messages } from './messages.svelte';
import type { Scenarios } from './scenarios.svelte';
import type { Work } from './work.svelte';

export interface ProjectParts {
  readonly city: City;
  readonly coverage: Coverage;
  readonly scenarios: Scenarios;
  readonly work: Work;
  readonly messages: Messages;
  /** Opens the demo city, or the data inside a project file, and computes it. */
  readonly openDemo: () => Promise<void>;
  readonly openData: (file: File) => Promise<void>;
  /** Recomputes, and lets lists and details follow. */
  readonly changeParameters: (patch: Partial<CoverageParameters>) => Promise<void>;
}

const keepAfterMs = 400;

export class Project {
  #engine: Engine;
  #parts: ProjectParts;
  #withHouseholds = $state(false);
  #isRestored = $state(false);
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: Engine, parts: ProjectParts) {
    this.#engine = engine;
    this.#parts = parts;
  }

  /** Household rows go into the file only where this is true; it never is by itself. */
  get withHouseholds(): boolean {
    return this.#withHouseholds;
  }

  set withHouseholds(withHouseholds: boolean) {
    this.#withHouseholds = withHouseholds;
  }

  /** True when the options in view were kept here since an earlier visit. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  async save(): Promise<void> {
    const { city, coverage, scenarios, work, messages } = this.#parts;
    if (city.info === null) return;
    const order = {
      plan: scenarios.plan,
      currentOption: scenarios.current?.id ?? null,
      parameters: coverage.parameters,
      withHouseholds: this.#withHouseholds,
    };
    const made = await work.follow('work.save_project', (progress, signal) =>
      this.#engine.project.file(order, progress, signal),
    );
    if (made.ok) {
      messages.settle('scenario');
      save(`${city.info.title}.carecircle`, new Blob([made.value as BlobPart]));
    } else this.#tell(made.problem);
  }

  /** Opens a project over the data it stands on; what is open stays as it is if that fails. */
  async open(file: File): Promise<Result<null>> {
    const read = await this.#engine.project.read(file);
    if (!read.ok) return this.#tell(read.problem);
    const data = await this.#bringData(read.value, file);
    if (!data.ok) return this.#tell(data.problem);
    const { plan, currentOption, parameters } = read.value;
    this.#parts.messages.settle('scenario');
    this.#parts.scenarios.replace(plan, currentOption);
    await this.#parts.changeParameters({
      minutes: parameters.minutes,
      speedMetresPerS: parameters.speed_m_per_s,
      facilityTypes: parameters.facility_types,
      facilityStatuses: parameters.facility_statuses,
      townMaxSnapM: parameters.town_max_snap_m,
      villageMaxSnapM: parameters.village_max_snap_m,
      includesVillagePoints: parameters.include_village_points,
      slope: parameters.slope && {
        judgement: parameters.slope.judged_by,
        crossingS: parameters.slope.crossing_s,
        isWheelchair: parameters.slope.wheelchair,
      },
    });
    return { ok: true, value: null };
  }

  /** After every change of the plan: kept a moment later, in one piece. */
  keep(): void {
    const { city, scenarios } = this.#parts;
    const { info } = city;
    const { plan, current } = scenarios;
    // A plan that was never begun is not kept in place of one that was.
    if (info === null || plan === emptyPlan) return;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(
      () => void this.#engine.project.keep(info, plan, current?.id ?? null),
      keepAfterMs,
    );
  }

  /** Brings back the options kept for the city that was opened, unless there are some already. */
  async restore(): Promise<void> {
    const { city, scenarios } = this.#parts;
    this.#isRestored = false;
    if (city.info === null) return;
    const kept = await this.#engine.project.kept(city.info);
    if (kept === null || kept.plan.options.length === 0 || scenarios.options.length > 0) return;
    scenarios.replace(kept.plan, kept.currentOption);
    this.#isRestored = true;
  }

  /** 一键清除本机数据; what is in view stays until the page is closed. */
  async clearMachine(): Promise<void> {
    clearTimeout(this.#keeping);
    this.#isRestored = false;
    await this.#engine.project.clear();
  }

  async #bringData(project: ProjectContent, file: File): Promise<Result<null>> {
    const { city } = this.#parts;
    const isOpen = () => city.info !== null && this.#engine.project.isOf(city.info, project.source);
    if (isOpen()) return { ok: true, value: null };
    if (project.carriesHouseholds) await this.#parts.openData(file);
    else if (project.source.is_demo) await this.#parts.openDemo();
    else
      return problem('project_without_households', {
        file: file.name,
        title: project.source.title,
      });
    // The data's own failure has been told already.
    return city.info === null ? problem('cancelled') : { ok: true, value: null };
  }

  #tell(found: Problem): Result<never> {
    if (found.code !== 'cancelled') this.#parts.messages.addProblem('scenario', found);
    return { ok: false, problem: found };
  }
}
