CREATE OR REPLACE TABLE events AS
SELECT k.event_id, k.event_type, coalesce(f.family, k.event_type) AS family, t.title, d.earliest, d.latest, d.grain, d.best_day,
       s.modality, o.outcome, n.documents, n.sources, n.first_reported, n.last_reported, c.confidence
FROM event_kinds k JOIN event_days d USING (event_id) JOIN event_states s USING (event_id)
JOIN event_support n USING (event_id) JOIN event_confidence c USING (event_id) JOIN event_titles t USING (event_id)
LEFT JOIN event_outcomes o USING (event_id) LEFT JOIN families f ON f.event_type = k.event_type
ORDER BY k.event_id;
