-- The units that dedup compares: one for each happening of a document, or for each mention where the document's
-- mentions are not joined (happening is null). Numbers of units and documents follow (published, document_id, happening,
-- mention_id), so that they depend on content alone, and what is of one time is near in memory.

-- A text's words of two or more letters or digits. Words are parted by other marks than these, of which few stand in a
-- text but the space, so that this takes half the time of looking for each word.
CREATE OR REPLACE TEMP MACRO words_of(text) AS
    list_filter(string_split(regexp_replace(lower(text), '[^\p{L}\p{N} ]+', ' ', 'g'), ' '), lambda word: len(word) > 1);

CREATE OR REPLACE TEMP TABLE unit_mentions AS
SELECT mention_id, document_id, (dense_rank() OVER (ORDER BY published, document_id) - 1)::INTEGER AS document,
       (dense_rank() OVER (
           ORDER BY published, document_id, happening, CASE WHEN happening IS NULL THEN mention_id END) - 1)::INTEGER AS unit,
       row_number() OVER (
           PARTITION BY document_id, happening, CASE WHEN happening IS NULL THEN mention_id END
           ORDER BY coalesce(latest - earliest, offset_latest - offset_earliest) NULLS LAST, headline, start, mention_id) AS rank
FROM mentions JOIN documents USING (document_id);

-- The words of each mention's sentence before and after its trigger, which is compared by itself.
CREATE OR REPLACE TEMP TABLE unit_words AS
WITH sides AS (
SELECT u.unit,
       words_of(substring(d.text, m.sentence_start + 1, m.start - m.sentence_start)) AS before,
       words_of(substring(d.text, m."end" + 1, m.sentence_end - m."end")) AS after
FROM unit_mentions u JOIN mentions m USING (mention_id) JOIN documents d ON d.document_id = m.document_id
)
SELECT unit, unnest(before || after) AS token,
       unnest(range(1 - len(before), len(after) + 1)) BETWEEN 1 - $beside AND $beside AS beside
FROM sides;

CREATE OR REPLACE TEMP TABLE document_words AS
SELECT document, unnest(words_of(left(text, $longest))) AS token
FROM documents JOIN (SELECT DISTINCT document_id, document FROM unit_mentions) USING (document_id);

-- The words of names, and of a body's name its initials. Who is still to consider what is told has not decided it.
CREATE OR REPLACE TEMP TABLE unit_names AS
WITH cut AS (
    SELECT name, words_of(name) AS tokens,
           regexp_extract_all(name, '\b(\p{Lu})[\p{L}&]*', 1) AS initials
    FROM (SELECT DISTINCT name FROM mention_roles)
), told AS (
    SELECT unit, mention_id, m.modality = first_value(m.modality) OVER (PARTITION BY unit ORDER BY rank) AS alike
    FROM unit_mentions JOIN mentions m USING (mention_id)
), worded AS (
    SELECT name, tokens, CASE WHEN len(initials) >= 2 THEN [lower(array_to_string(initials, ''))] ELSE [] END AS short FROM cut
)
SELECT u.unit, r.role, unnest(CASE r.role WHEN 'body' THEN tokens || short ELSE tokens END) AS token
FROM mention_roles r JOIN told u USING (mention_id) JOIN worded USING (name) WHERE r.role <> 'body' OR u.alike;
