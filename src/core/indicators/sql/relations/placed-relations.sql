-- Rows of the data at their units under the chosen divisions. No rule of an indicator is applied here.
CREATE OR REPLACE TEMP TABLE placed_facilities AS
SELECT
  f.facility_id, f.name, f.type, f.status, a.unit_code, f.lon, f.lat,
  CAST(round(f.floor_area_m2 * 100) AS BIGINT) AS area_hundredths_m2,
  f.operator_name, f.operator_credit_code, f.operator_kind, f.operation_mode, f.premises_terms,
  coalesce(CAST(round(f.hours_per_day * 60) AS INTEGER), t.minutes_per_day) AS minutes_per_day,
  coalesce(f.days_per_week, t.days_per_week) AS days_per_week,
  f.star_rating, f.floors, f.has_lift, f.is_barrier_free, f.shares_rooms_with
FROM facilities_in_view f
JOIN code_aliases a ON a.code = f.unit_code
LEFT JOIN opening_times t ON t.open_hours_text = f.open_hours_text;

-- Units a facility stands in or is said to serve.
CREATE OR REPLACE TEMP TABLE facility_units AS
SELECT facility_id, type, status, unit_code, bool_or(is_own) AS is_own
FROM (
  SELECT facility_id, type, status, unit_code, true AS is_own FROM placed_facilities
  UNION ALL
  SELECT f.facility_id, f.type, f.status, a.unit_code, false
  FROM services_in_view s
  JOIN facilities_in_view f ON f.facility_id = s.facility_id
  JOIN code_aliases a ON a.code = s.unit_code
)
GROUP BY facility_id, type, status, unit_code;

-- Organisations where they are linked to and, for community organisations, where they are registered.
CREATE OR REPLACE TEMP TABLE placed_links AS
SELECT o.org_id, o.kind, o.registration, a.unit_code, l.valid_from, l.valid_to, true AS is_link
FROM org_links l
JOIN orgs o ON o.org_id = l.org_id
JOIN code_aliases a ON a.code = l.unit_code
UNION ALL
SELECT o.org_id, o.kind, o.registration, a.unit_code, NULL, NULL, false
FROM orgs o
JOIN code_aliases a ON a.code = o.registered_unit_code
WHERE o.kind = 'community';

-- Elder-care organisations at work: by a link, or by running a facility. Branches are their parent.
CREATE OR REPLACE TEMP TABLE eldercare_presence AS
WITH named AS (
  SELECT o.org_id, o.name, coalesce(p.org_id, o.org_id) AS counted_id, coalesce(p.name, o.name) AS counted_name
  FROM orgs o LEFT JOIN orgs p ON p.org_id = o.parent_org_id
  WHERE o.kind = 'eldercare' AND o.registration IS DISTINCT FROM 'cancelled'
)
SELECT
  a.unit_code, n.counted_id AS org_id, n.counted_name AS name, 'link' AS reason,
  l.valid_from, l.valid_to,
  CAST(NULL AS TEXT) AS type, CAST(NULL AS TEXT) AS status, CAST(NULL AS TEXT) AS premises_terms
FROM named n
JOIN org_links l ON l.org_id = n.org_id
JOIN code_aliases a ON a.code = l.unit_code
UNION ALL
SELECT
  f.unit_code, n.counted_id, n.counted_name, 'operates', NULL, NULL, f.type, f.status, f.premises_terms
FROM named n
JOIN placed_facilities f
  ON f.operator_credit_code = n.org_id
  OR (f.operator_credit_code IS NULL AND f.operator_name = n.name);

-- Social work professionals. A headcount without a workplace is the total of its unit: rows beneath it
-- are not counted again. Of several dates of one headcount the latest stands.
CREATE OR REPLACE TEMP TABLE placed_workers AS
WITH dated AS (
  SELECT
    a.unit_code, w.worker_id, w.workplace, w.level, coalesce(w.headcount, 1) AS headcount,
    w.worker_id IS NULL AND w.org_id IS NULL AND w.workplace IS NULL AND w.headcount IS NOT NULL
      AS is_total,
    CASE WHEN w.worker_id IS NULL AND w.headcount IS NOT NULL
      THEN rank() OVER (
        PARTITION BY w.worker_id, w.headcount IS NULL, a.unit_code, w.workplace, w.org_id
        ORDER BY w.as_of DESC NULLS LAST
      )
      ELSE 1 END AS age,
    row_number() OVER (PARTITION BY w.worker_id ORDER BY w.as_of DESC NULLS LAST, a.unit_code) AS place
  FROM social_workers w JOIN code_aliases a ON a.code = w.unit_code
)
SELECT
  unit_code, worker_id, workplace, level, headcount,
  worker_id IS NULL OR place = 1 AS is_first
FROM dated d
WHERE age = 1
  AND NOT EXISTS (
    SELECT 1
    FROM unit_ancestors a JOIN dated t ON t.unit_code = a.ancestor_code
    WHERE a.unit_code = d.unit_code AND a.ancestor_code <> d.unit_code
      AND t.is_total AND a.ancestor_level <> 'village'
  );

-- Duties of each county: done only with a document number and a date; no word is unknown.
CREATE OR REPLACE TEMP TABLE county_duties AS
WITH evidence AS (
  SELECT
    a.unit_code, d.duty_id,
    bool_or(d.fulfilled AND d.document_no IS NOT NULL AND d.document_date IS NOT NULL) AS is_done,
    bool_or(d.fulfilled) AS is_claimed,
    bool_or(NOT d.fulfilled) AS is_refused
  FROM duties d JOIN code_aliases a ON a.code = d.unit_code AND a.is_exact
  GROUP BY a.unit_code, d.duty_id
)
SELECT
  c.unit_code, c.unit_code AS item_id, c.name AS item_name, i.duty_id,
  CAST(coalesce(e.is_done, false) AS INTEGER) AS numerator,
  1 AS denominator,
  CAST(NOT coalesce(e.is_done, false) AND NOT coalesce(e.is_refused, false) AS INTEGER) AS unknown,
  CASE
    WHEN e.is_done THEN 'documented'
    WHEN e.is_refused THEN 'not_done'
    WHEN e.is_claimed THEN 'no_document'
    ELSE 'no_record'
  END AS reason
FROM assessed_units c
CROSS JOIN duty_ids i
LEFT JOIN evidence e ON e.unit_code = c.unit_code AND e.duty_id = i.duty_id
WHERE c.level = 'county';
