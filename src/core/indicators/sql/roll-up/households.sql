-- roll-up: sums of what stands in a unit against the households of the unit
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT
  u.unit_code,
  coalesce(s.numerator, 0) AS numerator,
  h.households AS denominator,
  100 * $value_factor * coalesce(s.numerator, 0) // nullif($numerator_scale * h.households, 0) / 100.0
    AS value,
  coalesce(s.unknown, 0) AS unknown
FROM assessed_units u
LEFT JOIN sums s ON s.unit_code = u.unit_code
LEFT JOIN households_by($household_basis) h ON h.unit_code = u.unit_code
WHERE u.level <> 'village' OR u.kind IN ('residents_committee', 'villagers_committee')
ORDER BY u.unit_code
