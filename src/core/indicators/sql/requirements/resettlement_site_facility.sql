-- Resettlement sites with a community service facility, their own or one that serves them, of all
-- sites. A unit not marked either way is no known site.
WITH served AS (
  SELECT DISTINCT unit_code FROM facility_units f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CAST(s.unit_code IS NOT NULL AS INTEGER) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE WHEN s.unit_code IS NULL THEN 'no_facility' ELSE 'has_facility' END AS reason
FROM assessed_units u
LEFT JOIN served s ON s.unit_code = u.unit_code
WHERE u.is_resettlement_site
