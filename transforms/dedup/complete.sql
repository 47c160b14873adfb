-- The pairs inside one component that blocking did not bring together: a group stands or falls with all of its pairs.
-- Small components first, up to $largest units, and no more than $most pairs in all.
WITH sized AS (
    SELECT root, count(*) AS size FROM roots GROUP BY root HAVING size BETWEEN 3 AND $largest
), spent AS (
    SELECT size, sum(sum(size * (size - 1) / 2)) OVER (ORDER BY size) AS pairs FROM sized GROUP BY size
), members AS (
    SELECT unit, root FROM roots JOIN sized USING (root) JOIN spent USING (size) WHERE pairs <= $most
)
SELECT x.unit AS unit_a, y.unit AS unit_b
FROM members x JOIN members y ON x.root = y.root AND x.unit < y.unit
EXCEPT SELECT unit_a, unit_b FROM compared
