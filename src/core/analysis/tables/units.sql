-- Every unit of one level with its people within and without the limit; rates in percent, rounded down.
-- A host takes the place of a parent that is left out.
SELECT
  u.unit_code,
  u.name,
  CASE WHEN u.level = 'village' THEN p.name END AS town_name,
  CASE WHEN u.level = 'village' THEN g.name WHEN u.level = 'town' THEN p.name END AS county_name,
  a.kind,
  u.age_60_plus_total,
  u.age_60_plus_covered,
  CAST(10000 * CAST(u.age_60_plus_covered AS BIGINT) // NULLIF(u.age_60_plus_total, 0) AS DOUBLE) / 100 AS age_60_plus_rate,
  u.age_60_plus_not_connected,
  u.age_60_plus_not_located,
  u.households_total,
  u.households_covered,
  CAST(10000 * CAST(u.households_covered AS BIGINT) // NULLIF(u.households_total, 0) AS DOUBLE) / 100 AS households_rate,
  u.households_not_connected,
  u.households_not_located,
  u.persons_total,
  u.persons_covered,
  CAST(10000 * CAST(u.persons_covered AS BIGINT) // NULLIF(u.persons_total, 0) AS DOUBLE) / 100 AS persons_rate,
  u.persons_not_connected,
  u.persons_not_located,
  u.age_65_plus_total,
  u.age_65_plus_covered,
  CAST(10000 * CAST(u.age_65_plus_covered AS BIGINT) // NULLIF(u.age_65_plus_total, 0) AS DOUBLE) / 100 AS age_65_plus_rate,
  u.age_65_plus_not_connected,
  u.age_65_plus_not_located,
  u.age_80_plus_total,
  u.age_80_plus_covered,
  CAST(10000 * CAST(u.age_80_plus_covered AS BIGINT) // NULLIF(u.age_80_plus_total, 0) AS DOUBLE) / 100 AS age_80_plus_rate,
  u.age_80_plus_not_connected,
  u.age_80_plus_not_located,
  u.living_alone_total,
  u.living_alone_covered,
  CAST(10000 * CAST(u.living_alone_covered AS BIGINT) // NULLIF(u.living_alone_total, 0) AS DOUBLE) / 100 AS living_alone_rate,
  u.living_alone_not_connected,
  u.living_alone_not_located,
  u.median_minutes,
  u.p90_minutes
FROM coverage_units AS u
LEFT JOIN admin_units AS a ON a.unit_code = u.unit_code
LEFT JOIN admin_units AS p ON p.unit_code = COALESCE(a.host_code, a.parent_code)
LEFT JOIN admin_units AS g ON g.unit_code = COALESCE(p.host_code, p.parent_code)
WHERE u.level = 'LEVEL'
ORDER BY u.unit_code
