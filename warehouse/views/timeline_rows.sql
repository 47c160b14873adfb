-- The rows of the timeline: each event with its roles and outlets folded into lists.
CREATE OR REPLACE VIEW timeline_rows AS
WITH parts AS (
  SELECT event_id,
    list(name ORDER BY documents DESC, name) FILTER (role = 'body') AS body,
    list(name ORDER BY documents DESC, name) FILTER (role = 'actor') AS actor,
    list(name ORDER BY documents DESC, name) FILTER (role = 'target') AS target,
    list(name ORDER BY documents DESC, name) FILTER (role = 'venue') AS venue
  FROM event_roles GROUP BY event_id
), tellers AS (
  SELECT event_id, list(source ORDER BY source) AS outlets
  FROM (SELECT DISTINCT m.event_id, d.source FROM mentions m JOIN documents d USING (document_id) WHERE d.source IS NOT NULL)
  GROUP BY event_id
)
SELECT
  e.best_day, e.earliest, e.latest, e.grain, e.event_type, e.title, e.modality, e.outcome,
  p.body, p.actor, p.target, p.venue, t.outlets,
  e.documents, e.sources, e.first_reported, e.last_reported, e.confidence, e.family, e.event_id
FROM events e LEFT JOIN parts p USING (event_id) LEFT JOIN tellers t USING (event_id);
