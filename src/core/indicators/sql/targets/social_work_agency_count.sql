-- Social work agencies registered in the city, not cancelled, branches not counted.
WITH agencies AS (
  SELECT
    coalesce(a.unit_code, c.unit_code) AS unit_code, o.org_id, o.name, o.registration,
    o.registered_unit_code IS NULL AS is_place_blank
  FROM orgs o
  LEFT JOIN code_aliases a ON a.code = o.registered_unit_code
  LEFT JOIN assessed_units c ON c.level = 'city' AND o.registered_unit_code IS NULL
  WHERE o.kind = 'social_work_agency' AND o.parent_org_id IS NULL
)
SELECT
  unit_code, org_id AS item_id, name AS item_name,
  CAST(coalesce(registration = 'registered', false) AND NOT is_place_blank AS INTEGER) AS numerator,
  0 AS denominator,
  CAST(
    coalesce(registration = 'registered', true) AND (registration IS NULL OR is_place_blank)
    AS INTEGER
  ) AS unknown,
  CASE WHEN is_place_blank THEN 'place_blank' ELSE coalesce(registration, 'registration_blank') END
    AS reason
FROM agencies
WHERE unit_code IS NOT NULL
