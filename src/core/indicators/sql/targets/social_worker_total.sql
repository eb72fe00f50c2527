-- Social work professionals, by head. A row without a headcount is one person; rows beneath a unit's
-- own total are not counted a second time.
WITH items AS (
  SELECT
    w.unit_code, w.worker_id AS item_id, w.worker_id AS item_name,
    CASE WHEN list_contains(string_split($counted_levels, ','), coalesce(w.level, 'blank'))
      THEN w.headcount ELSE 0 END AS numerator,
    0 AS denominator,
    CASE WHEN w.level IS NULL AND NOT list_contains(string_split($counted_levels, ','), 'blank')
      THEN w.headcount ELSE 0 END AS unknown,
    coalesce(w.level, 'level_blank') AS reason
  FROM placed_workers w
  WHERE w.is_first
),
-- roll-up
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT
  u.unit_code,
  coalesce(s.numerator, 0) AS numerator,
  1 AS denominator,
  CAST(coalesce(s.numerator, 0) AS DOUBLE) AS value,
  coalesce(s.unknown, 0) AS unknown
FROM assessed_units u LEFT JOIN sums s ON s.unit_code = u.unit_code
WHERE u.level IN ('city', 'county', 'town')
ORDER BY u.unit_code
