-- The tables of the data folder and of the results. One schema for the page and the command line.
-- A blank is NULL and means unknown, never 0. Codes are English; the words users see are in i18n.
-- Keys of households are checked where files are read: an index of a million texts takes half of filling.

CREATE TABLE admin_units (
  unit_code TEXT PRIMARY KEY,          -- 12 digits: county + 000000, town + 000
  parent_code TEXT,
  name TEXT NOT NULL,
  level TEXT NOT NULL,                 -- city | county | town | village
  kind TEXT,                           -- subdistrict | town | township | residents_committee | villagers_committee | other
  is_central_town BOOLEAN,
  host_code TEXT,                      -- the township that hosts a unit whose own parent is left out
  urban_rural_class TEXT,
  lon DOUBLE,
  lat DOUBLE,
  is_resettlement_site BOOLEAN,
  as_of DATE,
  source TEXT
);

CREATE TABLE households (
  household_id TEXT NOT NULL,          -- the key
  unit_code TEXT,
  lon DOUBLE,
  lat DOUBLE,
  persons INTEGER,
  age_60_64 INTEGER,
  age_65_74 INTEGER,
  age_75_79 INTEGER,
  age_80_plus INTEGER,
  living_alone BOOLEAN,
  dependent INTEGER,                   -- older people who cannot walk unaided
  is_collective BOOLEAN,
  is_estimated BOOLEAN,                -- no household but a point that people were spread to; all rows or none
  location_precision TEXT,             -- door | hamlet | village | town | none
  coord_source TEXT,
  source_x DOUBLE,
  source_y DOUBLE,
  as_of DATE,
  source TEXT
);

CREATE TABLE facilities (
  facility_id TEXT PRIMARY KEY,
  name TEXT,
  type TEXT,
  unit_code TEXT,
  lon DOUBLE,
  lat DOUBLE,
  floor_area_m2 DOUBLE,
  beds INTEGER,
  nursing_beds INTEGER,
  day_places INTEGER,
  capacity_persons INTEGER,
  operator_name TEXT,
  operator_credit_code TEXT,
  operator_kind TEXT,                  -- government | enterprise | private_nonprofit | collective | unknown
  operation_mode TEXT,                 -- public_public | public_private | private_subsidised | private_private | commissioned | unknown
  premises_terms TEXT,                 -- free | low_rent | market_rent | owned | unknown
  open_hours_text TEXT,
  hours_per_day DOUBLE,
  days_per_week INTEGER,
  star_rating INTEGER,
  floors INTEGER,
  has_lift BOOLEAN,
  is_barrier_free BOOLEAN,
  status TEXT,                         -- operating | built | under_construction | planned | closed | unknown
  built_year INTEGER,
  shares_rooms_with TEXT,              -- the facility whose rooms these are; area counts there
  location_precision TEXT,
  coord_source TEXT,
  source_x DOUBLE,
  source_y DOUBLE,
  as_of DATE,
  source TEXT
);

CREATE TABLE facility_services (
  facility_id TEXT,
  unit_code TEXT,
  as_of DATE,
  source TEXT
);

CREATE TABLE premises (
  premise_id TEXT PRIMARY KEY,
  name TEXT,
  unit_code TEXT,
  lon DOUBLE,
  lat DOUBLE,
  current_use TEXT,
  tenure TEXT,
  usable_area_m2 DOUBLE,
  floors INTEGER,
  has_lift BOOLEAN,
  renovation_cost_10k_yuan DOUBLE,
  building_mode TEXT,                  -- new | renovated | transferred | leased
  as_of DATE,
  source TEXT
);

CREATE TABLE population (
  unit_code TEXT,
  as_of DATE,
  residents INTEGER,
  registered INTEGER,
  family_households INTEGER,
  registered_households INTEGER,
  collective_residents INTEGER,
  age_60_plus INTEGER,
  age_65_plus INTEGER,
  age_80_plus INTEGER,
  urban_residents INTEGER,
  source TEXT,
  PRIMARY KEY (unit_code, as_of)
);

CREATE TABLE hamlets (                -- 自然村 and 村民小组 by name, for rows that give no more of their place
  unit_code TEXT NOT NULL,             -- the village
  name TEXT NOT NULL,
  households INTEGER,
  persons INTEGER,
  lon DOUBLE,
  lat DOUBLE,
  as_of DATE,
  source TEXT,
  PRIMARY KEY (unit_code, name)
);

CREATE TABLE grid_units (
  grid_code TEXT PRIMARY KEY,
  unit_code TEXT,
  households INTEGER,
  is_regular BOOLEAN,                  -- a fishnet, not a governance grid
  as_of DATE,
  source TEXT
);

CREATE TABLE orgs (
  org_id TEXT PRIMARY KEY,
  name TEXT,
  kind TEXT,                           -- eldercare | community | social_work_agency | other
  registration TEXT,                   -- registered | filed | cancelled
  registered_unit_code TEXT,
  parent_org_id TEXT,                  -- of a branch: the organisation it belongs to
  as_of DATE,
  source TEXT
);

