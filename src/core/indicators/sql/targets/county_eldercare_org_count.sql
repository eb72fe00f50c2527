-- Professional elder-care organisations at work in a county: with a live link or running a counted
-- facility there, wherever registered. Branches count as their parent. In a county row the numerator
-- is organisations and the denominator 1; in the city row counties that reach the target of counties.
WITH items AS (
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
),
-- roll-up
counties AS (
  SELECT u.unit_code, u.parent_code, count(i.item_id) AS orgs
  FROM assessed_units u LEFT JOIN items i ON i.unit_code = u.unit_code
  WHERE u.level = 'county'
  GROUP BY u.unit_code, u.parent_code
),
sums AS (
  SELECT unit_code, orgs AS numerator, 1 AS denominator, CAST(orgs AS DOUBLE) AS value
  FROM counties
  UNION ALL
  SELECT
    parent_code,
    count(*) FILTER (WHERE orgs >= $target),
    count(*),
    10000 * count(*) FILTER (WHERE orgs >= $target) // count(*) / 100.0
  FROM counties
  GROUP BY parent_code
)
SELECT unit_code, numerator, CAST(denominator AS BIGINT) AS denominator, value, 0 AS unknown
FROM sums
ORDER BY unit_code
