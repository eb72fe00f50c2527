/** The open city as siting takes it, made of what the engine holds. */
import { version } from '../../../../package.json';
import { ok, type Result } from '../../../core/result';
import type { OpenCity } from '../city/open-city';
import { areaFeatures } from '../load/loaded-city';
import type { SiteCity } from './site-ground-of';

/** Households stand where the last coverage has placed them. */
export function siteCity(city: OpenCity): Result<SiteCity> {
  const { loaded, facilityTable, pageUnits } = city;
  const { tables, network } = loaded;
  const ground = city.ground(city.groundCaps);
  if (!ground.ok) return ground;
  const areas = areaFeatures(loaded.areas, pageUnits);
  if (!areas.ok) return areas;
  const { households, householdPoints, places } = ground.value;
  return ok({
    tables: {
      network,
      households,
      facilities: facilityTable,
      units: tables.admin_units,
      services: tables.facility_services,
    },
    land: {
      network,
      units: tables.admin_units,
      premises: tables.premises,
      areas: new Map(
        areas.value.map(({ properties, geometry }) => {
          const { coordinates, type } = geometry;
          const polygons = type === 'Polygon' ? [coordinates] : coordinates;
          return [pageUnits[properties.unitIndex].code, polygons as number[][][][]];
        }),
      ),
    },
    snapIndex: city.snapIndex,
    placed: { householdPoints, places },
    placedCaps: city.groundCaps,
    inputs: loaded.info.files.map(({ name, sha256 }) => ({
      role: 'data',
      name,
      ...(sha256 === null ? {} : { sha256 }),
    })),
    version,
    elevation: city.elevation,
  });
}
