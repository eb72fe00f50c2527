-- Home-care stations already built whose rooms are free to use, of all of them. Blank terms are
-- unknown.
WITH items AS (
  SELECT
    f.unit_code, f.facility_id AS item_id, f.name AS item_name,
    CAST(coalesce(f.premises_terms = 'free', false) AS INTEGER) AS numerator,
    1 AS denominator,
    CAST(coalesce(f.premises_terms, 'unknown') = 'unknown' AS INTEGER) AS unknown,
    coalesce(f.premises_terms, 'unknown') AS reason
  FROM placed_facilities f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
),
-- roll-up
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.denominator) AS BIGINT) AS denominator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT unit_code, numerator, denominator, 10000 * numerator // nullif(denominator, 0) / 100.0 AS value, unknown
FROM sums
ORDER BY unit_code
