-- Communities with a live link to an elder-care organisation, of all communities. One organisation may
-- serve many; a link is live when it is valid on the date of the data.
WITH linked AS (
  SELECT DISTINCT unit_code
  FROM placed_links l
  WHERE l.kind = 'eldercare' AND l.is_link
    AND l.registration IS DISTINCT FROM 'cancelled'
    AND coalesce(l.valid_from <= CAST($as_of AS DATE), true)
    AND coalesce(l.valid_to >= CAST($as_of AS DATE), true)
),
ended AS (
  SELECT DISTINCT unit_code FROM placed_links WHERE kind = 'eldercare' AND is_link
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  CAST(l.unit_code IS NOT NULL AS INTEGER) AS numerator,
  1 AS denominator,
  0 AS unknown,
  CASE
    WHEN l.unit_code IS NOT NULL THEN 'linked'
    WHEN e.unit_code IS NOT NULL THEN 'link_not_live'
    ELSE 'no_organisation'
  END AS reason
FROM assessed_units u
LEFT JOIN linked l ON l.unit_code = u.unit_code
LEFT JOIN ended e ON e.unit_code = u.unit_code
WHERE list_contains(string_split($unit_kinds, ','), u.kind)
