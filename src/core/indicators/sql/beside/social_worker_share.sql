-- The target shared out by residents, rounded down. The policy has no split: for reference only.
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CAST($target AS BIGINT) * t.residents // nullif(whole.residents, 0) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE WHEN t.residents IS NULL THEN 'residents_blank' ELSE 'counted' END AS reason
FROM assessed_units u
LEFT JOIN unit_totals t ON t.unit_code = u.unit_code
LEFT JOIN unit_ancestors a ON a.unit_code = u.unit_code AND a.ancestor_level = 'city'
LEFT JOIN unit_totals whole ON whole.unit_code = a.ancestor_code
WHERE u.level IN ('city', 'county')
