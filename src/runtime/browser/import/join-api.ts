/** What the engine's worker answers about imports: taking one in, and giving it up again. */
import { ok, problem, type Progress, type Result } from '../../../core/result';
import type { ChangeCounts } from '../../../core/import';
import type { Cancellations } from '../cancellations';
import type { Language } from '../../../core/i18n/t';
import { OpenCity } from '../city/open-city';
import { streetPaths } from '../city/street-paths';
import { defaultParameters } from '../data/default-parameters';
import type { ExportedFile } from '../data/figure-data';
import type { ChangeRequest, ChangeWindow, JoinPlan } from '../data/import-data';
import type { SentCity, StreetPaths } from '../data/page-data';
import { moved } from '../transfers';
import { throttled } from '../worker-call';
import type { OwnPlaces } from './known-places';
import { ChangedList } from './changed-list';
import { received, type Parcel } from './parcel';

/** Where the engine keeps the city that is open. */
export interface CityPlace {
  get(): OpenCity | null;
  set(city: OpenCity | null): void;
}

export interface SentJoin {
  readonly city: SentCity;
  readonly changes: readonly ChangeCounts[];
}

export function createJoinApi(place: CityPlace, cancellations: Cancellations) {
  /** Cities before each import, the last one last; they share what did not change. */
  const earlier: (OpenCity | null)[] = [];
  /** Of the last import. */
  let changed: ChangedList | null = null;

  return {
    /** The next city takes the open one's place only when it is whole. */
    async join(
      port: MessagePort,
      plan: JoinPlan,
      token: number,
      progress: Progress,
      onStreets: (streets: readonly StreetPaths[]) => void,
    ): Promise<Result<SentJoin>> {
      const report = throttled(progress);
      const parcel = await received<Parcel>(port);
      const { joinCity } = await import('./join-city');
      const before = place.get();
      const joined = await joinCity(
        plan.joinsOpenCity ? (before?.loaded ?? null) : null,
        parcel,
        plan,
        report,
      );
      if (!joined.ok) return joined;
      if (await cancellations.caught(token)) return problem('cancelled');
      const opened = OpenCity.from(joined.value.loaded);
      if (!opened.ok) return opened;
      await opened.value.standOnStreets(defaultParameters, report, (stop) =>
        cancellations.onCancel(token, stop),
      );
      if (await cancellations.caught(token)) return problem('cancelled');
      const ground = opened.value.ground(defaultParameters, report);
      if (!ground.ok) return ground;
      const city = opened.value.pageData();
      if (!city.ok) return city;
      if (await cancellations.caught(token)) return problem('cancelled');
      if (parcel.streets) {
        const streets = streetPaths(joined.value.loaded.network);
        onStreets(moved(streets, streets));
      }
      earlier.push(before);
      place.set(opened.value);
      changed = new ChangedList(joined.value.changed);
      const answer = { city: city.value, changes: joined.value.changes };
      return moved(ok(answer), [city.value.households, city.value.facilities.unitIndex]);
    },

    /** The city as it was before the last import. */
    undoJoin(): Result<null> {
      if (earlier.length === 0) return problem('nothing_open');
      place.set(earlier.pop()!);
      changed = null;
      return ok(null);
    },

    /** Some of the rows that the last import changed, in the order asked for. */
    changedRows(request: ChangeRequest): ChangeWindow {
      return changed?.window(request) ?? { total: 0, rows: [] };
    },

    /** All of them as a file, in words. */
    async changesFile(format: 'xlsx' | 'csv', language: Language): Promise<Result<ExportedFile>> {
      if (changed === null) return problem('nothing_open');
      const { changesFile } = await import('./changes-file');
      return changesFile(changed, place.get()?.loaded.tables.admin_units, format, language);
    },

    /** What the open city knows of places goes through the port; generated places are no evidence. */
    lendPlaces(port: MessagePort): void {
      const loaded = place.get()?.loaded;
      const own: OwnPlaces | null =
        loaded && !loaded.info.isGenerated
          ? {
              units: loaded.tables.admin_units ?? null,
              areas: loaded.areas?.bytes ?? null,
              network: loaded.network,
              hamlets: loaded.tables.hamlets ?? null,
              population: loaded.tables.population ?? null,
            }
          : null;
      port.postMessage(own);
      port.close();
    },
  };
}
