-- Subdistricts, central towns or both, and whether a care centre there is run by one of the
-- professional operators. A centre under another operator is there but not professional; a blank
-- operator is unknown.
CREATE OR REPLACE TEMP MACRO towns_with_care_centre(
  scope, central_towns, counted_types, counted_statuses, professional_operators, serving_counts
) AS TABLE
WITH centres AS (
  SELECT
    a.ancestor_code AS unit_code,
    bool_or(list_contains(string_split(professional_operators, ','), f.operator_kind)) AS is_professional,
    bool_or(coalesce(f.operator_kind, 'unknown') = 'unknown') AS has_unknown_operator
  FROM facility_units s
  JOIN placed_facilities f ON f.facility_id = s.facility_id
  JOIN unit_ancestors a ON a.unit_code = s.unit_code AND a.ancestor_level = 'town'
  WHERE list_contains(string_split(counted_types, ','), f.type)
    AND list_contains(string_split(counted_statuses, ','), f.status)
    AND (s.is_own OR serving_counts)
  GROUP BY a.ancestor_code
),
towns AS (
  SELECT * FROM assessed_units
  WHERE level = 'town'
    AND (
      (scope IN ('subdistrict', 'both') AND kind = 'subdistrict')
      OR (
        scope IN ('central_town', 'both') AND kind <> 'subdistrict'
        AND list_contains(string_split(central_towns, ','), unit_code)
      )
    )
)
SELECT
  t.unit_code, t.unit_code AS item_id, t.name AS item_name,
  CAST(coalesce(c.is_professional, false) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(coalesce(c.has_unknown_operator AND NOT coalesce(c.is_professional, false), false) AS INTEGER)
    AS unknown,
  CASE
    WHEN c.unit_code IS NULL THEN 'no_facility'
    WHEN c.is_professional THEN 'professional'
    WHEN c.has_unknown_operator THEN 'operator_unknown'
    ELSE 'not_professional'
  END AS reason
FROM towns t
LEFT JOIN centres c ON c.unit_code = t.unit_code;
