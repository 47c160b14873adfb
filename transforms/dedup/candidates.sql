-- The pairs of one partition that share enough keys: so many bits that chance gives the whole corpus few such pairs.
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT x.unit AS unit_a, y.unit AS unit_b
FROM keys x JOIN keys y ON x.key = y.key AND x.unit < y.unit
WHERE x.unit % $partitions = $part
GROUP BY x.unit, y.unit
HAVING sum(x.bits) >= 2 * log2((SELECT count(*) FROM units)) - $chance;
