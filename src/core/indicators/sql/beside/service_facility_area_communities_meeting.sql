-- Share of communities and villages whose own facilities reach the target by themselves.
WITH areas AS (
  SELECT
    unit_code,
    sum(area_hundredths_m2) AS area_hundredths_m2,
    count(*) FILTER (WHERE area_hundredths_m2 IS NULL) AS blanks
  FROM service_rooms($counted_types, $counted_statuses)
  GROUP BY unit_code
),
judged AS (
  SELECT
    u.unit_code, u.name,
    100 * coalesce(a.area_hundredths_m2, 0)
      >= CAST(round(100 * $target) AS BIGINT) * h.households AS meets,
    coalesce(a.blanks, 0) > 0 AS has_blank
  FROM assessed_units u
  JOIN households_by($household_basis) h ON h.unit_code = u.unit_code AND h.households > 0
  LEFT JOIN areas a ON a.unit_code = u.unit_code
  WHERE u.kind IN ('residents_committee', 'villagers_committee')
)
SELECT
  unit_code, unit_code AS item_id, name AS item_name,
  CAST(meets AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(NOT meets AND has_blank AS INTEGER) AS unknown,
  CASE WHEN meets THEN 'meets' WHEN has_blank THEN 'area_blank' ELSE 'too_small' END AS reason
FROM judged
