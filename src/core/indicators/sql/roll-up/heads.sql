-- roll-up: a count against nothing; units of these levels without a row have 0
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
WHERE list_contains(string_split($counted_at, ','), u.level)
ORDER BY u.unit_code
