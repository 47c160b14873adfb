-- Events that can have happened between two days, both included.
CREATE OR REPLACE MACRO events_between(first_day, last_day) AS TABLE
SELECT * FROM timeline_rows
WHERE coalesce(earliest, latest) <= last_day::DATE AND coalesce(latest, earliest) >= first_day::DATE
ORDER BY best_day NULLS LAST, event_id;

-- Events in which somebody takes part, by any part of a name or alias.
CREATE OR REPLACE MACRO events_of(who) AS TABLE
SELECT * FROM timeline_rows
WHERE event_id IN (
  SELECT r.event_id FROM event_roles r JOIN entities n USING (entity_id)
  WHERE contains(lower(n.name), lower(who)) OR contains(lower(array_to_string(n.aliases, chr(10))), lower(who))
)
ORDER BY best_day NULLS LAST, event_id;

-- What two outlets both tell: how many events, and for each attribute how many they agree on.
CREATE OR REPLACE MACRO agreement(outlet_a, outlet_b) AS TABLE
WITH told AS (
  SELECT DISTINCT m.event_id, d.source FROM mentions m JOIN documents d USING (document_id)
), said AS (
  SELECT DISTINCT c.event_id, c.attribute, c.value, d.source
  FROM (SELECT event_id, attribute, value, unnest(document_ids) AS document_id FROM event_claims) c
  JOIN documents d USING (document_id)
), sides AS (
  SELECT event_id, attribute,
    list(DISTINCT value) FILTER (source = outlet_a) AS a, list(DISTINCT value) FILTER (source = outlet_b) AS b
  FROM said GROUP BY event_id, attribute
)
SELECT 'events' AS attribute, count(*) AS shared, NULL AS agree FROM told a JOIN told b USING (event_id)
WHERE a.source = outlet_a AND b.source = outlet_b
UNION ALL
SELECT attribute, count(*), count(*) FILTER (list_has_any(a, b)) FROM sides
WHERE a IS NOT NULL AND b IS NOT NULL GROUP BY attribute
ORDER BY shared DESC, attribute;

-- Events about a topic: its words in the title, the kind or a sentence that tells the event.
CREATE OR REPLACE MACRO timeline_of(topic) AS TABLE
SELECT * FROM timeline_rows
WHERE contains(lower(title), lower(topic)) OR event_type = lower(topic)
  OR event_id IN (SELECT x.event_id FROM evidence x WHERE contains(lower(x.sentence), lower(topic)))
ORDER BY best_day NULLS LAST, event_id;
