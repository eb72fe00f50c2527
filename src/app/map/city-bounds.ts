/** The box around what is open: real borders first, else the units' own points and the households. */
import type { AreaFeature, HouseholdPoints, Unit } from '../state/types';

export type Box = [[number, number], [number, number]];

export function cityBounds(
  areas: readonly AreaFeature[],
  units: readonly Unit[],
  households: HouseholdPoints | null,
): Box | null {
  const real = areas.filter((area) => area.properties.real);
  return (
    boxOf((take) => (real.length > 0 ? real : areas).forEach((a) => walk(a, take))) ??
    grown(
      boxOf((take) => {
        units.forEach(({ lon, lat }) => lon !== null && lat !== null && take(lon, lat));
        for (let i = 0; i < (households?.count ?? 0); i++)
          take(households!.positions[2 * i], households!.positions[2 * i + 1]);
      }),
    )
  );
}

/** Points are drawn as hexagons and names around them: a tenth more on every side. */
function grown(box: Box | null): Box | null {
  if (box === null) return null;
  const [[west, south], [east, north]] = box;
  const [moreLon, moreLat] = [(east - west) / 10, (north - south) / 10];
  return [
    [west - moreLon, south - moreLat],
    [east + moreLon, north + moreLat],
  ];
}

/** The box of one unit's area, or null where it has none. */
export function areaBounds(areas: readonly AreaFeature[], unitIndex: number): Box | null {
  return boxOf((take) =>
    areas.filter((a) => a.properties.unitIndex === unitIndex).forEach((a) => walk(a, take)),
  );
}

function walk(area: AreaFeature, take: (lon: number, lat: number) => void): void {
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') take(part[0], part[1] as number);
    else part.forEach(visit);
  };
  visit(area.geometry.coordinates);
}

function boxOf(each: (take: (lon: number, lat: number) => void) => void): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  each((lon, lat) => {
    // NaN moves nothing.
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  });
  return west <= east && south <= north
    ? [
        [west, south],
        [east, north],
      ]
    : null;
}
