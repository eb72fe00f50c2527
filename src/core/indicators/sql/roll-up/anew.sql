-- roll-up: the rows are made anew for each unit, since one may count in several
sums AS (
  SELECT
    unit_code,
    CAST(sum(numerator) AS BIGINT) AS numerator,
    CAST(sum(denominator) AS BIGINT) AS denominator,
    CAST(sum(unknown) AS BIGINT) AS unknown
  FROM items
  GROUP BY unit_code
)
SELECT
  unit_code, numerator, denominator,
  100 * $value_factor * numerator // nullif($numerator_scale * denominator, 0) / 100.0 AS value,
  unknown
FROM sums
ORDER BY unit_code
