/** The pins of an option: its sites, the facilities it moves, and what is being looked at. */
import { correctionsOf, sitesOf, type Scenario } from '../../core/scenario';
import type { Facility } from './types';

/** What can be picked up on the map: a site of the option, or a facility it moves. */
export interface Pin {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly isChosen: boolean;
  /** A facility of the data, not a new site. */
  readonly isFacility: boolean;
}

/** Where the option has them, also one that is in hand. */
export function pinsOf(
  option: Scenario | null,
  facilities: readonly Facility[],
  selectedId: string | null,
): Pin[] {
  const sites = option ? sitesOf(option) : [];
  return [
    ...sites.map(({ id, lon, lat, name, isChosen }): Pin => {
      return { id, lon, lat, name, isChosen, isFacility: false };
    }),
    ...facilityPins(option, facilities, selectedId),
  ];
}

function facilityPins(
  option: Scenario | null,
  facilities: readonly Facility[],
  selectedId: string | null,
): Pin[] {
  const ids = new Set(
    option?.changes.flatMap((change) => (change.kind === 'move' ? [change.facilityId] : [])),
  );
  if (selectedId !== null) ids.add(selectedId);
  if (ids.size === 0) return [];
  return facilities.flatMap(({ id, name, lon, lat }): Pin[] => {
    if (!ids.has(id)) return [];
    const moved = option ? correctionsOf(option, id).find(({ kind }) => kind === 'move') : null;
    const place = moved?.kind === 'move' ? moved : { lon, lat };
    if (place.lon === null || place.lat === null) return [];
    const called = { name: name ?? id, isChosen: true, isFacility: true };
    return [{ id, lon: place.lon, lat: place.lat, ...called }];
  });
}
