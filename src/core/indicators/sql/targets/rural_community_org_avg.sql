-- Community organisations, registered or on file, at work in administrative villages, for each
-- village: an average over the county or the city, not a duty of each village.
SELECT * FROM organisations_per_unit($counted_registrations, $unit_kinds, $count_each_once, $as_of)
