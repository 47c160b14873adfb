-- Compares the hopeful pairs of one partition: a level for each feature (null is no evidence), the sum of the levels'
-- weights, and the name of a conflict if there is one.
INSERT INTO compared
WITH costly AS (
    SELECT hopeful.*, {costly_levels}
    FROM hopeful JOIN measured USING (unit_a, unit_b) JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
)
SELECT unit_a, unit_b, so_far + {costly_weights} AS score, conflict, {levels} FROM costly WHERE score >= {keep};

DROP TABLE hopeful;
DROP TABLE measured;
DROP TABLE candidates;
