-- Community organisations, registered or on file, at work in administrative villages, for each
-- village: an average over the county or the city, not a duty of each village.
WITH links AS (
  SELECT
    l.unit_code,
    l.org_id,
    bool_or(list_contains(string_split($counted_registrations, ','), l.registration)) AS is_counted,
    bool_and(l.registration IS NULL) AS is_unknown
  FROM placed_links l
  WHERE l.kind = 'community'
    AND coalesce(l.valid_from <= CAST($as_of AS DATE), true)
    AND coalesce(l.valid_to >= CAST($as_of AS DATE), true)
  GROUP BY l.unit_code, l.org_id
),
-- Each organisation once for each community it works in, or once in all if so chosen.
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY org_id ORDER BY unit_code) AS place
  FROM links
  WHERE unit_code IN (
    SELECT unit_code FROM assessed_units
    WHERE list_contains(string_split($unit_kinds, ','), kind)
  )
),
counts AS (
  SELECT
    unit_code,
    count(*) FILTER (WHERE is_counted) AS orgs,
    count(*) FILTER (WHERE is_unknown) AS unknown
  FROM ranked
  WHERE $count_each_once IS FALSE OR place = 1
  GROUP BY unit_code
),
items AS (
  SELECT
    u.unit_code, u.unit_code AS item_id, u.name AS item_name,
    coalesce(c.orgs, 0) AS numerator,
    1 AS denominator,
    coalesce(c.unknown, 0) AS unknown,
    CASE WHEN coalesce(c.orgs, 0) = 0 THEN 'no_organisation' ELSE 'counted' END AS reason
  FROM assessed_units u
  LEFT JOIN counts c ON c.unit_code = u.unit_code
  WHERE list_contains(string_split($unit_kinds, ','), u.kind)
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
SELECT unit_code, numerator, denominator, 100 * numerator // nullif(denominator, 0) / 100.0 AS value, unknown
FROM sums
ORDER BY unit_code
