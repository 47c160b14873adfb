-- One row an event, and what its mentions claim of it. `told` is a mention with its event, its article and its days.

CREATE OR REPLACE TEMP TABLE origins AS
SELECT d.document_id, d.published, coalesce(d.duplicate_of, d.document_id) AS original,
       lower(regexp_replace(coalesce(o.source, d.source, d.document_id), '^(www\.)|(\.co\.uk|\.com|\.org|\.net| online| news)$', '', 'gi')) AS outlet
FROM documents d LEFT JOIN documents o ON o.document_id = d.duplicate_of;

CREATE OR REPLACE TEMP TABLE told AS
SELECT c.event_id, m.mention_id, m.document_id, m.event_type, m.trigger, m.start, m.sentence_start, m.sentence_end,
       m.modality, m.outcome, m.date_basis, m.headline, m.confidence,
       t.earliest, t.latest, t.grain, o.published, o.outlet, o.original,
       m.earliest AS own_earliest, m.latest AS own_latest
FROM clusters c JOIN mentions m USING (mention_id) JOIN origins o USING (document_id)
JOIN told_days t USING (mention_id);

CREATE OR REPLACE TEMP TABLE event_kinds AS
SELECT event_id, arg_max(event_type, (documents, -first, event_type)) AS event_type FROM (
    SELECT event_id, event_type, count(DISTINCT original) AS documents, min(start) AS first FROM told GROUP BY ALL)
GROUP BY event_id;

-- Something told as a fact, that it was or was not, stands against what was only planned or possible. Of facts what most
-- reports say stands, of plans what the latest says.
CREATE OR REPLACE TEMP TABLE event_states AS
SELECT event_id,
       arg_max(modality, (modality IN ('asserted', 'negated'), CASE WHEN modality IN ('asserted', 'negated') THEN reports END,
                          coalesce(published, DATE '0001-01-01'), reports, modality)) AS modality,
FROM (SELECT event_id, modality, max(published) AS published, count(DISTINCT original) AS reports FROM told GROUP BY ALL)
GROUP BY event_id;

-- An article tells the final outcome that it tells first. What was decided stands before what was pending, then what most
-- outlets say, then the latest report: one paper's slip does not outvote two others, and its word stays among the claims.
CREATE OR REPLACE TEMP TABLE event_outcomes AS
WITH articles AS (
    SELECT event_id, outlet, published, arg_min(outcome, (outcome = 'pending', start, mention_id)) AS outcome
    FROM told WHERE outcome IS NOT NULL GROUP BY event_id, document_id, outlet, published
)
SELECT event_id,
       arg_max(outcome, (outcome <> 'pending', outlets, coalesce(published, DATE '0001-01-01'), outcome)) AS outcome
FROM (SELECT event_id, outcome, max(published) AS published, count(DISTINCT outlet) AS outlets FROM articles GROUP BY ALL)
GROUP BY event_id;

SET VARIABLE generic_words = (SELECT list(token) FROM generic_names);

-- Names of one role that are contained in a fuller name of the same role are that name.
CREATE OR REPLACE TEMP TABLE told_roles AS
SELECT t.event_id, t.original, t.modality, r.role, r.entity_id, r.name,
       list_filter(regexp_extract_all(lower(r.name), '[\p{L}\p{N}]+'), lambda w: NOT list_contains(getvariable('generic_words'), w)) AS words
FROM told t JOIN mention_roles r USING (mention_id);

CREATE OR REPLACE TEMP TABLE fullest AS
WITH named AS (SELECT DISTINCT event_id, role, entity_id, name, words FROM told_roles)
SELECT x.event_id, x.role, x.entity_id, x.name,
       arg_max({'entity_id': y.entity_id, 'name': y.name}, (len(y.words), len(y.name), y.name, y.entity_id)) AS full
FROM named x JOIN named y ON x.event_id = y.event_id AND x.role = y.role
    AND (x.entity_id = y.entity_id OR (len(x.words) > 0 AND list_has_all(y.words, x.words)))
GROUP BY ALL;

-- `alike`: told as the event is; `fits`: not only told to have done nothing where it was done, or the reverse.
CREATE OR REPLACE TEMP TABLE acting AS
SELECT t.event_id, t.role, f.full.entity_id AS entity_id, min(f.full.name) AS name, count(DISTINCT t.original)::INTEGER AS documents,
       bool_or(t.modality = s.modality) AS alike, bool_or((t.modality = 'negated') = (s.modality = 'negated')) AS fits
