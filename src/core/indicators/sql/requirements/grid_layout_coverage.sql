-- Governance grids with a counted facility: one that names the grid, or stands in or serves its
-- community. Without grid data, cells of a 500 m fishnet that hold households and a facility (labelled
-- as a regular net, not a governance grid).
WITH counted AS (
  SELECT facility_id, unit_code, lon, lat FROM placed_facilities f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
),
served AS (
  SELECT DISTINCT s.unit_code FROM facility_units s JOIN counted c ON c.facility_id = s.facility_id
),
named AS (
  SELECT DISTINCT s.unit_code AS grid_code
  FROM facility_services s JOIN counted c ON c.facility_id = s.facility_id
),
cells AS (
  SELECT DISTINCT
    CAST(floor(lon / $cell_lon_degrees) AS INTEGER) AS x,
    CAST(floor(lat / $cell_lat_degrees) AS INTEGER) AS y
  FROM counted
)
SELECT
  a.unit_code, g.grid_code AS item_id, g.grid_code AS item_name,
  CAST(n.grid_code IS NOT NULL OR s.unit_code IS NOT NULL AS INTEGER) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE
    WHEN n.grid_code IS NOT NULL THEN 'named'
    WHEN s.unit_code IS NOT NULL THEN 'community_served'
    ELSE 'no_facility'
  END AS reason
FROM grid_units g
JOIN code_aliases a ON a.code = g.unit_code
LEFT JOIN named n ON n.grid_code = g.grid_code
LEFT JOIN served s ON s.unit_code = a.unit_code
UNION ALL
SELECT
  h.unit_code, h.x || '_' || h.y, h.x || '_' || h.y,
  CAST(c.x IS NOT NULL AS INTEGER),
  1,
  0,
  CASE WHEN c.x IS NULL THEN 'no_facility' ELSE 'in_cell' END
FROM household_cells h
LEFT JOIN cells c ON c.x = h.x AND c.y = h.y
