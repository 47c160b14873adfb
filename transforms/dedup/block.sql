-- Keys that two units may share, each with its bits: log2 of units over units that have it. A key that very many units have
-- is cut by time (windows of $window days, each unit in its own and the next, so that neighbours meet); the
-- next election is enough by itself.

CREATE OR REPLACE TEMP TABLE frames AS
SELECT unit, document, modality, coalesce(event_type, '') AS event_type, coalesce(family, '') AS family,
       CASE WHEN event_type IS NULL THEN classes ELSE [event_type] END AS kinds,
       (coalesce(CASE WHEN latest - earliest <= $window THEN earliest END, published) - DATE '1970-01-01')::INTEGER AS day
FROM units;

CREATE OR REPLACE TEMP TABLE found AS
SELECT DISTINCT unit, hash('name', term, family) AS key, false AS enough FROM name_terms JOIN frames USING (unit)
UNION ALL
SELECT unit, hash('words', term, family), false FROM (
    SELECT unit, term FROM sentence_terms
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY weight DESC, term) <= $words)
JOIN frames USING (unit)
UNION ALL
SELECT unit, hash('document', term, kind), false
FROM (SELECT unit, document, unnest(kinds) AS kind FROM frames)
JOIN (SELECT document, term FROM document_terms
      SEMI JOIN (SELECT term FROM document_terms WHERE level = 0 GROUP BY term HAVING count(*) >= 2) USING (term)
      WHERE level = 0
      QUALIFY row_number() OVER (PARTITION BY document ORDER BY rank) <= $document_words) USING (document)
UNION ALL
SELECT unit, hash('next', event_type, day // 183 + side), true
FROM frames, (VALUES (0), (1)) sides(side) WHERE event_type = 'election' AND modality = 'planned';

CREATE OR REPLACE TEMP TABLE sizes AS
SELECT key, count(*)::INTEGER AS size FROM found GROUP BY key HAVING size >= 2;

-- A large key's windows stand side by side: those of one key a million places from those of the next. Units are counted
-- in their own windows first, as every window holds the units of two.
CREATE OR REPLACE TEMP TABLE windowed AS
WITH large AS (SELECT key, row_number() OVER () * (1 << 20) AS place FROM sizes WHERE size > $largest)
SELECT unit, place + day // $window AS place
FROM found JOIN large USING (key) JOIN frames USING (unit) WHERE NOT enough AND day IS NOT NULL;

CREATE OR REPLACE TEMP TABLE cells AS SELECT place, count(*)::INTEGER AS size FROM windowed GROUP BY place;

CREATE OR REPLACE TEMP TABLE windows AS
FROM (SELECT place, c.size + coalesce(before.size, 0) AS size
      FROM cells c LEFT JOIN (SELECT place + 1 AS place, size FROM cells) before USING (place)
      UNION ALL
      SELECT place + 1, size FROM cells WHERE place + 1 NOT IN (SELECT place FROM cells))
WHERE size >= 2;

-- The size from which keys are left out: the largest that keeps the pairs of all keys within $pairs a unit.
CREATE OR REPLACE TEMP TABLE allowed AS
SELECT coalesce(max(size), 2) AS size FROM (
    SELECT size, sum(sum(size * (size - 1) / 2)) OVER (ORDER BY size) AS pairs
    FROM (SELECT size FROM sizes UNION ALL SELECT size FROM windows) WHERE size <= $largest GROUP BY size)
WHERE pairs <= $pairs * (SELECT count(*) FROM units);

-- Keys are numbered, and bits are counted in 256ths, so that sums of them are exact in any order; a key that all units
-- have still brings them together.
CREATE OR REPLACE TEMP MACRO bits(size) AS greatest(1, round(256 * log2((SELECT count(*) FROM units) / size)))::INTEGER;

CREATE OR REPLACE TEMP TABLE keys AS
WITH narrow AS (
        SELECT key, (row_number() OVER ())::INTEGER AS number, bits(size) AS bits
        FROM sizes WHERE size <= (SELECT size FROM allowed)),
     narrow_windows AS (
        SELECT place, ((SELECT count(*) FROM narrow) + row_number() OVER ())::INTEGER AS number, bits(size) AS bits
        FROM windows WHERE size <= (SELECT size FROM allowed))
SELECT unit, number AS key, CASE WHEN enough THEN 1000 * 256 ELSE bits END AS bits FROM found JOIN narrow USING (key)
UNION ALL
SELECT unit, number, bits
FROM (SELECT unit, unnest([place, place + 1]) AS place FROM windowed) JOIN narrow_windows USING (place);

DROP TABLE frames;
DROP TABLE found;
DROP TABLE windowed;
DROP TABLE cells;
DROP TABLE windows;
DROP TABLE sizes;
DROP TABLE allowed;
