-- One row an event, roles and outlets folded into lists, newest first.
CREATE OR REPLACE VIEW timeline AS
SELECT
  e.best_day, e.earliest, e.latest, e.grain, e.event_type, e.title, e.modality, e.outcome,
  (SELECT list(r.name ORDER BY r.documents DESC, r.name) FROM event_roles r
    WHERE r.event_id = e.event_id AND r.role = 'body') AS body,
  (SELECT list(r.name ORDER BY r.documents DESC, r.name) FROM event_roles r
    WHERE r.event_id = e.event_id AND r.role = 'actor') AS actor,
  (SELECT list(r.name ORDER BY r.documents DESC, r.name) FROM event_roles r
    WHERE r.event_id = e.event_id AND r.role = 'target') AS target,
  (SELECT list(r.name ORDER BY r.documents DESC, r.name) FROM event_roles r
    WHERE r.event_id = e.event_id AND r.role = 'venue') AS venue,
  (SELECT list(DISTINCT d.source ORDER BY d.source) FROM mentions m JOIN documents d USING (document_id)
    WHERE m.event_id = e.event_id) AS outlets,
  e.documents, e.sources, e.first_reported, e.last_reported, e.confidence, e.family, e.event_id
FROM events e
ORDER BY e.best_day DESC NULLS LAST, e.event_id;

COMMENT ON VIEW timeline IS 'One row an event, roles and outlets folded into lists, newest first.';
