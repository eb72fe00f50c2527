-- Community organisations, registered or on file, at work in residents' committees, for each
-- residents' committee: an average over the county or the city, not a duty of each community.
SELECT * FROM organisations_per_unit($counted_registrations, $unit_kinds, $count_each_once, $as_of)
