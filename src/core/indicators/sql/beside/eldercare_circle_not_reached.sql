-- People aged 60 and over whose household is off the streets or has no place on the map, of all people
-- aged 60 and over: they stay in the denominator of every rate and are printed beside it.
WITH children AS (
  SELECT
    h.parent_code AS unit_code,
    sum(CASE $part WHEN 'not_connected' THEN c.age_60_plus_not_connected ELSE c.age_60_plus_not_located END) AS part,
    sum(c.age_60_plus_total) AS total
  FROM coverage_circles c JOIN native_parents h ON h.unit_code = c.unit_code
  WHERE c.basis = $basis
  GROUP BY h.parent_code
),
items AS (
  SELECT
    a.unit_code, c.unit_code AS item_id, u.name AS item_name,
    CASE $part WHEN 'not_connected' THEN c.age_60_plus_not_connected ELSE c.age_60_plus_not_located END - coalesce(k.part, 0)
      AS numerator,
    c.age_60_plus_total - coalesce(k.total, 0) AS denominator,
    0 AS unknown,
    'counted' AS reason
  FROM coverage_circles c
  JOIN code_aliases a ON a.code = c.unit_code
  LEFT JOIN admin_units u ON u.unit_code = c.unit_code
  LEFT JOIN children k ON k.unit_code = c.unit_code
  WHERE c.basis = $basis
    AND c.age_60_plus_total - coalesce(k.total, 0) > 0
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
