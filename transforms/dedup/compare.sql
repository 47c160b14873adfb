-- Compares the candidate pairs of one partition: a level for each feature (null is no evidence), the sum of the levels'
-- weights, and the name of a conflict if there is one. The lists in braces are written out of seeds/dedup.toml.

INSERT INTO compared
WITH cheap AS (
    SELECT unit_a, unit_b, {conflict} AS conflict, {cheap_levels}
    FROM candidates JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
    WHERE {possible}
), hopeful AS (
    SELECT *, {prior} + {cheap_weights} AS so_far FROM cheap WHERE so_far + {best_of_costly} >= {keep}
), measured AS (
    SELECT hopeful.*, {measures}
    FROM hopeful JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
), costly AS (
    SELECT measured.*, {costly_levels}
    FROM measured JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
)
SELECT unit_a, unit_b, so_far + {costly_weights} AS score, conflict, {levels} FROM costly WHERE score >= {keep};
