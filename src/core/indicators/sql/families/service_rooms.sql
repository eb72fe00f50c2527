-- Counted facilities with rooms of their own: rooms shared with another counted one are counted there.
CREATE OR REPLACE TEMP MACRO service_rooms(counted_types, counted_statuses) AS TABLE
WITH counted AS (
  SELECT * FROM placed_facilities f
  WHERE list_contains(string_split(counted_types, ','), f.type)
    AND list_contains(string_split(counted_statuses, ','), f.status)
)
SELECT * FROM counted
WHERE shares_rooms_with IS NULL OR shares_rooms_with NOT IN (SELECT facility_id FROM counted);
