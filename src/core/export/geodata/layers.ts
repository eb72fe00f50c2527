/**
 * A summary as layers of features with plain columns, for geographic programs. Units are points at their
 * seats; only counties have areas, since only theirs are true, and none in the public profile: an
 * approval is of a map, not of its data. WGS-84 degrees.
 */
import { prioritiesOf } from '../handed-in/priority';
import { hundredthsOf } from '../summary/sentences';
import { summaryGroups, type Count, type ResultSummary } from '../summary/result-summary';

export type LonLat = readonly [number, number];
export type Polygon = readonly (readonly LonLat[])[];

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LonLat }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };

export interface LayerColumn {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'real';
}

export interface Layer {
  readonly name: string;
  readonly geometry: Geometry['type'];
  readonly columns: readonly LayerColumn[];
  readonly features: readonly {
    /** Null where a place is unknown. */
    readonly geometry: Geometry | null;
    /** In the order of the columns. */
    readonly values: readonly (string | number | null)[];
  }[];
}

const text = (name: string): LayerColumn => ({ name, kind: 'text' });
const integer = (name: string): LayerColumn => ({ name, kind: 'integer' });
const real = (name: string): LayerColumn => ({ name, kind: 'real' });

/** Withheld counts are blank, and named in `withheld`, so that a column of numbers stays one. */
export function summaryLayers(summary: ResultSummary): Layer[] {
  const areas = summary.profile === 'public' ? [] : [countyLayer(summary)];
  return [unitLayer(summary), ...areas, facilityLayer(summary), ...listLayers(summary)];
}

const unitColumns: readonly LayerColumn[] = [
  text('unit_code'),
  text('name'),
  text('level'),
  text('kind'),
  text('parent_code'),
  ...summaryGroups.flatMap((group) => [integer(`${group}_total`), integer(`${group}_covered`)]),
  integer('dependent_total'),
  real('median_minutes'),
  real('rate_60_plus'),
  text('withheld'),
];

function unitValues(unit: ResultSummary['units'][number]): (string | number | null)[] {
  const named: [string, Count][] = [
    ...summaryGroups.flatMap((group): [string, Count][] => [
      [`${group}_total`, unit.groups[group][0]],
      [`${group}_covered`, unit.groups[group][1]],
    ]),
    ['dependent_total', unit.dependent],
  ];
  const hundredths = hundredthsOf(unit);
  const withheld = named.filter(([, count]) => typeof count === 'string');
  return [
    unit.unitCode,
    unit.name,
    unit.level,
    unit.kind,
    unit.parentCode,
    ...named.map(([, count]) => known(count)),
    unit.medianMinutes,
    hundredths === null ? null : hundredths / 100,
    withheld.length === 0 ? null : withheld.map(([name, count]) => `${name}: ${count}`).join('; '),
  ];
}

function unitLayer({ units }: ResultSummary): Layer {
  return {
    name: 'units',
    geometry: 'Point',
    columns: unitColumns,
    features: units.map((unit) => ({
      geometry: pointAt(unit.lon, unit.lat),
      values: unitValues(unit),
    })),
  };
}

function countyLayer({ units, borders }: ResultSummary): Layer {
  const byCode = new Map(units.map((unit) => [unit.unitCode, unit]));
  return {
    name: 'counties',
    geometry: 'MultiPolygon',
    columns: unitColumns,
    features: borders.flatMap(({ unitCode, polygons }) => {
      const unit = byCode.get(unitCode);
      if (!unit) return [];
      return [
        { geometry: { type: 'MultiPolygon', coordinates: polygons }, values: unitValues(unit) },
      ];
    }),
  };
}

function facilityLayer({ facilities }: ResultSummary): Layer {
  return {
    name: 'facilities',
    geometry: 'Point',
    columns: [
      text('facility_id'),
      text('name'),
      text('type'),
      text('status'),
      text('unit_code'),
      real('floor_area_m2'),
      integer('beds'),
      text('operation_mode'),
      text('operator_name'),
      text('open_hours'),
      integer('counts'),
    ],
    features: facilities.map((one) => ({
      geometry: pointAt(one.lon, one.lat),
      values: [
        one.facilityId,
        one.name,
        one.type,
        one.status,
        one.unitCode,
        one.floorAreaM2,
        one.beds,
        one.operationMode,
        one.operatorName,
        one.openHours,
        one.counts ? 1 : 0,
      ],
    })),
  };
}

function listLayers({ units, uncovered }: ResultSummary): Layer[] {
  const byCode = new Map(units.map((unit) => [unit.unitCode, unit]));
  return (['byPolicy', 'onFoot'] as const).map((list) => {
    const rows = uncovered[list];
    const priorities = prioritiesOf(rows);
    return {
      name: list === 'byPolicy' ? 'uncovered_by_policy' : 'uncovered_on_foot',
      geometry: 'Point',
      columns: [
        text('unit_code'),
        text('name'),
        text('town_name'),
        text('county_name'),
        integer('age_60_plus'),
        text('nearest_facility_id'),
        real('median_minutes'),
        text('cause'),
        text('suggestion'),
        text('priority'),
      ],
      features: rows.map((row, i) => {
        const unit = byCode.get(row.unit_code);
        return {
          geometry: pointAt(unit?.lon ?? null, unit?.lat ?? null),
          values: [
            row.unit_code,
            row.name,
            row.town_name,
            row.county_name,
            known(row.age_60_plus),
            row.nearest_facility_id,
            row.median_minutes,
            row.cause,
            row.suggestion,
            priorities[i],
          ],
        };
      }),
    };
  });
}

const known = (count: Count) => (typeof count === 'number' ? count : null);

function pointAt(lon: number | null, lat: number | null): Geometry | null {
  return lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] };
}
