-- Care centres publicly built and privately run, of publicly built care centres. A blank mode is
-- unknown: it is listed but in neither figure.
SELECT
  f.unit_code, f.facility_id AS item_id, f.name AS item_name,
  CAST(coalesce(list_contains(string_split($counted_modes, ','), f.operation_mode), false) AS INTEGER) AS numerator,
  CAST(coalesce(f.operation_mode, 'unknown') <> 'unknown' AS INTEGER) AS denominator,
  CAST(coalesce(f.operation_mode, 'unknown') = 'unknown' AS INTEGER) AS unknown,
  coalesce(f.operation_mode, 'unknown') AS reason
FROM placed_facilities f
WHERE list_contains(string_split($counted_types, ','), f.type)
  AND list_contains(string_split($counted_statuses, ','), f.status)
  AND (
    list_contains(string_split($public_modes, ','), f.operation_mode)
    OR coalesce(f.operation_mode, 'unknown') = 'unknown'
  )
