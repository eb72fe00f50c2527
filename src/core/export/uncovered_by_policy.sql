-- Villages (villagers' committees) with no facility of the counting types and statuses, in them or
-- serving them. $1 types, $2 statuses, both joined by commas.
WITH counted AS (
  SELECT
    unit_code,
    COUNT(*) FILTER (
      WHERE list_contains(string_split($1, ','), type)
        AND list_contains(string_split($2, ','), status)
    ) AS counting,
    COUNT(*) FILTER (WHERE list_contains(string_split($1, ','), type)) AS of_type,
    COUNT(*) FILTER (
      WHERE list_contains(string_split($1, ','), type)
        AND status IN ('under_construction', 'planned')
    ) AS under_way,
    COUNT(*) AS facilities
  FROM unit_facilities
  GROUP BY unit_code
),
idle AS (
  SELECT unit_code, COUNT(*) AS premises FROM premises WHERE unit_code IS NOT NULL GROUP BY unit_code
)
SELECT
  p.unit_code,
  p.name,
  p.kind,
  p.town_name,
  p.county_name,
  p.households,
  p.age_60_plus,
  p.age_80_plus,
  p.living_alone,
  p.dependent,
  p.nearest_facility_id,
  p.nearest_facility_name,
  p.median_minutes,
  p.short_minutes,
  CASE
    WHEN COALESCE(c.facilities, 0) = 0 THEN 'no_facility'
    WHEN c.of_type > 0 THEN 'facility_not_operating'
    ELSE 'facility_type_not_counted'
  END AS cause,
  -- The least first: finish or reopen what stands, share what is already within reach, convert
  -- what is empty, and only then build.
  CASE
    WHEN c.under_way > 0 THEN 'complete_construction'
    WHEN c.of_type > 0 THEN 'reopen_facility'
    WHEN 2 * p.age_60_plus_covered >= p.age_60_plus AND p.age_60_plus > 0 THEN 'share_nearby_facility'
    WHEN i.premises > 0 THEN 'convert_premises'
    ELSE 'build_facility'
  END AS suggestion
FROM unit_places AS p
LEFT JOIN counted AS c ON c.unit_code = p.unit_code
LEFT JOIN idle AS i ON i.unit_code = p.unit_code
WHERE p.kind = 'villagers_committee' AND COALESCE(c.counting, 0) = 0
ORDER BY p.unit_code;
