-- From words to weighted terms, and one row a unit. Runs when the table stems(token, term) is filled: terms are numbers in
-- the order of their stems, a word too common to say anything has none. A term weighs the square of its idf, in
-- sixteenths: so much do two that share it have in common.

CREATE OR REPLACE TEMP MACRO weight(idf) AS least(4095, round(idf * idf * 16))::SMALLINT;

CREATE OR REPLACE TEMP TABLE sentence_terms AS
WITH words AS (SELECT unit, term, bool_or(beside) AS beside FROM unit_words JOIN stems USING (token) GROUP BY ALL),
     weights AS (
        SELECT term, weight(ln(1 + (SELECT count(DISTINCT unit) FROM words) / count(*))) AS weight
        FROM words GROUP BY term)
SELECT unit, term, weight, beside FROM words JOIN weights USING (term);

-- A document's heaviest words. One that comes twice, four times, eight times ... counts as so many terms more, each at
-- its own level, so that terms without numbers still weigh how often a word is said.
CREATE OR REPLACE TEMP TABLE document_terms AS
WITH words AS (SELECT document, term, count(*)::INTEGER AS n FROM document_words JOIN stems USING (token) GROUP BY ALL),
     weights AS (
        SELECT term, ln(1 + (SELECT count(DISTINCT document) FROM words) / count(*)) AS idf FROM words GROUP BY term),
     heaviest AS (
        SELECT document, term, n, idf, row_number() OVER (PARTITION BY document ORDER BY (1 + ln(n)) * idf DESC, term) AS rank
        FROM words JOIN weights USING (term)
        QUALIFY rank <= $heaviest)
SELECT document, rank::SMALLINT AS rank, level, (term::INTEGER * $levels + level)::INTEGER AS term, weight(idf) AS weight
FROM (SELECT *, unnest(range(least($levels, 1 + floor(log2(n))::INTEGER)))::TINYINT AS level FROM heaviest);

DROP TABLE document_words;

CREATE OR REPLACE TEMP TABLE name_terms AS
WITH words AS (
        SELECT DISTINCT unit, role, token FROM unit_names WHERE token NOT IN (SELECT token FROM generic_names)),
     weights AS (
        SELECT token, row_number() OVER (ORDER BY token)::INTEGER AS term, count(DISTINCT unit)::INTEGER AS units,
               weight(ln(1 + (SELECT count(DISTINCT unit) FROM words) / count(DISTINCT unit))) AS weight
        FROM words GROUP BY token)
SELECT unit, role, term, weight, units FROM words JOIN weights USING (token);

DROP TABLE unit_names;

CREATE OR REPLACE TEMP TABLE units AS
WITH chosen AS (
        SELECT u.unit, u.mention_id AS first_mention, m.document_id, u.document, m.happening, m.event_type,
               coalesce(f.family, m.event_type) AS family, m.earliest, m.latest, m.modality, t.stem AS trigger,
               coalesce(o.classes, t.classes, []) AS classes, o.form, m.start < $lead AS lead, m.start,
               m.sentence_start
        FROM unit_mentions u JOIN mentions m USING (mention_id)
        LEFT JOIN families f USING (event_type) LEFT JOIN triggers t USING (trigger) LEFT JOIN forms o USING (unit)
        WHERE u.rank = 1),
     outcomes AS (
        SELECT unit, arg_min(outcome, (m.outcome = 'pending', m.headline, m.start, m.mention_id)) AS outcome
        FROM unit_mentions JOIN mentions m USING (mention_id) WHERE m.outcome IS NOT NULL GROUP BY unit),
     counted AS (
        SELECT unit, list(DISTINCT hash(counted, n)) AS counts
        FROM unit_mentions JOIN mention_counts USING (mention_id) GROUP BY unit),
     named AS (
        SELECT unit, list(DISTINCT term) FILTER (role IN ('actor', 'target')) AS persons
        FROM name_terms GROUP BY unit),
     figures AS (
        SELECT unit, list(DISTINCT token) AS figures FROM unit_words
        SEMI JOIN (SELECT token FROM stems WHERE regexp_full_match(token, '[0-9]+')) USING (token) GROUP BY unit)
SELECT c.*, d.published, o.outcome, coalesce(n.persons, []) AS persons, coalesce(k.counts, []) AS counts,
       coalesce(g.figures, []) AS figures, b.unit IS NOT NULL AS suffered, b.number, b.sex, b.age, b.befallen,
       c.event_type IS NOT NULL AND coalesce(c.latest - c.earliest > 31, true) AND n.unit IS NULL AS vague
FROM chosen c JOIN documents d USING (document_id)
LEFT JOIN outcomes o USING (unit) LEFT JOIN counted k USING (unit) LEFT JOIN named n USING (unit)
LEFT JOIN figures g USING (unit) LEFT JOIN befell b USING (unit);

DROP TABLE unit_words;
DROP TABLE stems;
DROP TABLE befell;
DROP TABLE forms;
