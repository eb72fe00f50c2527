-- Units of the given kinds, and whether a counted facility stands in them or is said to serve them.
CREATE OR REPLACE TEMP MACRO units_with_facility(counted_types, counted_statuses, unit_kinds) AS TABLE
WITH near AS (
  SELECT
    unit_code,
    bool_or(list_contains(string_split(counted_statuses, ','), status)) AS is_covered,
    bool_or(is_own AND list_contains(string_split(counted_statuses, ','), status)) AS has_own
  FROM facility_units
  WHERE list_contains(string_split(counted_types, ','), type)
  GROUP BY unit_code
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CAST(coalesce(n.is_covered, false) AS INTEGER) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE
    WHEN n.has_own THEN 'own_facility'
    WHEN n.is_covered THEN 'served_by_other'
    WHEN n.unit_code IS NOT NULL THEN 'not_operating'
    ELSE 'no_facility'
  END AS reason
FROM assessed_units u
LEFT JOIN near n ON n.unit_code = u.unit_code
WHERE list_contains(string_split(unit_kinds, ','), u.kind);