FROM told_roles t JOIN fullest f USING (event_id, role, entity_id, name) JOIN event_states s USING (event_id)
GROUP BY ALL;

CREATE OR REPLACE TABLE event_roles AS
SELECT event_id, role, entity_id, name, documents FROM acting ORDER BY ALL;

CREATE OR REPLACE TABLE event_claims AS
WITH claimed AS (
    SELECT t.event_id, k.counted AS attribute, k.n::VARCHAR AS value, t.document_id, t.original, t.published
    FROM told t JOIN mention_counts k USING (mention_id)
  UNION ALL
    SELECT event_id, 'outcome', outcome, document_id, original, published FROM told WHERE outcome IS NOT NULL
  UNION ALL
    SELECT event_id, 'date', coalesce(own_earliest::VARCHAR, '..') || '/' || coalesce(own_latest::VARCHAR, '..'),
           document_id, original, published
    FROM told WHERE own_earliest IS NOT NULL AND own_latest IS NOT NULL
), counted AS (
    SELECT event_id, attribute, value, count(DISTINCT original)::INTEGER AS documents,
           list_sort(list(DISTINCT document_id)) AS document_ids, max(published) AS published
    FROM claimed GROUP BY ALL
), used AS (
    SELECT c.*, coalesce(CASE c.attribute
           WHEN 'outcome' THEN c.value = o.outcome
           WHEN 'date' THEN d.earliest >= split_part(c.value, '/', 1)::DATE AND d.latest <= split_part(c.value, '/', 2)::DATE
           ELSE true END, false) AS fits,
           CASE WHEN c.attribute = 'date' THEN split_part(c.value, '/', 2)::DATE - split_part(c.value, '/', 1)::DATE END AS width
    FROM counted c LEFT JOIN event_outcomes o USING (event_id) LEFT JOIN event_days d USING (event_id)
)
-- Of several values that bear out what the event shows, the tightest interval and the best supported is the one chosen.
SELECT event_id, attribute, value, documents, document_ids,
       fits AND row_number() OVER (PARTITION BY event_id, attribute
           ORDER BY fits DESC, width NULLS LAST, documents DESC, published DESC NULLS LAST, len(value) DESC, value DESC) = 1 AS chosen
FROM used
ORDER BY ALL;

CREATE OR REPLACE TEMP TABLE event_support AS
SELECT event_id, count(DISTINCT document_id)::INTEGER AS documents, count(DISTINCT outlet)::INTEGER AS sources,
       min(published) AS first_reported, max(published) AS last_reported
FROM told GROUP BY event_id;

-- Outlets are taken as independent: the chance that all of them are mistaken.
CREATE OR REPLACE TEMP TABLE event_confidence AS
SELECT event_id, round(1 - exp(sum(ln(1 - least(best, 0.99)))), 4) AS confidence
FROM (SELECT event_id, outlet, max(confidence) AS best FROM told GROUP BY ALL)
GROUP BY event_id;

-- A body that is only told of what may be, or is still to be, did not do what has been done; nor did anybody of whom it
-- is only told that they did not.
CREATE OR REPLACE TEMP TABLE titled_roles AS
SELECT r.event_id, r.role, r.name, r.documents, coalesce(e.kind = 'group', false) AS plural,
       list_filter(regexp_extract_all(lower(r.name), '[\p{L}\p{N}]{3,}'), lambda w: NOT list_contains(getvariable('generic_words'), w)) AS words
FROM acting r LEFT JOIN entities e USING (entity_id)
WHERE CASE WHEN r.role = 'body' THEN r.alike ELSE r.fits END
QUALIFY row_number() OVER (PARTITION BY r.event_id, r.role ORDER BY r.documents DESC, r.name) <= 4;

CREATE OR REPLACE TEMP TABLE event_words AS
WITH triggers AS (
  SELECT event_id, list(trigger ORDER BY told DESC, trigger) AS triggers
  FROM (SELECT event_id, trigger, count(*) AS told FROM told GROUP BY ALL) GROUP BY event_id
)
SELECT t.event_id, any_value(w.triggers) AS triggers,
       arg_max(substring(d.text, t.sentence_start + 1, t.sentence_end - t.sentence_start),
               (t.event_type = k.event_type, t.headline, t.confidence, -t.start, t.mention_id)) AS evidence
FROM told t JOIN documents d USING (document_id) JOIN event_kinds k USING (event_id) JOIN triggers w USING (event_id)
GROUP BY t.event_id;
