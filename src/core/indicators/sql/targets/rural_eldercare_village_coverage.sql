-- Administrative villages with an elder-care facility of the counted types, in the village or said to
-- serve it (shared building), of all administrative villages. Reach on foot is never counted here.
SELECT * FROM units_with_facility($counted_types, $counted_statuses, $unit_kinds)
