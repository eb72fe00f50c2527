/** Places that can become candidates: premises of the table, village offices, corners of streets. */
import { ok, problem, type Result } from '../../../core/result';
import { buildingModes } from '../../../core/scenario';
import { textAt, valueAt } from '../../../core/store/columns';
import { UnitAreas } from '../../../core/import';
import type { DrawnPolygon, SiteSource, SourceKind } from '../data/scenario-data';
import type { ScenarioDesk } from './scenario-desk';

/** More than anybody looks at one by one: a smaller area is asked for. */
const MOST_SOURCES = 500;

export function siteSources(
  desk: ScenarioDesk,
  kind: SourceKind,
  polygon: DrawnPolygon | null,
): Result<readonly SiteSource[]> {
  const isInside = within(polygon);
  const all = { premise: premises, village_office: villageOffices, junction: junctions }[kind];
  const found: SiteSource[] = [];
  let count = 0;
  for (const place of all(desk)) {
    if (!isInside(place.lon, place.lat)) continue;
    count++;
    if (found.length < MOST_SOURCES) {
      found.push({ ...place, unitIndex: place.unitIndex ?? desk.finder.at(place.lon, place.lat) });
    }
  }
  if (count > MOST_SOURCES && polygon !== null)
    return problem('sources_too_many', { count, most: MOST_SOURCES });
  return ok(found);
}

type Place = Omit<SiteSource, 'unitIndex'> & { unitIndex: number | null };

function* premises({ city }: ScenarioDesk): Generator<Place> {
  const table = city.loaded.tables.premises;
  const number = (name: string, row: number) => {
    const value = valueAt(table?.columns[name], row);
    return typeof value === 'number' ? value : null;
  };
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const lon = number('lon', row);
    const lat = number('lat', row);
    if (lon === null || lat === null) continue;
    const text = (name: string) => textAt(table?.columns[name], row);
    const unit = city.units.indexOf.get(text('unit_code') ?? '');
    yield {
      origin: 'premise',
      originId: text('premise_id') ?? String(row),
      name: text('name'),
      lon,
      lat,
      unitIndex: unit ?? null,
      cost10kYuan: number('renovation_cost_10k_yuan', row),
      buildingMode: buildingModes.find((mode) => mode === text('building_mode')) ?? null,
      areaM2: number('usable_area_m2', row),
      currentUse: text('current_use'),
    };
  }
}

function* villageOffices({ city }: ScenarioDesk): Generator<Place> {
  for (const unit of city.pageUnits) {
    if (unit.level !== 'village' || unit.lon === null || unit.lat === null) continue;
    const { code: originId, name, lon, lat, index: unitIndex } = unit;
    yield { ...bare, origin: 'village_office', originId, name, lon, lat, unitIndex };
  }
}

/** Where three streets or more meet. */
function* junctions({ city }: ScenarioDesk): Generator<Place> {
  const { vertexCount, arcStart, vertexLon, vertexLat } = city.loaded.network;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (arcStart[vertex + 1] - arcStart[vertex] < 3) continue;
    const [lon, lat] = [vertexLon[vertex], vertexLat[vertex]];
    yield {
      ...bare,
      origin: 'junction',
      originId: `${lon.toFixed(7)},${lat.toFixed(7)}`,
      name: null,
      lon,
      lat,
      unitIndex: null,
    };
  }
}

const bare = { cost10kYuan: null, buildingMode: null, areaM2: null, currentUse: null };

function within(polygon: DrawnPolygon | null): (lon: number, lat: number) => boolean {
  if (polygon === null) return () => true;
  const areas = new UnitAreas();
  areas.add('drawn', [[[...polygon, polygon[0]].map(([lon, lat]) => [lon, lat])]]);
  return (lon, lat) => areas.contains('drawn', lon, lat);
}
