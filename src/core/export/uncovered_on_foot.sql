-- Village-level units where less than the share $1 (percent) of those aged 60 and over is within
-- the limit on foot; the cause is the diagnosis of most of those left out. A unit where nobody's age is known is not listed: that is no data, not none.
WITH under_way AS (
  SELECT unit_code, COUNT(*) AS facilities
  FROM unit_facilities
  WHERE status IN ('under_construction', 'planned')
  GROUP BY unit_code
),
idle AS (
  SELECT unit_code, COUNT(*) AS premises FROM premises WHERE unit_code IS NOT NULL GROUP BY unit_code
),
judged AS (
  SELECT *, walk_cause AS cause
  FROM unit_places
  WHERE age_60_plus > 0 AND 100 * age_60_plus_covered < $1::INTEGER * age_60_plus
)
SELECT
  j.unit_code,
  j.name,
  j.kind,
  j.town_name,
  j.county_name,
  j.households,
  j.age_60_plus,
  j.age_80_plus,
  j.living_alone,
  j.dependent,
  j.nearest_facility_id,
  j.nearest_facility_name,
  j.median_minutes,
  j.short_minutes,
  j.cause,
  -- The least first: better data, finish what is begun, open a way, drive, convert, and only then build.
  CASE
    WHEN j.cause = 'not_located' THEN 'complete_coordinates'
    WHEN j.cause IN ('not_connected', 'no_route') THEN 'survey_streets'
    WHEN u.facilities > 0 THEN 'complete_construction'
    WHEN j.cause = 'detour' THEN 'open_link'
    WHEN 2 * j.age_60_plus_by_vehicle >= j.age_60_plus THEN 'vehicle_service'
    WHEN i.premises > 0 THEN 'convert_premises'
    ELSE 'build_facility'
  END AS suggestion
FROM judged AS j
LEFT JOIN under_way AS u ON u.unit_code = j.unit_code
LEFT JOIN idle AS i ON i.unit_code = j.unit_code
ORDER BY j.unit_code;
