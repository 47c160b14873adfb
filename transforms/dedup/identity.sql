-- Names clusters by events. An event's id is made from its oldest mention (by publication, then by id) and stays with it:
-- of the events that the snapshot before knew, each is inherited by the cluster that holds its oldest mention, and a
-- cluster that inherits several keeps the oldest of them.

CREATE OR REPLACE TEMP TABLE aged AS
SELECT u.mention_id, l.label, row_number() OVER (ORDER BY d.published NULLS LAST, u.mention_id) AS age
FROM unit_mentions u JOIN labels l USING (unit) JOIN documents d USING (document_id);

CREATE OR REPLACE TEMP TABLE heirs AS
WITH founders AS (
    SELECT p.event_id, min(a.age) AS age, arg_min(a.label, a.age) AS label
    FROM known_events p JOIN aged a USING (mention_id) GROUP BY p.event_id
)
SELECT label, arg_min(event_id, age) AS event_id FROM founders GROUP BY label;

CREATE OR REPLACE TABLE clusters AS
WITH fresh AS (
    SELECT label, left(md5('event ' || arg_min(mention_id, age)), 16) AS event_id,
           left(md5('event anew ' || arg_min(mention_id, age)), 16) AS other_id
    FROM aged GROUP BY label
), named AS (
    SELECT label, coalesce(h.event_id,
        CASE WHEN f.event_id IN (SELECT event_id FROM known_events) THEN f.other_id ELSE f.event_id END) AS event_id
    FROM fresh f LEFT JOIN heirs h USING (label)
)
SELECT mention_id, event_id FROM aged JOIN named USING (label) ORDER BY mention_id;
