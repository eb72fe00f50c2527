-- Floor area of community service facilities for every hundred households. Areas are whole hundredths
-- of a square metre.
SELECT
  f.unit_code, f.facility_id AS item_id, f.name AS item_name,
  coalesce(f.area_hundredths_m2, 0) AS numerator,
  0 AS denominator,
  CAST(f.area_hundredths_m2 IS NULL AS INTEGER) AS unknown,
  CASE WHEN f.area_hundredths_m2 IS NULL THEN 'area_blank' ELSE 'counted' END AS reason
FROM service_rooms($counted_types, $counted_statuses) f
