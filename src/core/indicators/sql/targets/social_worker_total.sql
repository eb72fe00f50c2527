-- Social work professionals, by head.
SELECT * FROM social_workers_of_level($counted_levels)
