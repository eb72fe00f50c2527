/**
 * A stored result as the page shows a city: units, facilities, borders, counts and lists, without
 * households, streets or the database. What needs those is opened whole, when someone asks for it.
 */
import type {
  Count,
  GroupCount,
  ResultSummary,
  UncoveredSummary,
} from '../../../core/export/summary/result-summary';
import { prioritiesOf } from '../../../core/export/handed-in/priority';
import { manifestFileName, parseManifest } from '../../../core/import/manifest';
import { hundredthsOf } from '../../../core/export/summary/sentences';
import { groups, type Counts, type CoverageResult, type Group } from '../data/coverage-data';
import { defaultParameters } from '../data/default-parameters';
import { facilityRecords } from '../data/facility-records';
import type { ListKind, UncoveredVillage } from '../data/figure-data';
import type { AreaFeature, CityData, CityInfo, FacilityColumns, Unit } from '../data/page-data';
import { servedFiles } from '../load/city-files';

export interface SummaryCity {
  readonly city: CityData;
  readonly coverage: CoverageResult;
  readonly lists: Readonly<Record<ListKind, readonly UncoveredVillage[]>>;
}

/** Null where the result is of other files than those that lie in the folder. */
export async function summaryCity(
  baseUrl: string,
  summary: ResultSummary,
): Promise<SummaryCity | null> {
  const bytes = await servedFiles(baseUrl).read(manifestFileName);
  const manifest = bytes.ok ? parseManifest(bytes.value) : null;
  if (!manifest?.ok) return null;
  const { title, as_of: asOf, divisions, generated, files } = manifest.value;
  const isOther = summary.inputs.some(({ name, sha256 }) => {
    const there = files[name]?.sha256;
    return there !== undefined && sha256 !== undefined && there !== sha256;
  });
  if (isOther) return null;
  const listed = Object.entries(files).map(([name, { sha256 = null }]) => ({ name, sha256 }));
  return cityOf(summary, {
    origin: 'demo',
    title,
    asOf,
    divisions,
    isGenerated: generated,
    isEstimated: summary.estimated ?? false,
    files: listed,
  });
}

/** The order of units and facilities is the summary's own. */
export function cityOf(summary: ResultSummary, info: CityInfo): SummaryCity {
  const { parameters, uncovered } = summary;
  const unitIndex = new Map(summary.units.map(({ unitCode }, index) => [unitCode, index]));
  const units = summary.units.map((unit, index): Unit => ({
    index,
    code: unit.unitCode,
    name: unit.name,
    level: unit.level,
    kind: unit.kind,
    parentIndex: unitIndex.get(unit.parentCode ?? '') ?? -1,
    lon: unit.lon,
    lat: unit.lat,
    isCentralTown: parameters.centralTowns.includes(unit.unitCode),
    asOf: info.asOf,
    source: null,
  }));
  const areas = summary.borders.flatMap(({ unitCode, polygons }): AreaFeature[] => {
    const index = unitIndex.get(unitCode);
    if (index === undefined) return [];
    const properties = { unitIndex: index, level: units[index].level, real: true };
    return [
      { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: polygons } },
    ];
  });
  const limits = { minutes: parameters.minutes, speedMetresPerS: parameters.speedMS };
  return {
    city: {
      info,
      units,
      facilities: facilityRecords(facilityColumns(summary, unitIndex)),
      households: {
        count: 0,
        positions: new Float32Array(0),
        unitIndex: new Int32Array(0),
        age60Plus: new Uint16Array(0),
      },
      streets: [],
      network: null,
      areas,
      notes: [],
    },
    coverage: {
      parameters: {
        ...limits,
        facilityTypes: parameters.types ?? defaultParameters.facilityTypes,
        facilityStatuses: parameters.statuses ?? defaultParameters.facilityStatuses,
        townMaxSnapM: parameters.townMaxSnapM,
        villageMaxSnapM: parameters.villageMaxSnapM,
        includesVillagePoints: parameters.includesVillagePoints,
      },
      householdState: new Uint8Array(0),
      householdTimeS: new Float32Array(0),
      householdFacility: new Int32Array(0),
      units: summary.units.map((unit, index) => {
        const hundredths = hundredthsOf(unit);
        return {
          unitIndex: index,
          counts: Object.fromEntries(
            groups.map((group) => [group, countsOf(unit.groups[group])]),
          ) as Record<Group, Counts | null>,
          medianMinutes: unit.medianMinutes,
          p90Minutes: unit.p90Minutes,
          rate60Plus: hundredths === null ? null : hundredths / 100,
        };
      }),
      facilityCounts: Uint8Array.from(summary.facilities, ({ counts }) => Number(counts)),
      notes: [],
      elapsedMs: 0,
    },
    lists: {
      policy: villagesOf(uncovered.byPolicy, summary, unitIndex),
      on_foot: villagesOf(uncovered.onFoot, summary, unitIndex),
    },
  };
}

