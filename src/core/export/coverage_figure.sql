-- How many people of a group live under a unit, and how many of them are within the limit, counted
-- from households. $1 unit code, NULL for everybody; $2 group. A household where the number is
-- unknown adds nothing; nobody known gives NULL, never 0, and so does nobody with a place on the map.
WITH RECURSIVE under AS (
  SELECT unit_code FROM admin_units WHERE unit_code = $1::TEXT
  UNION
  SELECT below.unit_code
  FROM admin_units AS below
  JOIN under ON under.unit_code = COALESCE(
    below.host_code,
    below.parent_code,
    CASE below.level
      WHEN 'village' THEN left(below.unit_code, 9) || '000'
      WHEN 'town' THEN left(below.unit_code, 6) || '000000'
      WHEN 'county' THEN left(below.unit_code, 4) || '00000000'
    END
  )
),
counted AS (
  SELECT
    c.state,
    CASE $2::TEXT
      WHEN 'households' THEN 1
      WHEN 'persons' THEN h.persons
      WHEN 'age_60_plus' THEN h.age_60_64 + h.age_65_74 + h.age_75_79 + h.age_80_plus
      WHEN 'age_65_plus' THEN h.age_65_74 + h.age_75_79 + h.age_80_plus
      WHEN 'age_80_plus' THEN h.age_80_plus
      WHEN 'living_alone' THEN CAST(h.living_alone AS INTEGER)
    END AS people
  FROM households AS h
  JOIN coverage_households AS c ON c.household_id = h.household_id
  WHERE $1::TEXT IS NULL OR h.unit_code IN (SELECT unit_code FROM under)
)
SELECT
  CASE
    WHEN COALESCE(SUM(people) FILTER (WHERE state <> 'not_located'), 0) > 0 OR SUM(people) = 0
      THEN CAST(COALESCE(SUM(people) FILTER (WHERE state = 'covered'), 0) AS BIGINT)
  END AS numerator,
  CAST(SUM(people) AS BIGINT) AS denominator,
  CASE WHEN COUNT(people) > 0 THEN CAST(COALESCE(SUM(people) FILTER (WHERE state = 'not_connected'), 0) AS BIGINT) END
    AS not_connected,
  CASE WHEN COUNT(people) > 0 THEN CAST(COALESCE(SUM(people) FILTER (WHERE state = 'not_located'), 0) AS BIGINT) END
    AS not_located
FROM counted;
