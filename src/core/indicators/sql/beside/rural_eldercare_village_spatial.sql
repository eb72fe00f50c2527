-- Administrative villages where at least the given share of people aged 60 and over is within 15
-- minutes on foot, of all administrative villages with such people: shown beside the official figure,
-- never instead of it.
WITH reach AS (
  SELECT
    a.unit_code,
    sum(c.age_60_plus_covered) AS covered,
    sum(c.age_60_plus_total) AS total
  FROM coverage_circles c JOIN code_aliases a ON a.code = c.unit_code AND a.is_exact
  WHERE c.basis = $basis
  GROUP BY a.unit_code
),
items AS (
  SELECT
    u.unit_code, u.unit_code AS item_id, u.name AS item_name,
    CAST(100 * r.covered >= $share_percent * r.total AS INTEGER) AS numerator,
    1 AS denominator,
    0 AS unknown,
    CASE WHEN 100 * r.covered >= $share_percent * r.total THEN 'reached' ELSE 'not_reached' END
      AS reason
  FROM assessed_units u
  JOIN reach r ON r.unit_code = u.unit_code
  WHERE u.kind = 'villagers_committee' AND r.total > 0
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
