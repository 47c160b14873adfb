-- Of the candidate pairs those that do not conflict, and that the features without a measure leave a chance. The lists in
-- braces are written out of seeds/dedup.toml.
CREATE OR REPLACE TEMP TABLE hopeful AS
WITH cheap AS (
    SELECT unit_a, unit_b, {conflict} AS conflict, {cheap_levels}
    FROM candidates JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
    WHERE {possible}
)
SELECT *, {prior} + {cheap_weights} AS so_far FROM cheap WHERE so_far + {best_of_costly} >= {keep};
