-- Why people are not covered, unit by unit: how many for each cause, and the cause of most.
SELECT
  u.unit_code,
  u.name,
  CASE WHEN u.level = 'village' THEN p.name END AS town_name,
  CASE WHEN u.level = 'village' THEN g.name WHEN u.level = 'town' THEN p.name END AS county_name,
  d.cause,
  d.short_minutes,
  k.too_far,
  k.detour,
  k.slope,
  k.no_route,
  k.not_connected,
  k.not_located
FROM coverage_units AS u
JOIN coverage_causes AS k ON k.unit_code = u.unit_code
LEFT JOIN coverage_unit_details AS d ON d.unit_code = u.unit_code
LEFT JOIN admin_units AS a ON a.unit_code = u.unit_code
LEFT JOIN admin_units AS p ON p.unit_code = COALESCE(a.host_code, a.parent_code)
LEFT JOIN admin_units AS g ON g.unit_code = COALESCE(p.host_code, p.parent_code)
WHERE u.level = 'LEVEL'
ORDER BY u.unit_code
