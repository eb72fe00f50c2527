-- Administrative villages where at least the given share of people aged 60 and over is within 15
-- minutes on foot, of all administrative villages with such people: shown beside the official figure,
-- never instead of it.
WITH items AS (
  SELECT
    u.unit_code, u.unit_code AS item_id, u.name AS item_name,
    CAST(100 * c.age_60_plus_covered >= $share_percent * c.age_60_plus_total AS INTEGER) AS numerator,
    1 AS denominator,
    0 AS unknown,
    CASE WHEN 100 * c.age_60_plus_covered >= $share_percent * c.age_60_plus_total
      THEN 'reached' ELSE 'not_reached' END AS reason
  FROM assessed_units u
  JOIN coverage_circles c ON c.unit_code = u.unit_code AND c.basis = $basis
  WHERE u.kind = 'villagers_committee' AND c.age_60_plus_total > 0
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
