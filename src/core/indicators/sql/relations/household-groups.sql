-- The one scan of households: how many in each unit, by date and source.
CREATE OR REPLACE TEMP TABLE household_groups AS
SELECT
  unit_code AS code, as_of, source,
  count(*) AS row_count,
  count(*) FILTER (WHERE is_collective IS NOT TRUE) AS family_households,
  CAST(sum(persons) AS BIGINT) AS persons,
  count(*) FILTER (WHERE persons IS NULL) AS persons_blank,
  CAST(sum(dependent) AS BIGINT) AS dependent,
  count(*) FILTER (WHERE dependent IS NULL) AS dependent_blank
FROM households
GROUP BY unit_code, as_of, source;
