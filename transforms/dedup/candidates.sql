-- The pairs of one partition's blocks that no partition before it has compared.
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT DISTINCT x.unit AS unit_a, y.unit AS unit_b
FROM keys x JOIN keys y ON x.key = y.key AND x.unit < y.unit
WHERE x.key % $partitions = $part
EXCEPT SELECT unit_a, unit_b FROM compared;
