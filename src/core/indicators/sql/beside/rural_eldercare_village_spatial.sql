-- Administrative villages where at least the given share of people aged 60 and over is within 15
-- minutes on foot, of all administrative villages with such people: shown beside the official figure,
-- never instead of it. Where nobody has a place on the map it is unknown.
WITH reach AS (
  SELECT
    a.unit_code,
    sum(c.age_60_plus_covered) AS covered,
    sum(c.age_60_plus_total) AS total,
    sum(c.age_60_plus_total) > sum(coalesce(c.age_60_plus_not_located, 0)) AS is_judged
  FROM coverage_circles c JOIN code_aliases a ON a.code = c.unit_code AND a.is_exact
  WHERE c.basis = $basis
  GROUP BY a.unit_code
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CASE WHEN r.is_judged THEN CAST(100 * r.covered >= $share_percent * r.total AS INTEGER) END AS numerator,
  1 AS denominator,
  CAST(NOT r.is_judged AS INTEGER) AS unknown,
  CASE WHEN NOT r.is_judged THEN 'not_located' WHEN 100 * r.covered >= $share_percent * r.total THEN 'reached' ELSE 'not_reached' END
    AS reason
FROM assessed_units u
JOIN reach r ON r.unit_code = u.unit_code
WHERE u.kind = 'villagers_committee' AND r.total > 0
