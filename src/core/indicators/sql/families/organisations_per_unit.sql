-- Community organisations at work in each unit of the given kinds on a date: each once for every unit
-- it works in, or once in all if so chosen.
CREATE OR REPLACE TEMP MACRO organisations_per_unit(
  counted_registrations, unit_kinds, count_each_once, on_date
) AS TABLE
WITH links AS (
  SELECT
    l.unit_code,
    l.org_id,
    bool_or(list_contains(string_split(counted_registrations, ','), l.registration)) AS is_counted,
    bool_and(l.registration IS NULL) AS is_unknown
  FROM placed_links l
  WHERE l.kind = 'community'
    AND coalesce(l.valid_from <= CAST(on_date AS DATE), true)
    AND coalesce(l.valid_to >= CAST(on_date AS DATE), true)
  GROUP BY l.unit_code, l.org_id
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY org_id ORDER BY unit_code) AS place
  FROM links
  WHERE unit_code IN (
    SELECT unit_code FROM assessed_units
    WHERE list_contains(string_split(unit_kinds, ','), kind)
  )
),
counts AS (
  SELECT
    unit_code,
    count(*) FILTER (WHERE is_counted) AS orgs,
    count(*) FILTER (WHERE is_unknown) AS unknown
  FROM ranked
  WHERE count_each_once IS FALSE OR place = 1
  GROUP BY unit_code
)
SELECT
  u.unit_code, u.unit_code AS item_id, u.name AS item_name,
  coalesce(c.orgs, 0) AS numerator,
  1 AS denominator,
  coalesce(c.unknown, 0) AS unknown,
  CASE WHEN coalesce(c.orgs, 0) = 0 THEN 'no_organisation' ELSE 'counted' END AS reason
FROM assessed_units u
LEFT JOIN counts c ON c.unit_code = u.unit_code
WHERE list_contains(string_split(unit_kinds, ','), u.kind);
