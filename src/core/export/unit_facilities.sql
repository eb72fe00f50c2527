-- Which facilities stand in a unit or are said to serve it; its own unit counts without a row.
CREATE OR REPLACE TEMP VIEW unit_facilities AS
SELECT unit_code, facility_id, type, status
FROM facilities
WHERE unit_code IS NOT NULL
UNION
SELECT s.unit_code, f.facility_id, f.type, f.status
FROM facility_services AS s
JOIN facilities AS f ON f.facility_id = s.facility_id
WHERE s.unit_code IS NOT NULL;
