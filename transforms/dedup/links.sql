-- Two events that one article tells within $near characters of each other, of types that a relation joins, and that
-- share a body, a target or an actor or stand in one sentence: the nearest such event, and the mention that says so.
CREATE OR REPLACE TABLE event_links AS
WITH shared AS (
    SELECT DISTINCT x.event_id, y.event_id AS other_id
    FROM event_roles x JOIN event_roles y ON x.entity_id = y.entity_id AND x.event_id <> y.event_id
), near AS (
    SELECT x.event_id, y.event_id AS other_id, r.relation, x.mention_id AS evidence, x.published, x.start,
           abs(x.start - y.start) AS distance, x.sentence_start = y.sentence_start AS one_sentence
    FROM told x JOIN told y ON x.document_id = y.document_id AND x.event_id <> y.event_id AND abs(x.start - y.start) <= $near
    JOIN event_kinds a ON a.event_id = x.event_id JOIN event_kinds b ON b.event_id = y.event_id
    JOIN relations r ON r.event_type = a.event_type AND r.other_type = b.event_type
), believed AS (
    SELECT near.* FROM near LEFT JOIN shared USING (event_id, other_id)
    WHERE one_sentence OR shared.event_id IS NOT NULL
)
SELECT event_id, other_id, relation, arg_min(evidence, (distance, published, start, evidence)) AS evidence
FROM believed
GROUP BY event_id, other_id, relation
QUALIFY row_number() OVER (PARTITION BY event_id, relation ORDER BY min(distance), other_id) = 1
ORDER BY ALL;
