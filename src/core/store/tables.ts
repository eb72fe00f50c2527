/**
 * The columns of every table a user may bring: one truth for loaders, checks and import. A test
 * holds it against schema.sql, which is the database's own word.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

export interface ColumnDescription {
  readonly name: string;
  readonly type: ColumnType;
  /** A row without it is refused. */
  readonly required: boolean;
  /** The only texts allowed; absent means any. */
  readonly codes?: readonly string[];
}

export interface TableDescription {
  readonly name: TableName;
  /** Columns that together name a row; duplicates are refused. Empty where rows have no key. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnDescription[];
}

export const facilityTypes = [
  'care_centre',
  'home_care_station',
  'day_care_centre',
  'rural_happiness_home',
  'meal_point',
  'rural_welfare_home',
  'residential_care_home',
  'nursing_home',
  'welfare_centre',
  'activity_centre',
  'community_service_facility',
] as const;

export const facilityStatuses = [
  'operating',
  'built',
  'under_construction',
  'planned',
  'closed',
  'unknown',
] as const;

export const locationPrecisions = ['door', 'hamlet', 'village', 'town', 'none'] as const;

const column = (
  name: string,
  type: ColumnType,
  codes?: readonly string[],
  required = false,
): ColumnDescription => ({ name, type, required, ...(codes ? { codes } : {}) });

/** A required text: the row's own name. */
const id = (name: string) => column(name, 'text', undefined, true);
const text = (name: string, codes?: readonly string[]) => column(name, 'text', codes);
const integer = (name: string) => column(name, 'integer');
const number = (name: string) => column(name, 'number');
const boolean = (name: string) => column(name, 'boolean');
const date = (name: string) => column(name, 'date');

const place = [number('lon'), number('lat')];
const provenance = [date('as_of'), text('source')];
const location = [
  text('location_precision', locationPrecisions),
  text('coord_source'),
  number('source_x'),
  number('source_y'),
];

const described = {
  admin_units: {
    key: ['unit_code'],
    columns: [
      id('unit_code'),
      text('parent_code'),
      id('name'),
      column('level', 'text', ['city', 'county', 'town', 'village'], true),
      text('kind', [
        'subdistrict',
        'town',
        'township',
        'residents_committee',
        'villagers_committee',
        'other',
      ]),
      boolean('is_central_town'),
      text('host_code'),
      text('urban_rural_class'),
      ...place,
      boolean('is_resettlement_site'),
      ...provenance,
    ],
  },
  households: {
    key: ['household_id'],
    columns: [
      id('household_id'),
      text('unit_code'),
      ...place,
      ...['persons', 'age_60_64', 'age_65_74', 'age_75_79', 'age_80_plus'].map(integer),
      boolean('living_alone'),
      integer('dependent'),
      boolean('is_collective'),
      boolean('is_estimated'),
      ...location,
      ...provenance,
    ],
  },
  facilities: {
    key: ['facility_id'],
    columns: [
      id('facility_id'),
      text('name'),
      text('type', facilityTypes),
      text('unit_code'),
      ...place,
      number('floor_area_m2'),
      ...['beds', 'nursing_beds', 'day_places', 'capacity_persons'].map(integer),
      text('operator_name'),
      text('operator_credit_code'),
      text('operator_kind', [
        'government',
        'enterprise',
        'private_nonprofit',
        'collective',
        'unknown',
      ]),
      text('operation_mode', [
        'public_public',
        'public_private',
        'private_subsidised',
        'private_private',
        'commissioned',
        'unknown',
      ]),
      text('premises_terms', ['free', 'low_rent', 'market_rent', 'owned', 'unknown']),
      text('open_hours_text'),
      number('hours_per_day'),
      ...['days_per_week', 'star_rating', 'floors'].map(integer),
      boolean('has_lift'),
      boolean('is_barrier_free'),
      text('status', facilityStatuses),
      integer('built_year'),
      text('shares_rooms_with'),
      ...location,
      ...provenance,
    ],
  },
  facility_services: {
    key: ['facility_id', 'unit_code'],
    columns: [text('facility_id'), text('unit_code'), ...provenance],
  },
  premises: {
    key: ['premise_id'],
    columns: [
      id('premise_id'),
      text('name'),
      text('unit_code'),
      ...place,
      text('current_use'),
      text('tenure'),
      number('usable_area_m2'),
      integer('floors'),
      boolean('has_lift'),
      number('renovation_cost_10k_yuan'),
      text('building_mode', ['new', 'renovated', 'transferred', 'leased']),
      ...provenance,
    ],
  },
  population: {
    key: ['unit_code', 'as_of'],
    columns: [
      id('unit_code'),
      column('as_of', 'date', undefined, true),
      ...[
        'residents',
        'registered',
        'family_households',
        'registered_households',
        'collective_residents',
        'age_60_plus',
        'age_65_plus',
        'age_80_plus',
        'urban_residents',
      ].map(integer),
      text('source'),
    ],
  },
  hamlets: {
    key: ['unit_code', 'name'],
    columns: [
      id('unit_code'),
      id('name'),
      integer('households'),
      integer('persons'),
      ...place,
      ...provenance,
    ],
  },
  grid_units: {
    key: ['grid_code'],
    columns: [
      id('grid_code'),
      text('unit_code'),
      integer('households'),
      boolean('is_regular'),
      ...provenance,
    ],
  },
  orgs: {
    key: ['org_id'],
    columns: [
      id('org_id'),
      text('name'),
      text('kind', ['eldercare', 'community', 'social_work_agency', 'other']),
      text('registration', ['registered', 'filed', 'cancelled']),
      text('registered_unit_code'),
      text('parent_org_id'),
      ...provenance,
    ],
  },
  org_links: {
    key: [],
    columns: [
      text('org_id'),
      text('unit_code'),
      text('service'),
      date('valid_from'),
      date('valid_to'),
      ...provenance,
    ],
  },
  social_workers: {
    key: [],
    columns: [
      text('worker_id'),
      text('unit_code'),
      text('org_id'),
      text('workplace', ['subdistrict', 'community', 'village', 'org']),
      text('level', ['none', 'assistant', 'intermediate', 'senior', 'recognised_intermediate']),
      integer('headcount'),
      ...provenance,
    ],
  },
  volunteers: {
    key: [],
    columns: [text('unit_code'), integer('registered_volunteers'), ...provenance],
  },
  duties: {
    key: [],
    columns: [
      text('unit_code'),
      text('duty_id'),
      boolean('fulfilled'),
      text('document_no'),
      date('document_date'),
      ...provenance,
    ],
  },
  unit_crosswalk: {
    key: ['old_code', 'new_code'],
    columns: [text('old_code'), text('new_code'), ...provenance],
  },
} satisfies Record<string, Omit<TableDescription, 'name'>>;

export type TableName = keyof typeof described;

export const tableNames = Object.keys(described) as TableName[];

/** The description of one table. */
export function tableDescription(name: TableName): TableDescription {
  return { name, ...described[name] };
}
