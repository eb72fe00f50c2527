-- roll-up: totals stated for a unit stand for themselves
sums AS (SELECT * FROM items)
SELECT
  unit_code, numerator, denominator,
  100 * $value_factor * CAST(numerator AS BIGINT) // nullif($numerator_scale * denominator, 0) / 100.0 AS value,
  unknown
FROM sums
ORDER BY unit_code
