/** What this page has computed, in the shape of a stored result, so that one screen shows both. */
import { version } from '../../../package.json';
import type {
  GroupCount,
  ResultSummary,
  SummaryGroup,
  UncoveredSummary,
  UnitSummary,
} from '../../core/export/summary/result-summary';
import type { EvaluationPart } from '../../core/export/summary/summarise';
import { groups, type CoverageResult } from '../../runtime/browser/data/coverage-data';
import type { Unit } from '../../runtime/browser/data/page-data';
import type { City } from './city.svelte';

/** A village with less of its 60+ covered, in percent, is uncovered on foot: as the lists have it. */
const sharePercent = 50;
const villageCoverage = 'rural_eldercare_village_coverage';

export function computedSummary(
  city: City,
  { parameters, units }: CoverageResult,
  part: EvaluationPart,
  option: string | undefined,
): ResultSummary {
  const { townMaxSnapM, villageMaxSnapM, includesVillagePoints } = parameters;
  const summaries = city.units.map((unit) => unitSummary(city, unit, units));
  const byCode = new Map(summaries.map((unit) => [unit.unitCode, unit]));
  const failing = part.indicators.find(({ id }) => id === villageCoverage)?.failing ?? [];
  return {
    format: 'carecircle-summary',
    version: 1,
    programVersion: version,
    title: city.info?.title ?? '',
    ...(option === undefined ? {} : { option }),
    generated: city.isGenerated,
    estimated: city.isEstimated,
    profile: 'internal',
    asOf: part.asOf,
    divisions: part.divisions,
    policy: part.policy,
    parameters: {
      minutes: parameters.minutes,
      speedMS: parameters.speedMetresPerS,
      townMaxSnapM,
      villageMaxSnapM,
      types: parameters.facilityTypes,
      statuses: parameters.facilityStatuses,
      includesVillagePoints,
      sharePercent,
      villageTypes: [],
      centralTowns: part.centralTowns,
    },
    inputs: [],
    sources: part.sources,
    units: summaries.sort(byLevelThenCode),
    indicators: part.indicators,
    uncovered: {
      byPolicy: failing.flatMap((code) => listed(byCode.get(code))),
      onFoot: summaries.filter(isUncoveredOnFoot).flatMap(listed),
    },
    facilities: [],
    borders: [],
    sensitivity: null,
  };
}

function unitSummary(city: City, unit: Unit, units: CoverageResult['units']): UnitSummary {
  const { counts, medianMinutes, p90Minutes } = units[unit.index];
  const of = (group: SummaryGroup): GroupCount => {
    const found = counts[group];
    if (found === null) return [null, null, null, null];
    return [found.total, found.covered, found.notConnected, found.notLocated];
  };
  return {
    unitCode: unit.code,
    name: unit.name,
    level: unit.level,
    kind: unit.kind,
    parentCode: city.units[unit.parentIndex]?.code ?? null,
    lon: unit.lon,
    lat: unit.lat,
    groups: Object.fromEntries(groups.map((group) => [group, of(group)])) as UnitSummary['groups'],
    dependent: null,
    medianMinutes,
    p90Minutes,
  };
}

function isUncoveredOnFoot({ level, groups: { age_60_plus: people } }: UnitSummary): boolean {
  const [total, covered] = people;
  if (level !== 'village' || typeof total !== 'number' || typeof covered !== 'number') return false;
  return total > 0 && 100 * covered < sharePercent * total;
}

/** By name alone: cause and remedy stand in the lists that are exported. */
function listed(unit: UnitSummary | undefined): UncoveredSummary[] {
  if (unit === undefined) return [];
  const [total] = unit.groups.age_60_plus;
  return [
    {
      unit_code: unit.unitCode,
      name: unit.name,
      kind: unit.kind,
      town_name: null,
      county_name: null,
      households: unit.groups.households[0],
      age_60_plus: total,
      age_80_plus: unit.groups.age_80_plus[0],
      living_alone: unit.groups.living_alone[0],
      dependent: unit.dependent,
      nearest_facility_id: null,
      nearest_facility_name: null,
      median_minutes: unit.medianMinutes,
      cause: '',
      suggestion: '',
    },
  ];
}

const levels = ['city', 'county', 'town', 'village'];

function byLevelThenCode(a: UnitSummary, b: UnitSummary): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level);
  return level || (a.unitCode < b.unitCode ? -1 : 1);
}
