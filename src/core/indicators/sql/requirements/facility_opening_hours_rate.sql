-- Community service facilities open at least so many minutes on a day they open, of all of them. Hours
-- come from the column or, where it is blank, from the text; neither readable is unknown.
SELECT
  f.unit_code, f.facility_id AS item_id, f.name AS item_name,
  CAST(coalesce(f.minutes_per_day >= $minimum_minutes_per_day, false) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(f.minutes_per_day IS NULL AS INTEGER) AS unknown,
  CASE
    WHEN f.minutes_per_day IS NULL THEN 'hours_blank'
    WHEN f.minutes_per_day >= $minimum_minutes_per_day THEN 'open_enough'
    ELSE 'too_short'
  END AS reason
FROM placed_facilities f
WHERE list_contains(string_split($counted_types, ','), f.type)
  AND list_contains(string_split($counted_statuses, ','), f.status)
