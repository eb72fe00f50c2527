-- Every village-level unit with the names above it, its results, and what is at hand nearby.
-- A host takes the place of a parent that is left out; without either the code itself tells.
CREATE OR REPLACE TEMP VIEW unit_places AS
WITH placed AS (
  SELECT
    v.unit_code,
    v.name,
    v.kind,
    COALESCE(v.host_code, v.parent_code, left(v.unit_code, 9) || '000') AS town_code
  FROM admin_units AS v
  WHERE v.level = 'village'
)
SELECT
  p.unit_code,
  p.name,
  p.kind,
  t.name AS town_name,
  c.name AS county_name,
  u.households_total AS households,
  u.age_60_plus_total AS age_60_plus,
  u.age_60_plus_covered,
  u.age_60_plus_not_connected,
  u.age_60_plus_not_located,
  u.age_80_plus_total AS age_80_plus,
  u.living_alone_total AS living_alone,
  d.dependent_total AS dependent,
  d.nearest_facility_id,
  f.name AS nearest_facility_name,
  u.median_minutes,
  d.short_minutes,
  d.age_60_plus_by_vehicle,
  d.cause AS walk_cause
FROM placed AS p
LEFT JOIN admin_units AS t ON t.unit_code = p.town_code
LEFT JOIN admin_units AS c
  ON c.unit_code = COALESCE(t.host_code, t.parent_code, left(p.unit_code, 6) || '000000')
LEFT JOIN coverage_units AS u ON u.unit_code = p.unit_code
LEFT JOIN coverage_unit_details AS d ON d.unit_code = p.unit_code
LEFT JOIN facilities AS f ON f.facility_id = d.nearest_facility_id;
