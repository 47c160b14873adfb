-- What clustering goes by: the compared pairs' scores, less what is asked of vague units; conflicts as forbidden;
-- reviewers' judgements above both.
CREATE OR REPLACE TEMP TABLE judged_pairs AS
SELECT least(a.unit, b.unit) AS unit_a, greatest(a.unit, b.unit) AS unit_b, min(j.score) AS score
FROM judged j JOIN unit_mentions a ON a.mention_id = j.mention_a JOIN unit_mentions b ON b.mention_id = j.mention_b
WHERE a.unit <> b.unit
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE judged_units AS
SELECT unit_a AS unit FROM judged_pairs WHERE score > 0 UNION SELECT unit_b FROM judged_pairs WHERE score > 0;

CREATE OR REPLACE TEMP TABLE scores AS
SELECT unit_a, unit_b,
       CASE WHEN conflict IS NOT NULL THEN $forbidden
            WHEN a.vague OR b.vague THEN score::DOUBLE - $vague
            ELSE score::DOUBLE END AS score
FROM compared JOIN units a ON a.unit = unit_a JOIN units b ON b.unit = unit_b
ANTI JOIN judged_pairs USING (unit_a, unit_b)
UNION ALL SELECT unit_a, unit_b, score FROM judged_pairs;
