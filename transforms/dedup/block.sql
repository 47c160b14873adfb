-- Keys that two units may share, each with its bits: log2 of units over units that have it. A key that very many units have
-- is cut by time (windows of $window days, each unit in its own and the next, so that neighbours meet); the
-- next election is enough by itself.

CREATE OR REPLACE TEMP TABLE keys AS
WITH frames AS (
    SELECT unit, document, modality, coalesce(event_type, '') AS event_type, coalesce(family, '') AS family,
           CASE WHEN event_type IS NULL THEN classes ELSE [event_type] END AS kinds,
           coalesce(CASE WHEN latest - earliest <= $window THEN earliest END, published) - DATE '1970-01-01' AS day
    FROM units
), found AS (
    SELECT DISTINCT unit, hash('name', token, family) AS key, day, false AS enough FROM name_terms JOIN frames USING (unit)
  UNION ALL
    SELECT unit, hash('words', term, family), day, false FROM (
        SELECT unit, term FROM sentence_terms
        QUALIFY row_number() OVER (PARTITION BY unit ORDER BY weight DESC, term) <= $words)
    JOIN frames USING (unit)
  UNION ALL
    SELECT unit, hash('document', term, unnest(kinds)), day, false
    FROM document_terms JOIN frames USING (document) WHERE rank <= $document_words AND level = 0
  UNION ALL
    SELECT unit, hash('next', event_type, day // 183 + side), NULL, true
    FROM frames, (VALUES (0), (1)) sides(side) WHERE event_type = 'election' AND modality = 'planned'
), sizes AS (
    SELECT key, count(*) AS size FROM found GROUP BY key HAVING size >= 2
), windowed AS (
    SELECT unit, hash(key, day // $window + side) AS key
    FROM found JOIN sizes USING (key), (VALUES (0), (1)) sides(side) WHERE size > $largest AND day IS NOT NULL
)
SELECT unit, key, enough, size FROM found JOIN sizes USING (key) WHERE size <= $largest
UNION ALL
SELECT unit, key, false, size
FROM windowed JOIN (SELECT key, count(*) AS size FROM windowed GROUP BY key HAVING size >= 2) USING (key);

-- The size from which keys are left out: the largest that keeps the pairs of all keys within $pairs a unit.
CREATE OR REPLACE TEMP TABLE allowed AS
SELECT coalesce(max(size), 2) AS size FROM (
    SELECT size, sum(sum(size - 1) / 2) OVER (ORDER BY size) AS pairs FROM keys WHERE size <= $largest GROUP BY size)
WHERE pairs <= $pairs * (SELECT count(*) FROM units);

-- Keys are numbered, and bits are counted in 256ths, so that sums of them are exact in any order; a key that all units
-- have still brings them together.
CREATE OR REPLACE TEMP TABLE keys AS
WITH kept AS (SELECT * FROM keys WHERE size <= (SELECT size FROM allowed)),
     numbered AS (SELECT key, (row_number() OVER () - 1)::INTEGER AS number FROM (SELECT DISTINCT key FROM kept))
SELECT unit, number AS key, CASE WHEN enough THEN 1000 * 256 ELSE greatest(1, round(256 * log2((SELECT count(*) FROM units) / size))) END::INTEGER AS bits
FROM kept JOIN numbered USING (key);
