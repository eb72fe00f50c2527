-- Share of communities and villages whose own facilities reach the target by themselves.
WITH counted AS (
  SELECT * FROM placed_facilities f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
),
areas AS (
  SELECT
    f.unit_code,
    sum(f.area_hundredths_m2) AS area_hundredths_m2,
    count(*) FILTER (WHERE f.area_hundredths_m2 IS NULL) AS blanks
  FROM counted f
  WHERE f.shares_rooms_with IS NULL
    OR f.shares_rooms_with NOT IN (SELECT facility_id FROM counted)
  GROUP BY f.unit_code
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
),
judged AS (
  SELECT
    u.unit_code, u.name,
    100 * coalesce(a.area_hundredths_m2, 0)
      >= CAST(round(100 * $target) AS BIGINT) * h.households AS meets,
    coalesce(a.blanks, 0) > 0 AS has_blank
  FROM assessed_units u
  JOIN households h ON h.unit_code = u.unit_code AND h.households > 0
  LEFT JOIN areas a ON a.unit_code = u.unit_code
  WHERE u.kind IN ('residents_committee', 'villagers_committee')
),
items AS (
  SELECT
    unit_code, unit_code AS item_id, name AS item_name,
    CAST(meets AS INTEGER) AS numerator,
    1 AS denominator,
    CAST(NOT meets AND has_blank AS INTEGER) AS unknown,
    CASE WHEN meets THEN 'meets' WHEN has_blank THEN 'area_blank' ELSE 'too_small' END AS reason
  FROM judged
),
-- roll-up
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.denominator) AS BIGINT) AS denominator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT unit_code, numerator, denominator, 10000 * numerator // nullif(denominator, 0) / 100.0 AS value, unknown
FROM sums
ORDER BY unit_code
