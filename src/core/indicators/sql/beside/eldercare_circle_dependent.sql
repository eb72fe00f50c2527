-- Older people who cannot walk unaided, as the household table lists them: for service at home or meals
-- brought. They count with their household in the circle; their number stands apart.
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  t.dependent AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE WHEN t.dependent IS NULL THEN 'item_missing' ELSE 'counted' END AS reason
FROM assessed_units u LEFT JOIN unit_totals t ON t.unit_code = u.unit_code
