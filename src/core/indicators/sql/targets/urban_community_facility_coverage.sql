-- Residents' committees with an operating community service facility, their own or one that is said to
-- serve them, of all residents' committees (also those in towns).
SELECT * FROM units_with_facility($counted_types, $counted_statuses, $unit_kinds)
