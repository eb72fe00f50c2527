-- Units of the given kinds, and whether so many social work professionals work there.
CREATE OR REPLACE TEMP MACRO units_with_social_worker(counted_levels, minimum_heads, unit_kinds) AS TABLE
WITH heads AS (
  SELECT unit_code, sum(headcount) AS heads
  FROM placed_workers
  WHERE list_contains(string_split(counted_levels, ','), coalesce(level, 'blank'))
  GROUP BY unit_code
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CAST(coalesce(h.heads, 0) >= minimum_heads AS INTEGER) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE
    WHEN coalesce(h.heads, 0) >= 2 THEN 'two_or_more'
    WHEN h.heads = 1 THEN 'one'
    ELSE 'nobody'
  END AS reason
FROM assessed_units u
LEFT JOIN heads h ON h.unit_code = u.unit_code
WHERE list_contains(string_split(unit_kinds, ','), u.kind);
