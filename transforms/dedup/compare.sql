-- Compares the hopeful pairs, each with its units `a` and `b`: a level for each feature (null is no evidence), the sum of
-- the levels' weights, and the name of a conflict if there is one.
WITH costly AS (SELECT *, {costly_levels} FROM hopeful)
SELECT unit_a, unit_b, so_far + {costly_weights} AS score, conflict, {levels} FROM costly WHERE score >= {keep}
