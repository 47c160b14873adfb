-- What a headline is made of: up to four names a role, and the triggers, best supported first, and the evidence that
-- tells most of the event.
SELECT k.event_id, k.event_type, s.modality, o.outcome,
       (SELECT list({'role': r.role, 'name': r.name, 'plural': r.plural, 'words': r.words} ORDER BY r.documents DESC, r.name)
        FROM titled_roles r WHERE r.event_id = k.event_id) AS parties,
       e.triggers, e.evidence
FROM event_kinds k JOIN event_states s USING (event_id) LEFT JOIN event_outcomes o USING (event_id)
JOIN event_words e USING (event_id)
ORDER BY k.event_id;
