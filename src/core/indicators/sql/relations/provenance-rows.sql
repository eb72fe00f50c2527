-- Where the rows of each table belong, when they were counted and who says so.
CREATE OR REPLACE TEMP TABLE provenance_rows AS
SELECT 'households' AS table_name, code, as_of, source, CAST(row_count AS BIGINT) AS row_count FROM household_groups
UNION ALL
SELECT 'admin_units', unit_code, as_of, source, count(*) FROM admin_units GROUP BY ALL
UNION ALL
SELECT 'facilities', unit_code, as_of, source, count(*) FROM facilities GROUP BY ALL
UNION ALL
SELECT 'facility_services', unit_code, as_of, source, count(*) FROM facility_services GROUP BY ALL
UNION ALL
SELECT 'population', unit_code, as_of, source, count(*) FROM population GROUP BY ALL
UNION ALL
SELECT 'grid_units', unit_code, as_of, source, count(*) FROM grid_units GROUP BY ALL
UNION ALL
SELECT 'org_links', unit_code, as_of, source, count(*) FROM org_links GROUP BY ALL
UNION ALL
SELECT 'social_workers', unit_code, as_of, source, count(*) FROM social_workers GROUP BY ALL
UNION ALL
SELECT 'volunteers', unit_code, as_of, source, count(*) FROM volunteers GROUP BY ALL
UNION ALL
SELECT 'duties', unit_code, as_of, source, count(*) FROM duties GROUP BY ALL
UNION ALL
SELECT 'orgs', registered_unit_code, as_of, source, count(*) FROM orgs GROUP BY ALL
UNION ALL
SELECT 'coverage_circles', unit_code, NULL, NULL, count(*) FROM coverage_circles GROUP BY ALL;
