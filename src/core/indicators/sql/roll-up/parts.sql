-- roll-up: a unit's figure is the sum over everything in it, never a mean of means
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.denominator) AS BIGINT) AS denominator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT
  unit_code, numerator, denominator,
  100 * $value_factor * numerator // nullif($numerator_scale * denominator, 0) / 100.0 AS value,
  unknown
FROM sums
ORDER BY unit_code
