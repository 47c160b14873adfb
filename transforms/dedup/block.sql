-- Keys that two units may share, each with its bits: log2 of units over units that have it. A key that very many units have
-- is cut by time (windows of $window days, each unit in its own and the next, so that neighbours meet); the
-- next election is enough by itself.

CREATE OR REPLACE TEMP TABLE keys AS
WITH frames AS (
    SELECT unit, document_id, modality, coalesce(event_type, '') AS event_type, coalesce(family, '') AS family,
           CASE WHEN event_type IS NULL THEN classes ELSE [event_type] END AS kinds,
           coalesce(CASE WHEN latest - earliest <= $window THEN earliest END, published) - DATE '1970-01-01' AS day
    FROM units
), found AS (
    SELECT DISTINCT unit, hash('name', token, family) AS key, day, false AS enough FROM name_terms JOIN frames USING (unit)
  UNION ALL
    SELECT unit, hash('words', term, family), day, false FROM (
        SELECT unit, term FROM sentence_terms
        QUALIFY row_number() OVER (PARTITION BY unit ORDER BY idf DESC, term) <= $words)
    JOIN frames USING (unit)
  UNION ALL
    SELECT unit, hash('document', term, unnest(kinds)), day, false
    FROM document_terms JOIN frames USING (document_id) WHERE rank <= $document_words AND level = 1
  UNION ALL
    SELECT unit, hash('next', event_type, day // 183 + side), NULL, true
    FROM frames, (VALUES (0), (1)) sides(side) WHERE event_type = 'election' AND modality = 'planned'
), sized AS (
    SELECT *, count(*) OVER (PARTITION BY key) AS size FROM found
), cut AS (
    SELECT unit, key, enough FROM sized WHERE size BETWEEN 2 AND $largest
  UNION ALL
    SELECT unit, hash(key, day // $window + side), false FROM sized, (VALUES (0), (1)) sides(side) WHERE size > $largest AND day IS NOT NULL
)
SELECT unit, key, enough, count(*) OVER (PARTITION BY key) AS size FROM cut QUALIFY size >= 2;

-- The size from which keys are left out: the largest that keeps the pairs of all keys within $pairs a unit.
CREATE OR REPLACE TEMP TABLE allowed AS
SELECT coalesce(max(size), 2) AS size FROM (
    SELECT size, sum(sum(size - 1) / 2) OVER (ORDER BY size) AS pairs FROM keys WHERE size <= $largest GROUP BY size)
WHERE pairs <= $pairs * (SELECT count(*) FROM units);

CREATE OR REPLACE TEMP TABLE keys AS
SELECT unit, key, CASE WHEN enough THEN 1000 ELSE log2((SELECT count(*) FROM units) / size) END::FLOAT AS bits FROM keys WHERE size <= (SELECT size FROM allowed);
