-- Of the candidate pairs, each with its units `a` and `b`, those that do not conflict, and that the features without a
-- measure leave a chance. The lists in braces are written out of seeds/dedup.toml.
WITH cheap AS (
    SELECT unit_a, unit_b, ({conflict})::VARCHAR AS conflict, {cheap_levels} FROM candidates WHERE {possible}
)
SELECT *, {prior} + {cheap_weights} AS so_far FROM cheap WHERE so_far + {best_of_costly} >= {keep}
