-- Households of each unit: family (stated, else as listed), registered, or as the household table lists.
CREATE OR REPLACE TEMP MACRO households_by(household_basis) AS TABLE
SELECT
  unit_code,
  CASE household_basis
    WHEN 'family' THEN family_or_listed
    WHEN 'registered' THEN registered_households
    WHEN 'listed' THEN listed_households
  END AS households
FROM unit_totals;
