-- Central towns (a list that is printed and can be edited) with a care centre run by an enterprise or
-- a private non-profit, of all central towns.
SELECT * FROM towns_with_care_centre(
  $scope, $central_towns, $counted_types, $counted_statuses, $professional_operators, $serving_counts
)
