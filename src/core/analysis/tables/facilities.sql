-- Every facility as its row says, with the names of its place.
SELECT
  f.facility_id,
  f.name AS facility_name,
  f.type,
  f.status,
  f.unit_code,
  v.name AS village_name,
  t.name AS town_name,
  c.name AS county_name,
  f.floor_area_m2,
  f.beds,
  f.day_places,
  f.capacity_persons,
  f.operator_name,
  f.operation_mode,
  f.open_hours_text,
  f.star_rating,
  f.built_year,
  f.lon,
  f.lat,
  f.as_of,
  f.source
FROM facilities AS f
LEFT JOIN admin_units AS v ON v.unit_code = f.unit_code
LEFT JOIN admin_units AS t ON t.unit_code = COALESCE(v.host_code, v.parent_code)
LEFT JOIN admin_units AS c ON c.unit_code = COALESCE(t.host_code, t.parent_code)
ORDER BY f.facility_id
