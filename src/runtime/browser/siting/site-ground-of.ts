/** From an order to the ground its search stands on: the option's facilities, the candidates, the unit. */
import type { ElevationGrid } from '../../../core/geo';
import { defaultConditions } from '../../../core/reach';
import { applyScenario } from '../../../core/scenario';
import { ok, type Progress, type Result } from '../../../core/result';
import {
  candidateTable,
  gatherCandidates,
  siteGround,
  tablesWithin,
  type CandidateLand,
  type CandidatePlace,
  type PlacedHouseholds,
  type SiteGround,
  type SiteTables,
} from '../../../core/siting';
import type { SnapIndex } from '../../../core/network';
import type { SiteOrder } from './siting-data';

/** The open city as siting takes it: one copy, sent when somebody first asks. */
export interface SiteCity {
  readonly tables: Omit<SiteTables, 'candidates'>;
  readonly land: CandidateLand;
  readonly snapIndex: SnapIndex;
  /** Households on the streets, under these limits of the door's leg. */
  readonly placed: PlacedHouseholds;
  readonly placedCaps: { readonly townMaxSnapM: number; readonly villageMaxSnapM: number };
  /** Files by name and hash, for the certificate. */
  readonly inputs: readonly Readonly<Record<string, string>>[];
  readonly version: string;
  /** Heights over the streets, once a run with slope has read them. */
  readonly elevation: ElevationGrid | null;
}

export interface OrderedGround {
  readonly ground: SiteGround;
  readonly places: readonly CandidatePlace[];
}

export const candidatesFileName = 'candidates.csv';

export function groundOf(
  city: SiteCity,
  { asks, walking, scenario, choice, rules, emphasis }: SiteOrder,
  progress?: Progress,
): Result<OrderedGround> {
  const places = gatherCandidates(city.land, choice);
  const { facilities } = city.tables;
  const present =
    facilities && scenario ? applyScenario(facilities, scenario).facilities : facilities;
  const whole = { ...city.tables, facilities: present };
  const tables = choice.withinUnit === null ? ok(whole) : tablesWithin(whole, choice.withinUnit);
  if (!tables.ok) return tables;
  const { townMaxSnapM, villageMaxSnapM } = walking;
  const isAsPlaced =
    choice.withinUnit === null &&
    townMaxSnapM === city.placedCaps.townMaxSnapM &&
    villageMaxSnapM === city.placedCaps.villageMaxSnapM;
  const ground = siteGround(
    { ...tables.value, candidates: candidateTable(places, rules, candidatesFileName) },
    {
      minutes: walking.minutes,
      speedMS: walking.speedMetresPerS,
      caps: { townMaxSnapM, villageMaxSnapM, maxSnapM: null },
      emphasis,
      weight: null,
      types: walking.facilityTypes,
      statuses: walking.facilityStatuses,
      includesVillagePoints: walking.includesVillagePoints,
      conditions: walking.slope
        ? { ...defaultConditions, ...walking.slope, elevation: city.elevation }
        : null,
      farMinutes: farMinutesOf(asks),
      snapIndex: city.snapIndex,
      placed: isAsPlaced ? city.placed : undefined,
    },
    progress,
  );
  return ground.ok ? ok({ ground: ground.value, places }) : ground;
}

function farMinutesOf(asks: SiteOrder['asks']): number | undefined {
  const [walk] = asks.flatMap((ask) => (ask.kind === 'smallest_walk' ? [ask.farMinutes] : []));
  return walk;
}
