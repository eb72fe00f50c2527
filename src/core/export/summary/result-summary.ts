/**
 * A result without its households: what the screen in the meeting room, the phone, the reports and the
 * offline page are made from, so that they can only say the same. Plain JSON with a version; whole
 * numbers as counted, so that every rate can be worked out again. Null is unknown, never 0.
 */
import type {
  IndicatorEntry,
  Level,
  SourceLine,
  State,
  InsufficientReason,
} from '../../indicators';
import type { InputFile } from '../../import';

/** Groups of people a summary counts, in the order of coverage_units. */
export const summaryGroups = [
  'households',
  'persons',
  'age_60_plus',
  'age_65_plus',
  'age_80_plus',
  'living_alone',
] as const;
export type SummaryGroup = (typeof summaryGroups)[number];

/**
 * A count of people or households; null is unknown. In a public summary `<10` stands for 1 to 9 and `*`
 * for a count that would give such a one away.
 */
export type Count = number | Withheld | null;
export type Withheld = '<10' | '*';

/** Total, covered, not connected to the streets, not located. */
export type GroupCount = readonly [
  total: Count,
  covered: Count,
  notConnected: Count,
  notLocated: Count,
];

export interface UnitSummary {
  readonly unitCode: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: string | null;
  /** The unit above, after hosts; null at the top. */
  readonly parentCode: string | null;
  /** Seat, WGS-84 degrees. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly groups: Readonly<Record<SummaryGroup, GroupCount>>;
  readonly dependent: Count;
  /** Of the unit's households that have a walk; three decimals. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
}

/** What of a unit's indicator is shown; see UnitResult. */
export interface IndicatorFigure {
  readonly unitCode: string;
  readonly state: State;
  readonly valueHundredths: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shortfall: number | null;
  readonly reason: InsufficientReason | null;
}

export type IndicatorHead = Pick<
  IndicatorEntry,
  | 'id'
  | 'kind'
  | 'name'
  | 'clause'
  | 'quotes'
  | 'numerator'
  | 'denominator'
  | 'numerator_scale'
  | 'unit'
  | 'operator'
  | 'value_factor'
  | 'target'
  | 'target_year'
  | 'soft_wording'
  | 'levels'
  | 'by_level'
  | 'counted'
>;

export interface IndicatorSummary extends IndicatorHead {
  /** One sentence for each difference from the policy's own target and reading. */
  readonly changes: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** City, counties and towns that have something to assess. */
  readonly figures: readonly IndicatorFigure[];
  /** Codes of the units that fail, each once. */
  readonly failing: readonly string[];
}

export interface FacilitySummary {
  readonly facilityId: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly unitCode: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly floorAreaM2: number | null;
  readonly beds: number | null;
  readonly operationMode: string | null;
  readonly operatorName: string | null;
  readonly openHours: string | null;
  readonly starRating: number | null;
  /** Counts for the walking circle: by type, status and a street near by. */
  readonly counts: boolean;
}

/** Counts of a village on a list. */
export const listedGroups = [
  'households',
  'age_60_plus',
  'age_80_plus',
  'living_alone',
  'dependent',
] as const;

/** A village on a list; see UncoveredVillage. */
export interface UncoveredSummary extends Readonly<Record<(typeof listedGroups)[number], Count>> {
  readonly unit_code: string;
  readonly name: string;
  readonly kind: string | null;
  readonly town_name: string | null;
  readonly county_name: string | null;
  readonly nearest_facility_id: string | null;
  readonly nearest_facility_name: string | null;
  /** Of the median household; null where it has no walk. */
  readonly median_minutes: number | null;
  readonly cause: string;
  readonly suggestion: string;
}

/** A county's true border; never a sketch of a town or village. */
export interface BorderSummary {
  readonly unitCode: string;
  /** Polygons of rings of [lon, lat], WGS-84, as in GeoJSON. */
  readonly polygons: readonly (readonly (readonly [number, number])[])[][];
}

/** What is covered under other speeds and other limits of the way to the street. */
export interface Sensitivity {
  readonly cases: readonly SensitivityCase[];
  /** People 60+ covered, by unit (city, county, town), in the order of `cases`. */
  readonly covered: Readonly<Record<string, readonly number[]>>;
}

export interface SensitivityCase {
  readonly speedMS: number;
  /** Longest way to the street in metres, town and village. */
  readonly townMaxSnapM: number;
  readonly villageMaxSnapM: number;
}

export interface SummaryParameters {
  readonly minutes: number;
  readonly speedMS: number;
  readonly townMaxSnapM: number;
  readonly villageMaxSnapM: number;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly includesVillagePoints: boolean;
  /** A village with less of its 60+ covered, in percent, is on the list of those uncovered on foot. */
  readonly sharePercent: number;
  readonly villageTypes: readonly string[];
  readonly centralTowns: readonly string[];
}

export interface ResultSummary {
  readonly format: 'carecircle-summary';
  readonly version: 1;
  /** Of the program. */
  readonly programVersion: string;
  readonly title: string;
  /** The option of a plan whose facilities these figures are of; missing: the facilities as they are. */
  readonly option?: string;
  /** True for sample data: every picture and paper says so. */
  readonly generated: boolean;
  /** True where households are points that totals were spread to; absent in earlier results. */
  readonly estimated?: boolean;
  readonly profile: 'internal' | 'public';
  /** ISO date the figures speak of. */
  readonly asOf: string | null;
  readonly divisions: '2017' | 'current';
  readonly policy: { readonly title: string; readonly number: string; readonly date: string };
  readonly parameters: SummaryParameters;
  readonly inputs: readonly InputFile[];
  readonly sources: readonly SourceLine[];
  /** City first, then counties, towns and villages by code. */
  readonly units: readonly UnitSummary[];
  readonly indicators: readonly IndicatorSummary[];
  readonly uncovered: {
    readonly byPolicy: readonly UncoveredSummary[];
    readonly onFoot: readonly UncoveredSummary[];
  };
  readonly facilities: readonly FacilitySummary[];
  readonly borders: readonly BorderSummary[];
  readonly sensitivity: Sensitivity | null;
}
