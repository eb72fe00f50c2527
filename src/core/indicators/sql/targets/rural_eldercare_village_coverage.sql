-- Administrative villages with an elder-care facility of the counted types, in the village or said to
-- serve it (shared building), of all administrative villages. Reach on foot is never counted here.
WITH near AS (
  SELECT
    unit_code,
    bool_or(list_contains(string_split($counted_statuses, ','), status)) AS is_covered,
    bool_or(is_own AND list_contains(string_split($counted_statuses, ','), status)) AS has_own
  FROM facility_units
  WHERE list_contains(string_split($counted_types, ','), type)
  GROUP BY unit_code
),
items AS (
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
  WHERE list_contains(string_split($unit_kinds, ','), u.kind)
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
