-- Community service stations whose area reaches the class for the people they serve, of all stations.
-- The class table (from so many people: so many m²) is a parameter, blank until someone fills it in.
WITH classes AS (
  SELECT
    CAST(split_part(pair, ':', 1) AS BIGINT) AS from_persons,
    CAST(split_part(pair, ':', 2) AS BIGINT) * 100 AS area_hundredths_m2
  FROM (SELECT unnest(string_split($area_classes, ',')) AS pair)
  WHERE pair <> ''
),
stations AS (
  SELECT
    f.facility_id, f.name, f.unit_code, f.area_hundredths_m2,
    sum(t.residents_or_listed) AS persons,
    count(*) FILTER (WHERE t.residents_or_listed IS NULL) AS blanks
  FROM placed_facilities f
  JOIN facility_units s ON s.facility_id = f.facility_id
  JOIN assessed_units u ON u.unit_code = f.unit_code
  LEFT JOIN unit_totals t ON t.unit_code = s.unit_code
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
    AND list_contains(string_split($unit_kinds, ','), u.kind)
  GROUP BY f.facility_id, f.name, f.unit_code, f.area_hundredths_m2
),
judged AS (
  SELECT
    s.*,
    (
      SELECT max(c.area_hundredths_m2) FROM classes c
      WHERE c.from_persons <= s.persons
    ) AS needed,
    s.blanks > 0 OR s.area_hundredths_m2 IS NULL AS is_unknown
  FROM stations s
)
SELECT
  unit_code, facility_id AS item_id, name AS item_name,
  CAST(NOT is_unknown AND area_hundredths_m2 >= coalesce(needed, 0) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(is_unknown AS INTEGER) AS unknown,
  CASE WHEN is_unknown THEN 'item_missing' WHEN area_hundredths_m2 >= coalesce(needed, 0)
    THEN 'meets' ELSE 'too_small' END AS reason
FROM judged
