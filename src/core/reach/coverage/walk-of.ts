/** The way of one household of a run to its facility, as the run judged it. */
import { NearestSearch } from '../search/nearest';
import type { EdgePoints } from '../streets/points';
import { walkingPath, type WalkingPath } from '../walks/path';
import type { CoverageRun } from './coverage-run';
import { tablePlaces } from './table-places';

/**
 * The path there; undefined where there is none. Under conditions it leads to the facility the walk
 * was judged by, while the run's own walk may be the way home, or half of both.
 */
export function walkOf(run: CoverageRun, household: number): WalkingPath | undefined {
  const { ground, walks, streets, nearest, facilityPoints } = run;
  const facility = walks.facility[household];
  if (facility < 0) return undefined;
  const { network, householdPoints: points, households, facilities } = ground;
  const place = tablePlaces(households);
  const start = {
    edge: points.edge[household],
    alongCm: points.alongCm[household],
    doorCm: points.doorCm[household],
    lon: place.lon[household],
    lat: place.lat[household],
  };
  const doors = tablePlaces(facilities);
  if (streets === null) return walkingPath(network, nearest, facilityPoints, start, doors);
  const only = onlyOne(facilityPoints, facility);
  const search = new NearestSearch(streets.network, streets.costs);
  search.run(only);
  return walkingPath(streets.network, search, only, start, doors);
}

function onlyOne(points: EdgePoints, wanted: number): EdgePoints {
  const edge = Int32Array.from(points.edge, (e, f) => (f === wanted ? e : -1));
  return { edge, alongCm: points.alongCm, doorCm: points.doorCm };
}
