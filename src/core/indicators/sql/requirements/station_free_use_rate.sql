-- Home-care stations already built whose rooms are free to use, of all of them. Blank terms are
-- unknown.
SELECT
  f.unit_code, f.facility_id AS item_id, f.name AS item_name,
  CAST(coalesce(f.premises_terms = 'free', false) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(coalesce(f.premises_terms, 'unknown') = 'unknown' AS INTEGER) AS unknown,
  coalesce(f.premises_terms, 'unknown') AS reason
FROM placed_facilities f
WHERE list_contains(string_split($counted_types, ','), f.type)
  AND list_contains(string_split($counted_statuses, ','), f.status)
