-- Social work professionals of the given levels, by head; 'blank' stands for a level not written down.
-- A row without a headcount is one person; rows beneath a unit's own total are not counted again.
CREATE OR REPLACE TEMP MACRO social_workers_of_level(counted_levels) AS TABLE
SELECT
  w.unit_code, w.worker_id AS item_id, w.worker_id AS item_name,
  CASE WHEN list_contains(string_split(counted_levels, ','), coalesce(w.level, 'blank'))
    THEN w.headcount ELSE 0 END AS numerator,
  0 AS denominator,
  CASE WHEN w.level IS NULL AND NOT list_contains(string_split(counted_levels, ','), 'blank')
    THEN w.headcount ELSE 0 END AS unknown,
  coalesce(w.level, 'level_blank') AS reason
FROM placed_workers w
WHERE w.is_first;