CREATE TABLE org_links (
  org_id TEXT,
  unit_code TEXT,
  service TEXT,
  valid_from DATE,
  valid_to DATE,
  as_of DATE,
  source TEXT
);

CREATE TABLE social_workers (
  worker_id TEXT,
  unit_code TEXT,
  org_id TEXT,
  workplace TEXT,                      -- subdistrict | community | village | org
  level TEXT,                          -- none | assistant | intermediate | senior | recognised_intermediate
  headcount INTEGER,                   -- a total for the unit; NULL counts as the one person of the row
  as_of DATE,
  source TEXT
);

CREATE TABLE volunteers (
  unit_code TEXT,
  registered_volunteers INTEGER,
  as_of DATE,
  source TEXT
);

CREATE TABLE duties (
  unit_code TEXT,
  duty_id TEXT,
  fulfilled BOOLEAN,
  document_no TEXT,
  document_date DATE,
  as_of DATE,
  source TEXT
);

-- Old village-level codes and their successors, where a user has such a list; towns and counties
-- are known without it.
CREATE TABLE unit_crosswalk (
  old_code TEXT,
  new_code TEXT,
  as_of DATE,
  source TEXT
);

CREATE TABLE coverage_households (
  household_id TEXT NOT NULL,          -- the key
  state TEXT NOT NULL,                 -- covered | uncovered | not_connected | not_located
  minutes DOUBLE,
  metres DOUBLE,
  facility_id TEXT
);

CREATE TABLE coverage_units (
  unit_code TEXT PRIMARY KEY,
  level TEXT NOT NULL,
  name TEXT,
  households_total INTEGER, households_covered INTEGER, households_not_connected INTEGER, households_not_located INTEGER,
  persons_total INTEGER, persons_covered INTEGER, persons_not_connected INTEGER, persons_not_located INTEGER,
  age_60_plus_total INTEGER, age_60_plus_covered INTEGER, age_60_plus_not_connected INTEGER, age_60_plus_not_located INTEGER,
  age_65_plus_total INTEGER, age_65_plus_covered INTEGER, age_65_plus_not_connected INTEGER, age_65_plus_not_located INTEGER,
  age_80_plus_total INTEGER, age_80_plus_covered INTEGER, age_80_plus_not_connected INTEGER, age_80_plus_not_located INTEGER,
  living_alone_total INTEGER, living_alone_covered INTEGER, living_alone_not_connected INTEGER, living_alone_not_located INTEGER,
  median_minutes DOUBLE,
  p90_minutes DOUBLE,
  rate_60_plus DOUBLE                  -- percent, two decimals, rounded down
);

-- Roll-ups of several runs kept side by side: one for each basis (standard | older | oldest) of the
-- 15-minute circle.
CREATE TABLE coverage_circles (
  basis TEXT,
  unit_code TEXT,
  age_60_plus_total INTEGER,
  age_60_plus_covered INTEGER,
  age_60_plus_not_connected INTEGER,
  age_60_plus_not_located INTEGER,
  households_age_unknown INTEGER,      -- households whose 60+ are unknown and so not in the sums
  PRIMARY KEY (basis, unit_code)
);

-- What the lists of villages need beside coverage_units; not a result file of its own.
CREATE TABLE coverage_unit_details (
  unit_code TEXT PRIMARY KEY,
  dependent_total INTEGER,             -- older people who cannot walk unaided
  nearest_facility_id TEXT,            -- of the median household; NULL where it reaches none
  households_age_unknown INTEGER,      -- households whose 60+ are unknown and so not in the sums
  cause TEXT,                          -- too_far | detour | slope | no_route | not_connected | not_located: of most left out
  short_minutes DOUBLE,                -- minutes the walk of the median household is too long; NULL where it is not
  age_60_plus_by_vehicle INTEGER       -- within 15 minutes by vehicle of what serves the township: an estimate
);

CREATE TABLE coverage_causes (         -- people left out, by cause; the reasons are told apart in core/reach/diagnosis
  unit_code TEXT PRIMARY KEY,
  counted TEXT,                        -- whom the numbers count: age_60_plus | households
  too_far INTEGER,
  detour INTEGER,
  slope INTEGER,
  no_route INTEGER,
  not_connected INTEGER,
  not_located INTEGER
);

-- The policy's indicators as judged, beside the SQL that counts them; filled when someone looks at them.
CREATE TABLE indicator_results (
  indicator_id TEXT,
  indicator_name TEXT,
  indicator_rank INTEGER,              -- the catalogue's order
  unit_code TEXT,
  unit_name TEXT,
  level TEXT,
  state TEXT,                          -- met | missed | soft_missed | insufficient | informative
  value DOUBLE,
  target DOUBLE,
  measure_unit TEXT,
  numerator DOUBLE,
  denominator DOUBLE,
  shortfall DOUBLE
);
