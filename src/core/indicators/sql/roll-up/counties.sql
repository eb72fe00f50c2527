-- roll-up: a county's rows are counted; the city is the counties that reach the target, of all
counties AS (
  SELECT u.unit_code, u.parent_code, count(i.item_id) AS count
  FROM assessed_units u LEFT JOIN items i ON i.unit_code = u.unit_code
  WHERE u.level = 'county'
  GROUP BY u.unit_code, u.parent_code
),
sums AS (
  SELECT unit_code, count AS numerator, 1 AS denominator, CAST(count AS DOUBLE) AS value
  FROM counties
  UNION ALL
  SELECT
    parent_code,
    count(*) FILTER (WHERE count >= $target),
    count(*),
    10000 * count(*) FILTER (WHERE count >= $target) // count(*) / 100.0
  FROM counties
  GROUP BY parent_code
)
SELECT unit_code, numerator, CAST(denominator AS BIGINT) AS denominator, value, 0 AS unknown
FROM sums
ORDER BY unit_code
