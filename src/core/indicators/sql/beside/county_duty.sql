-- A duty of another city's catalogue, by its own id (rule: placed-relations.sql).
SELECT * FROM county_duties WHERE duty_id = $duty_id
