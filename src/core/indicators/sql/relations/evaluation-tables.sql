-- What an evaluation knows before any indicator is asked: units under the chosen divisions, where every
-- code found in the data belongs, totals of units, and opening hours read from text.
CREATE OR REPLACE TEMP TABLE assessed_units (
  unit_code TEXT, parent_code TEXT, name TEXT, level TEXT, kind TEXT, is_resettlement_site BOOLEAN
);
CREATE OR REPLACE TEMP TABLE unit_ancestors (
  unit_code TEXT, ancestor_code TEXT, ancestor_level TEXT      -- a unit is its own ancestor too
);
CREATE OR REPLACE TEMP TABLE code_aliases (
  code TEXT, unit_code TEXT,
  is_exact BOOLEAN                     -- false: known only to lie somewhere in unit_code
);
CREATE OR REPLACE TEMP TABLE native_parents (
  unit_code TEXT, parent_code TEXT     -- as admin_units says, whatever the divisions
);
CREATE OR REPLACE TEMP TABLE unit_totals (
  unit_code TEXT, residents INTEGER, registered INTEGER, family_households INTEGER,
  registered_households INTEGER, listed_households INTEGER,
  family_or_listed INTEGER,            -- stated, else as the household table lists them
  registered_volunteers INTEGER,
  residents_or_listed INTEGER,
  dependent INTEGER                    -- older people who cannot walk unaided, as listed
);
CREATE OR REPLACE TEMP TABLE opening_times (
  open_hours_text TEXT, minutes_per_day INTEGER, days_per_week INTEGER
);
CREATE OR REPLACE TEMP TABLE duty_ids (duty_id TEXT);
CREATE OR REPLACE TEMP TABLE household_cells (unit_code TEXT, x INTEGER, y INTEGER);
