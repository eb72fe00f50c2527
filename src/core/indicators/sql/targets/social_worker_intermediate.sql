-- Intermediate social work professionals: certificate holders of that level or above, and those
-- recognised as equal. A blank level is unknown.
SELECT * FROM social_workers_of_level($counted_levels)
