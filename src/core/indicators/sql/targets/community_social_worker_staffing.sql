-- Communities with at least one social work professional, of all communities. Two is excellent, more
-- is no fault.
SELECT * FROM units_with_social_worker($counted_levels, $minimum_heads, $unit_kinds)