const ranks = { low: 1, medium: 2, high: 3 } as const;

/** Withheld counts are as good as unknown here. */
function numberOf(count: Count): number | null {
  return typeof count === 'number' ? count : null;
}

function countsOf([total, covered, notConnected, notLocated]: GroupCount): Counts | null {
  const known = [total, notConnected, notLocated].map(numberOf);
  if (known.includes(null)) return null;
  const [a, c, d] = known as number[];
  return { total: a, covered: numberOf(covered), notConnected: c, notLocated: d };
}

function facilityColumns(
  { facilities }: ResultSummary,
  unitIndex: ReadonlyMap<string, number>,
): FacilityColumns {
  return {
    unitIndex: Int32Array.from(facilities, ({ unitCode }) => unitIndex.get(unitCode ?? '') ?? -1),
    columns: {
      facility_id: facilities.map(({ facilityId }) => facilityId),
      name: facilities.map(({ name }) => name),
      type: facilities.map(({ type }) => type),
      status: facilities.map(({ status }) => status),
      lon: facilities.map(({ lon }) => lon),
      lat: facilities.map(({ lat }) => lat),
      floor_area_m2: facilities.map(({ floorAreaM2 }) => floorAreaM2),
      beds: facilities.map(({ beds }) => beds),
      operator_name: facilities.map(({ operatorName }) => operatorName),
      open_hours_text: facilities.map(({ openHours }) => openHours),
    },
  };
}

/** Minutes over the limit, three decimals like the walk itself; null where there are none. */
function beyond(minutes: number | null, limit: number): number | null {
  return minutes === null || minutes <= limit ? null : Math.round((minutes - limit) * 1000) / 1000;
}

function villagesOf(
  rows: readonly UncoveredSummary[],
  { facilities, parameters }: ResultSummary,
  unitIndex: ReadonlyMap<string, number>,
): UncoveredVillage[] {
  const facilityIndex = new Map(facilities.map(({ facilityId }, index) => [facilityId, index]));
  const priorities = prioritiesOf(rows);
  return rows.map((row, i) => {
    const minutes = row.median_minutes;
    const ranked = priorities[i];
    return {
      unitIndex: unitIndex.get(row.unit_code) ?? -1,
      unitCode: row.unit_code,
      name: row.name,
      townName: row.town_name,
      countyName: row.county_name,
      households: numberOf(row.households),
      age60Plus: numberOf(row.age_60_plus),
      age80Plus: numberOf(row.age_80_plus),
      livingAlone: numberOf(row.living_alone),
      dependent: numberOf(row.dependent),
      facilityIndex: facilityIndex.get(row.nearest_facility_id ?? '') ?? -1,
      facilityName: row.nearest_facility_name,
      minutes,
      shortMinutes: beyond(minutes, parameters.minutes),
      cause: row.cause,
      suggestion: row.suggestion,
      priority: ranked === null ? null : ranks[ranked],
    };
  });
}
