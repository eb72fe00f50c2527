-- Cells of a regular net that hold located households; a cell belongs to the unit with the smallest
-- code in it. Asked only where there are no governance grids.
INSERT INTO household_cells
SELECT a.unit_code, h.x, h.y
FROM (
  SELECT
    min(unit_code) AS code,
    CAST(floor(lon / $cell_lon_degrees) AS INTEGER) AS x,
    CAST(floor(lat / $cell_lat_degrees) AS INTEGER) AS y
  FROM households
  WHERE lon IS NOT NULL AND lat IS NOT NULL
  GROUP BY ALL
) h
JOIN code_aliases a ON a.code = h.code
