-- The facilities an evaluation sees: those of the data, and (in what-if runs) with changes applied.
CREATE OR REPLACE TEMP TABLE facilities_in_view AS SELECT * FROM facilities;
CREATE OR REPLACE TEMP TABLE services_in_view AS
SELECT DISTINCT facility_id, unit_code FROM facility_services;
