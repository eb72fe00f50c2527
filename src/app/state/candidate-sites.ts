/** New sites: blank ones, and those taken from a place of the data. */
import { quantiseDegrees } from '../../core/geo';
import type { NewSite } from './scenarios.svelte';
import type { PlannedSite, SiteSource, Unit } from './types';

/** A place of the data as a site of the option. */
export function siteFrom(
  source: SiteSource,
  unit: Unit | undefined,
  name: string,
  isChosen: boolean,
): NewSite {
  const { lon, lat, cost10kYuan, buildingMode, origin, originId } = source;
  return {
    ...blankSite(unit?.kind ?? null),
    name,
    lon: quantiseDegrees(lon),
    lat: quantiseDegrees(lat),
    unitCode: unit?.code ?? null,
    cost10kYuan,
    buildingMode,
    isChosen,
    origin,
    originId,
  };
}

/** Places that no site of the option was taken from. */
export function notTaken(
  sources: readonly SiteSource[],
  sites: readonly PlannedSite[],
): readonly SiteSource[] {
  const taken = new Set(sites.map(({ origin, originId }) => `${origin} ${originId}`));
  return sources.filter(({ origin, originId }) => !taken.has(`${origin} ${originId}`));
}

/** What most new sites are: a station in town, a mutual-aid home in a village. */
export function blankSite(unitKind: string | null): Omit<NewSite, 'name' | 'lon' | 'lat'> {
  return {
    type: unitKind === 'villagers_committee' ? 'rural_happiness_home' : 'home_care_station',
    unitCode: null,
    capacityPersons: null,
    cost10kYuan: null,
    year: null,
    buildingMode: null,
    isChosen: true,
    origin: 'drawn',
    originId: null,
  };
}
