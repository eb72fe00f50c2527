-- Administrative villages with an operating community service facility, their own or one that is said
-- to serve them, of all administrative villages.
SELECT * FROM units_with_facility($counted_types, $counted_statuses, $unit_kinds)
