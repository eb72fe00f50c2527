-- Facilities that pass the rule set: a lift from two floors up, no barriers, hours a day, area by type,
-- stars; a rule without a figure is not asked. One failed rule fails; a blank with no failed rule is an
-- item missing (unknown).
WITH minimum_areas AS (
  SELECT
    split_part(pair, ':', 1) AS type,
    CAST(split_part(pair, ':', 2) AS BIGINT) * 100 AS area_hundredths_m2
  FROM (SELECT unnest(string_split($minimum_areas_m2, ',')) AS pair)
  WHERE pair <> ''
),
ruled AS (
  SELECT
    f.*,
    CASE WHEN NOT $lift_from_two_floors OR f.floors < 2 THEN true
      WHEN f.floors >= 2 THEN f.has_lift END AS lift_rule,
    CASE WHEN NOT $barrier_free THEN true ELSE f.is_barrier_free END AS barrier_rule,
    CASE WHEN $minimum_minutes_per_day = 0 THEN true
      ELSE f.minutes_per_day >= $minimum_minutes_per_day END AS hours_rule,
    CASE WHEN m.type IS NULL THEN true
      ELSE f.area_hundredths_m2 >= m.area_hundredths_m2 END AS area_rule,
    CASE WHEN $minimum_stars = 0 THEN true ELSE f.star_rating >= $minimum_stars END AS star_rule
  FROM placed_facilities f
  LEFT JOIN minimum_areas m ON m.type = f.type
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
),
judged AS (
  SELECT *, lift_rule AND barrier_rule AND hours_rule AND area_rule AND star_rule AS passes
  FROM ruled
)
SELECT
  unit_code, facility_id AS item_id, name AS item_name,
  CAST(coalesce(passes, false) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(passes IS NULL AS INTEGER) AS unknown,
  CASE
    WHEN passes THEN 'passes'
    WHEN lift_rule IS FALSE THEN 'lift'
    WHEN barrier_rule IS FALSE THEN 'barriers'
    WHEN hours_rule IS FALSE THEN 'hours'
    WHEN area_rule IS FALSE THEN 'area'
    WHEN star_rule IS FALSE THEN 'stars'
    ELSE 'item_missing'
  END AS reason
FROM judged
