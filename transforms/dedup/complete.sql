-- The pairs inside one component that blocking did not bring together: a group stands or falls with all of its pairs.
CREATE OR REPLACE TEMP TABLE candidates AS
WITH sized AS (
    SELECT unit, root, count(*) OVER (PARTITION BY root) AS size FROM roots
), members AS (
    SELECT unit, root FROM sized WHERE size BETWEEN 3 AND $largest
)
SELECT x.unit AS unit_a, y.unit AS unit_b
FROM members x JOIN members y ON x.root = y.root AND x.unit < y.unit
EXCEPT SELECT unit_a, unit_b FROM compared;
