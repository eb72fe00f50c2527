-- Care centres publicly built and privately run, of publicly built care centres. A blank mode is
-- unknown: it is listed but in neither figure.
WITH items AS (
  SELECT
    f.unit_code, f.facility_id AS item_id, f.name AS item_name,
    CAST(coalesce(list_contains(string_split($counted_modes, ','), f.operation_mode), false) AS INTEGER) AS numerator,
    CAST(coalesce(f.operation_mode, 'unknown') <> 'unknown' AS INTEGER) AS denominator,
    CAST(coalesce(f.operation_mode, 'unknown') = 'unknown' AS INTEGER) AS unknown,
    coalesce(f.operation_mode, 'unknown') AS reason
  FROM placed_facilities f
  WHERE list_contains(string_split($counted_types, ','), f.type)
    AND list_contains(string_split($counted_statuses, ','), f.status)
    AND (
      list_contains(string_split($public_modes, ','), f.operation_mode)
      OR coalesce(f.operation_mode, 'unknown') = 'unknown'
    )
),
-- roll-up
sums AS (
  SELECT
    a.ancestor_code AS unit_code,
    CAST(sum(i.numerator) AS BIGINT) AS numerator,
    CAST(sum(i.denominator) AS BIGINT) AS denominator,
    CAST(sum(i.unknown) AS BIGINT) AS unknown
  FROM items i JOIN unit_ancestors a ON a.unit_code = i.unit_code
  GROUP BY a.ancestor_code
)
SELECT unit_code, numerator, denominator, 10000 * numerator // nullif(denominator, 0) / 100.0 AS value, unknown
FROM sums
ORDER BY unit_code
