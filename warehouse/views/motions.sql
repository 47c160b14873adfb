-- Decisions by counting, with their figures; each figure is the one that the event carries.
CREATE OR REPLACE VIEW motions AS
SELECT
  t.best_day, t.earliest, t.latest, t.event_type, t.title, t.body, t.actor, t.target, t.modality, t.outcome,
  (SELECT max(try_cast(c.value AS BIGINT)) FROM event_claims c
    WHERE c.event_id = t.event_id AND c.attribute = 'for' AND c.chosen) AS "for",
  (SELECT max(try_cast(c.value AS BIGINT)) FROM event_claims c
    WHERE c.event_id = t.event_id AND c.attribute = 'against' AND c.chosen) AS against,
  (SELECT max(try_cast(c.value AS BIGINT)) FROM event_claims c
    WHERE c.event_id = t.event_id AND c.attribute = 'abstained' AND c.chosen) AS abstained,
  t.outlets, t.documents, t.event_id
FROM timeline_rows t
WHERE t.event_type IN ('motion', 'amendment', 'vote')
ORDER BY t.best_day DESC NULLS LAST, t.event_id;

COMMENT ON VIEW motions IS 'Motions, amendments and votes with body, target, outcome and figures.';
