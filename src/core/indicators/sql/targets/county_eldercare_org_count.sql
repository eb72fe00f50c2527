-- Professional elder-care organisations at work in a county: with a live link or running a counted
-- facility there, wherever registered. Branches count as their parent. In a county row the numerator
-- is organisations and the denominator 1; in the city row counties that reach the target of counties.
SELECT unit_code, org_id AS item_id, min(name) AS item_name,
  1 AS numerator, 0 AS denominator, 0 AS unknown, min(reason) AS reason
FROM (
  SELECT a.ancestor_code AS unit_code, p.org_id, p.name, p.reason
  FROM eldercare_presence p JOIN unit_ancestors a ON a.unit_code = p.unit_code
  WHERE a.ancestor_level = 'county'
    AND coalesce(p.valid_from <= CAST($as_of AS DATE), true)
    AND coalesce(p.valid_to >= CAST($as_of AS DATE), true)
    AND (p.type IS NULL OR list_contains(string_split($counted_types, ','), p.type))
    AND (p.type IS NULL OR list_contains(string_split($counted_statuses, ','), p.status))
)
GROUP BY unit_code, org_id
