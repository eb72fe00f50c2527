-- Towns and communities where a social work professional holds a post, of all of them.
WITH heads AS (
  SELECT unit_code, sum(headcount) AS heads
  FROM placed_workers
  WHERE list_contains(string_split($counted_levels, ','), coalesce(level, 'blank'))
  GROUP BY unit_code
),
items AS (
  SELECT
    u.unit_code, u.unit_code AS item_id, u.name AS item_name,
    CAST(coalesce(h.heads, 0) >= $minimum_heads AS INTEGER) AS numerator,
    1 AS denominator,
    0 AS unknown,
    CASE
      WHEN coalesce(h.heads, 0) >= 2 THEN 'two_or_more'
      WHEN h.heads = 1 THEN 'one'
      ELSE 'nobody'
    END AS reason
  FROM assessed_units u
  LEFT JOIN heads h ON h.unit_code = u.unit_code
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
