-- Every household with its place, its people and its walk. Internal: never part of anything public.
SELECT
  h.household_id,
  h.unit_code,
  v.name AS village_name,
  t.name AS town_name,
  c.name AS county_name,
  k.state,
  k.minutes,
  k.metres,
  k.facility_id AS nearest_facility_id,
  f.name AS nearest_facility_name,
  h.persons,
  h.age_60_64 + h.age_65_74 + h.age_75_79 + h.age_80_plus AS age_60_plus,
  h.age_80_plus,
  h.living_alone AS lives_alone,
  h.dependent,
  h.location_precision,
  h.lon,
  h.lat
FROM households AS h
JOIN coverage_households AS k ON k.household_id = h.household_id
LEFT JOIN facilities AS f ON f.facility_id = k.facility_id
LEFT JOIN admin_units AS v ON v.unit_code = h.unit_code
LEFT JOIN admin_units AS t ON t.unit_code = COALESCE(v.host_code, v.parent_code)
LEFT JOIN admin_units AS c ON c.unit_code = COALESCE(t.host_code, t.parent_code)
