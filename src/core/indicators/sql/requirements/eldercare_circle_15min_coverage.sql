-- People aged 60 and over within 15 minutes on foot of a counted facility, of all people aged 60 and
-- over. Every household is decided on the streets by the reach engine.
SELECT
  unit_code, item_id, item_name, covered AS numerator, total AS denominator, unknown,
  CASE WHEN covered IS NULL THEN 'not_located' ELSE 'counted' END AS reason
FROM circle_parts($basis)
