-- The 15-minute circle under four definitions, side by side and never mixed: 1,000 m (standard), 0.8 m/s
-- (older), 0.6 m/s (oldest), each age at its own speed (by_age). People aged 60 and over.
WITH circles AS (
  SELECT
    unit_code,
    MAX(age_60_plus_total) AS total,
    MAX(age_60_plus_covered) FILTER (WHERE basis = 'standard') AS standard,
    MAX(age_60_plus_covered) FILTER (WHERE basis = 'older') AS older,
    MAX(age_60_plus_covered) FILTER (WHERE basis = 'oldest') AS oldest,
    MAX(age_60_plus_covered) FILTER (WHERE basis = 'by_age') AS by_age
  FROM coverage_circles
  GROUP BY unit_code
)
SELECT
  u.unit_code,
  u.name,
  CASE WHEN u.level = 'village' THEN p.name END AS town_name,
  CASE WHEN u.level = 'village' THEN g.name WHEN u.level = 'town' THEN p.name END AS county_name,
  k.total AS age_60_plus_total,
  k.standard AS standard_covered,
  CAST(10000 * CAST(k.standard AS BIGINT) // NULLIF(k.total, 0) AS DOUBLE) / 100 AS standard_rate,
  k.older AS older_covered,
  CAST(10000 * CAST(k.older AS BIGINT) // NULLIF(k.total, 0) AS DOUBLE) / 100 AS older_rate,
  k.oldest AS oldest_covered,
  CAST(10000 * CAST(k.oldest AS BIGINT) // NULLIF(k.total, 0) AS DOUBLE) / 100 AS oldest_rate,
  k.by_age AS by_age_covered,
  CAST(10000 * CAST(k.by_age AS BIGINT) // NULLIF(k.total, 0) AS DOUBLE) / 100 AS by_age_rate
FROM coverage_units AS u
JOIN circles AS k ON k.unit_code = u.unit_code
LEFT JOIN admin_units AS a ON a.unit_code = u.unit_code
LEFT JOIN admin_units AS p ON p.unit_code = COALESCE(a.host_code, a.parent_code)
LEFT JOIN admin_units AS g ON g.unit_code = COALESCE(p.host_code, p.parent_code)
WHERE u.level = 'LEVEL'
ORDER BY u.unit_code
