-- The policy's indicators: a row for each and each unit of the level; value, target and what is lacking.
SELECT
  i.unit_code,
  i.unit_name AS name,
  i.indicator_id,
  i.indicator_name,
  i.state AS judgement,
  i.value,
  i.target,
  i.measure_unit,
  i.numerator,
  i.denominator,
  i.shortfall
FROM indicator_results AS i
WHERE i.level = 'LEVEL'
ORDER BY i.indicator_rank, i.unit_code
