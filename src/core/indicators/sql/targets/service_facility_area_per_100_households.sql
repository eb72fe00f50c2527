-- Floor area of community service facilities for every hundred households. Areas are whole hundredths
-- of a square metre. Rooms shared with another counted facility are counted there, once.
WITH counted AS (
  SELECT * FROM placed_facilities f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
),
items AS (
  SELECT
    f.unit_code, f.facility_id AS item_id, f.name AS item_name,
    coalesce(f.area_hundredths_m2, 0) AS numerator,
    0 AS denominator,
    CAST(f.area_hundredths_m2 IS NULL AS INTEGER) AS unknown,
    CASE WHEN f.area_hundredths_m2 IS NULL THEN 'area_blank' ELSE 'counted' END AS reason
  FROM counted f
  WHERE f.shares_rooms_with IS NULL
    OR f.shares_rooms_with NOT IN (SELECT facility_id FROM counted)
),
-- roll-up
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
),
households AS (
  SELECT
    unit_code,
    CASE $household_basis
      WHEN 'family' THEN family_or_listed
      WHEN 'registered' THEN registered_households
      WHEN 'listed' THEN listed_households
    END AS households
  FROM unit_totals
)
SELECT
  u.unit_code,
  coalesce(s.numerator, 0) AS numerator,
  h.households AS denominator,
  100 * coalesce(s.numerator, 0) // nullif(h.households, 0) / 100.0 AS value,
  coalesce(s.unknown, 0) AS unknown
FROM assessed_units u
LEFT JOIN sums s ON s.unit_code = u.unit_code
LEFT JOIN households h ON h.unit_code = u.unit_code
WHERE u.level <> 'village' OR u.kind IN ('residents_committee', 'villagers_committee')
ORDER BY u.unit_code
