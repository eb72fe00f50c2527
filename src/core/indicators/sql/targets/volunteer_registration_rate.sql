-- Registered volunteers of residents. Both are totals of a unit: its own row where it has one, else the
-- sum of the units below if none is missing.
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  t.registered_volunteers AS numerator,
  CASE $population_basis WHEN 'residents' THEN t.residents ELSE t.registered END AS denominator,
  0 AS unknown,
  CASE
    WHEN t.registered_volunteers IS NULL THEN 'volunteers_blank'
    WHEN t.residents IS NULL THEN 'residents_blank'
    ELSE 'counted'
  END AS reason
FROM assessed_units u LEFT JOIN unit_totals t ON t.unit_code = u.unit_code
WHERE u.level IN ('city', 'county')
