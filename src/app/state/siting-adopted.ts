/** A recommended site as the option takes it: what it will be, what it costs, where it came from. */
import type { CandidatePlace, CandidateSource } from '../../core/siting';
import type { RecommendedSite } from '../../runtime/browser/siting/siting-data';
import type { City } from './city.svelte';
import type { NewSite } from './scenarios.svelte';

const buildingModeOf: Record<CandidateSource, NewSite['buildingMode']> = {
  premise: 'renovated',
  office: 'renovated',
  junction: 'new',
  drawn: null,
};

/** What a candidate is called: its own name, else the village or community it stands in. */
export function placeName({ name, unitCode, id }: CandidatePlace, city: City): string {
  const unit = unitCode === null ? null : city.unitByCode(unitCode);
  if (name === null) return unit ? `${unit.name} ${id}` : id;
  const town = unit ? city.pathTo(unit.index).find(({ level }) => level === 'town') : undefined;
  return town && !name.includes(town.name) ? `${town.name} ${name}` : name;
}

export function adoptedSite(site: RecommendedSite, year: number | null, city: City): NewSite {
  const { place, because } = site;
  const unit = place.unitCode === null ? null : city.unitByCode(place.unitCode);
  const isRural = unit?.kind === 'villagers_committee';
  // A rule before the last one is the towns': each of them asks for a care centre.
  const type =
    because === 'earlier' ? 'care_centre' : isRural ? 'rural_happiness_home' : 'home_care_station';
  return {
    name: placeName(place, city),
    type,
    lon: place.lon,
    lat: place.lat,
    unitCode: place.unitCode,
    capacityPersons: null,
    cost10kYuan: place.cost,
    year,
    buildingMode: buildingModeOf[place.source],
    isChosen: true,
    origin: 'recommended',
    originId: place.id,
  };
}
