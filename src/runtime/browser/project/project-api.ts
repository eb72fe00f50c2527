/** The open city and a plan as a project file, made in the engine's worker. */
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { ProjectParameters } from '../../../core/scenario';
import type { Cancellations } from '../cancellations';
import type { OpenCity } from '../city/open-city';
import type { CoverageParameters } from '../data/coverage-data';
import { moved } from '../transfers';
import { throttled } from '../worker-call';
import type { Project, ProjectOrder } from './project-data';
import { sourceOf } from './source-of';

type Answer<T> = Promise<Result<T>>;

export function createProjectApi(openCity: () => OpenCity | null, cancellations: Cancellations) {
  return {
    /** What a file says; all that is inside is unpacked to see that it is whole. */
    async projectContent(file: File): Answer<Project> {
      return (await import('./read-project-file')).readProjectFile(file);
    },

    async projectFile(order: ProjectOrder, token: number, progress: Progress): Answer<Uint8Array> {
      const city = openCity();
      if (city === null) return problem('nothing_open');
      const report = throttled(progress);
      const [{ packProject }, { dataFolderFiles }] = await Promise.all([
        import('../../../core/scenario'),
        import('../../../core/export'),
      ]);
      const tables = await (order.withHouseholds ? city.wholeTables(report) : city.otherTables());
      if (!tables.ok) return tables;
      if (await cancellations.caught(token)) return problem('cancelled');
      report('pack', 0, 0);
      const { info, network, areas, terrainFiles } = city.loaded;
      // The demo brings its own.
      const isOwn = order.withHouseholds || info.origin === 'files';
      const terrain = isOwn ? await terrainFiles?.() : null;
      const files = dataFolderFiles(
        {
          title: info.title,
          asOf: info.asOf,
          divisions: info.divisions,
          isGenerated: info.isGenerated,
          tables: tables.value,
          network,
          areas: areas?.bytes ?? null,
          terrain: (terrain?.ok ? terrain.value : []).map(({ fileName, bytes }) => ({
            name: fileName.split('/').at(-1)!,
            bytes,
          })),
        },
        order.withHouseholds,
      );
      const bytes = packProject(
        {
          source: sourceOf(info),
          carriesHouseholds: order.withHouseholds,
          parameters: parametersOf(order.parameters),
          plan: order.plan,
          currentOption: order.currentOption,
        },
        files,
      );
      return moved(ok(bytes), [bytes]);
    },
  };
}

function parametersOf(parameters: CoverageParameters): ProjectParameters {
  return {
    minutes: parameters.minutes,
    speed_m_per_s: parameters.speedMetresPerS,
    facility_types: parameters.facilityTypes,
    facility_statuses: parameters.facilityStatuses,
    town_max_snap_m: parameters.townMaxSnapM,
    village_max_snap_m: parameters.villageMaxSnapM,
    include_village_points: parameters.includesVillagePoints,
    slope: parameters.slope
      ? {
          judged_by: parameters.slope.judgement,
          crossing_s: parameters.slope.crossingS,
          wheelchair: parameters.slope.isWheelchair,
        }
      : null,
  };
}
