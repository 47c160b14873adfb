-- Pairs of units worth comparing: they share a key, and the key is shared by few enough. A key that is shared by more is
-- cut by time (windows of $window days, each unit in its own and the next, so that neighbours meet) and, still too
-- common, left out: other keys find the pair if it is worth finding.

CREATE OR REPLACE TEMP TABLE keys AS
WITH frames AS (
    SELECT unit, document_id, modality, coalesce(event_type, '') AS event_type, coalesce(family, '') AS family, CASE WHEN event_type IS NULL THEN classes ELSE [event_type] END AS kinds,
           coalesce(CASE WHEN latest - earliest <= $window THEN earliest END, published) AS day
    FROM units
), found AS (
    SELECT unit, hash('name', token, family) AS key, day
    FROM name_terms JOIN frames USING (unit)
  UNION
    SELECT unit, hash('words', term, family), day FROM (
        SELECT unit, term FROM sentence_terms
        QUALIFY row_number() OVER (PARTITION BY unit ORDER BY idf DESC, term) <= $words)
    JOIN frames USING (unit)
  UNION
    SELECT unit, hash('document', term, unnest(kinds)), day FROM (
        SELECT document_id, term FROM document_terms WHERE rank <= $document_words AND level = 1)
    JOIN frames USING (document_id)
  UNION
    SELECT unit, hash('next', event_type, (day - DATE '1970-01-01') // 183 + side), day
    FROM frames, (VALUES (0), (1)) sides(side) WHERE event_type = 'election' AND modality = 'planned'
), sized AS (
    SELECT *, count(*) OVER (PARTITION BY key) AS size FROM found
), cut AS (
    SELECT unit, key FROM sized WHERE size <= $largest
  UNION
    SELECT unit, hash(key, ((day - DATE '1970-01-01') // $window) + side)
    FROM sized, (VALUES (0), (1)) sides(side) WHERE size > $largest AND day IS NOT NULL
)
SELECT unit, key FROM cut QUALIFY count(*) OVER (PARTITION BY key) BETWEEN 2 AND $largest;
