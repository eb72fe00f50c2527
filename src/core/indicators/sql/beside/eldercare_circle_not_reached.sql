-- People aged 60 and over whose household is off the streets or has no place on the map, of all people
-- aged 60 and over: they stay in the denominator of every rate and are printed beside it.
SELECT
  unit_code, item_id, item_name,
  CASE $part WHEN 'not_connected' THEN not_connected ELSE not_located END AS numerator,
  total AS denominator, 0 AS unknown, 'counted' AS reason
FROM circle_parts($basis)
