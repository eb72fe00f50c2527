-- Elder-care organisations with rooms free or at low rent, of those at work in the unit. An
-- organisation counts once in each county and once in the city, however many places it has.
WITH present AS (
  SELECT DISTINCT p.unit_code, p.org_id, p.name, p.premises_terms, p.type IS NOT NULL AS has_rooms
  FROM eldercare_presence p
  WHERE coalesce(p.valid_from <= CAST($as_of AS DATE), true)
    AND coalesce(p.valid_to >= CAST($as_of AS DATE), true)
    AND (p.type IS NULL OR list_contains(string_split($counted_statuses, ','), p.status))
)
SELECT
  a.ancestor_code AS unit_code, p.org_id AS item_id, min(p.name) AS item_name,
  CAST(coalesce(bool_or(list_contains(string_split($counted_terms, ','), p.premises_terms)), false)
    AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(
    NOT coalesce(bool_or(list_contains(string_split($counted_terms, ','), p.premises_terms)), false)
    AND bool_or(p.has_rooms AND coalesce(p.premises_terms, 'unknown') = 'unknown') AS INTEGER
  ) AS unknown,
  coalesce(string_agg(DISTINCT p.premises_terms, ' ' ORDER BY p.premises_terms), 'no_rooms') AS reason
FROM present p JOIN unit_ancestors a ON a.unit_code = p.unit_code
WHERE a.ancestor_level IN ('city', 'county')
GROUP BY a.ancestor_code, p.org_id
