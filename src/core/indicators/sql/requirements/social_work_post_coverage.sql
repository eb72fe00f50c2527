-- Towns and communities where a social work professional holds a post, of all of them.
SELECT * FROM units_with_social_worker($counted_levels, $minimum_heads, $unit_kinds)
