-- Counties with a document number and a date for this duty, of all counties (rule: placed-relations.sql).
SELECT * FROM county_duties WHERE duty_id = 'certified_social_worker_allowance'
