-- The units that dedup compares: one for each happening of a document, or for each mention where the document's
-- mentions are not joined (happening is null). Numbers of units and documents follow (document_id, happening,
-- mention_id), so that they depend on content alone.

CREATE OR REPLACE TEMP TABLE unit_mentions AS
SELECT mention_id, document_id, (dense_rank() OVER (ORDER BY document_id) - 1)::INTEGER AS document,
       (dense_rank() OVER (ORDER BY document_id, happening, CASE WHEN happening IS NULL THEN mention_id END) - 1)::INTEGER AS unit,
       row_number() OVER (
           PARTITION BY document_id, happening, CASE WHEN happening IS NULL THEN mention_id END
           ORDER BY coalesce(latest - earliest, offset_latest - offset_earliest) NULLS LAST, headline, start, mention_id) AS rank
FROM mentions;

-- The words of each mention's sentence before and after its trigger, which is compared by itself.
CREATE OR REPLACE TEMP TABLE unit_words AS
WITH sides AS (
SELECT u.unit,
       regexp_extract_all(lower(substring(d.text, m.sentence_start + 1, m.start - m.sentence_start)), $token) AS before,
       regexp_extract_all(lower(substring(d.text, m."end" + 1, m.sentence_end - m."end")), $token) AS after
FROM unit_mentions u JOIN mentions m USING (mention_id) JOIN documents d ON d.document_id = m.document_id
)
SELECT unit, token, bool_or(near) AS beside
FROM (SELECT unit, unnest(before || after) AS token,
             unnest(list_transform(range(len(before) + len(after)), lambda i: i >= len(before) - $beside AND i < len(before) + $beside)) AS near
      FROM sides)
GROUP BY unit, token;

CREATE OR REPLACE TEMP TABLE document_words AS
WITH tokens AS (
    SELECT document, unnest(regexp_extract_all(lower(left(text, $longest)), $token)) AS token
    FROM documents JOIN (SELECT DISTINCT document_id, document FROM unit_mentions) USING (document_id)
)
SELECT document, token, count(*)::INTEGER AS n FROM tokens GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE unit_names AS
SELECT DISTINCT u.unit, r.role, unnest(regexp_extract_all(lower(r.name), $token)) AS token
FROM mention_roles r JOIN unit_mentions u USING (mention_id)
UNION
SELECT u.unit, r.role, lower(array_to_string(regexp_extract_all(r.name, '\b(\p{Lu})[\p{L}&]*', 1), ''))
FROM mention_roles r JOIN unit_mentions u USING (mention_id)
WHERE len(regexp_extract_all(r.name, '\b(\p{Lu})[\p{L}&]*', 1)) >= 2 AND r.role = 'body';
