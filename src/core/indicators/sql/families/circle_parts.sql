-- People aged 60 and over in and out of the circle that belong to a unit itself: its sum less its
-- children's, as the reach engine had them, at its place under the chosen divisions. Where nobody has a
-- place on the map no walk was judged: who is covered is unknown, not none.
CREATE OR REPLACE TEMP MACRO circle_parts(wanted_basis) AS TABLE
WITH children AS (
  SELECT
    h.parent_code AS unit_code,
    sum(c.age_60_plus_covered) AS covered,
    sum(c.age_60_plus_not_connected) AS not_connected,
    sum(c.age_60_plus_not_located) AS not_located,
    sum(c.age_60_plus_total) AS total,
    sum(c.households_age_unknown) AS unknown
  FROM coverage_circles c JOIN native_parents h ON h.unit_code = c.unit_code
  WHERE c.basis = wanted_basis
  GROUP BY h.parent_code
)
SELECT
  a.unit_code, c.unit_code AS item_id, u.name AS item_name,
  CASE
    WHEN c.age_60_plus_total - coalesce(k.total, 0)
      > coalesce(c.age_60_plus_not_located, 0) - coalesce(k.not_located, 0)
      THEN c.age_60_plus_covered - coalesce(k.covered, 0)
  END AS covered,
  c.age_60_plus_not_connected - coalesce(k.not_connected, 0) AS not_connected,
  c.age_60_plus_not_located - coalesce(k.not_located, 0) AS not_located,
  c.age_60_plus_total - coalesce(k.total, 0) AS total,
  coalesce(c.households_age_unknown, 0) - coalesce(k.unknown, 0) AS unknown
FROM coverage_circles c
JOIN code_aliases a ON a.code = c.unit_code
LEFT JOIN admin_units u ON u.unit_code = c.unit_code
LEFT JOIN children k ON k.unit_code = c.unit_code
WHERE c.basis = wanted_basis AND c.age_60_plus_total - coalesce(k.total, 0) > 0;
