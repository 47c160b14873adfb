-- From words to weighted terms and one wide row a unit. Runs when the table stems(token, stem) is filled.

CREATE OR REPLACE TEMP MACRO term(word, idf) AS
    ((hash(word) >> 13)::BIGINT << 12) | least(4095, round(idf * idf * 16))::BIGINT;
CREATE OR REPLACE TEMP MACRO weight_of(terms) AS coalesce(list_sum(list_transform(terms, lambda t: t & 4095)), 0);
-- Cosine of two lists of weighted words, 0 to 1; each comes with its own weight.
CREATE OR REPLACE TEMP MACRO likeness(x, y) AS
    weight_of(list_intersect(x.terms, y.terms)) / greatest(1, sqrt(x.weight::DOUBLE * y.weight));
CREATE OR REPLACE TEMP MACRO weighed(list_of_terms) AS
    {'terms': coalesce(list_of_terms, []), 'weight': weight_of(list_of_terms)::INTEGER};

CREATE OR REPLACE TEMP TABLE sentence_terms AS
WITH words AS (
        SELECT unit, stem, bool_or(beside) AS beside FROM unit_words JOIN stems USING (token) WHERE NOT common GROUP BY ALL),
     weights AS (
        SELECT stem, count(*) AS units, ln(1 + (SELECT count(DISTINCT unit) FROM words) / count(*)) AS idf
        FROM words GROUP BY stem)
SELECT unit, beside, term(stem, idf) AS term, idf, units FROM words JOIN weights USING (stem);

-- A document's heaviest words. One that comes twice, four times, eight times ... counts as so many terms more, each at
-- its own level, so that lists without numbers still weigh how often a word is said.
CREATE OR REPLACE TEMP TABLE document_terms AS
WITH words AS (
        SELECT document_id, stem, sum(n) AS n FROM document_words JOIN stems USING (token) WHERE NOT common GROUP BY ALL),
     weights AS (
        SELECT stem, ln(1 + (SELECT count(DISTINCT document_id) FROM words) / count(*)) AS idf
        FROM words GROUP BY stem),
     heaviest AS (
        SELECT document_id, stem, n, idf, row_number() OVER (PARTITION BY document_id ORDER BY (1 + ln(n)) * idf DESC, stem) AS rank
        FROM words JOIN weights USING (stem)
        QUALIFY rank <= $heaviest)
SELECT document_id, rank, level, term(stem || ' ' || level, idf) AS term
FROM (SELECT *, unnest(range(1, 2 + floor(log2(n))::BIGINT)) AS level FROM heaviest);

CREATE OR REPLACE TEMP TABLE name_terms AS
WITH words AS (
        SELECT DISTINCT unit, role, token FROM unit_names
        WHERE len(token) > 1 AND token NOT IN (SELECT token FROM generic_names)),
     weights AS (
        SELECT token, count(DISTINCT unit) AS units,
               ln(1 + (SELECT count(DISTINCT unit) FROM words) / count(DISTINCT unit)) AS idf
        FROM words GROUP BY token)
SELECT unit, role, token, term(token, idf) AS term, idf, units FROM words JOIN weights USING (token);

CREATE OR REPLACE TEMP TABLE units AS
WITH chosen AS (
        SELECT u.unit, u.mention_id AS first_mention, m.document_id, m.happening, m.event_type,
               coalesce(f.family, m.event_type) AS family, m.earliest, m.latest, m.modality, t.stem AS trigger,
               coalesce(t.classes, []) AS classes, m.start < $lead AS lead, m.sentence_start
        FROM unit_mentions u JOIN mentions m USING (mention_id)
        LEFT JOIN families f USING (event_type) LEFT JOIN triggers t USING (trigger)
        WHERE u.rank = 1),
     outcomes AS (
        SELECT unit, arg_min(outcome, (m.outcome = 'pending', m.headline, m.start, m.mention_id)) AS outcome
        FROM unit_mentions JOIN mentions m USING (mention_id) WHERE m.outcome IS NOT NULL GROUP BY unit),
     counted AS (
        SELECT unit, list(DISTINCT hash(counted, n)) AS counts
        FROM unit_mentions JOIN mention_counts USING (mention_id) GROUP BY unit),
     names AS (
        SELECT unit, list(DISTINCT term) FILTER (role = 'body') AS body, list(DISTINCT term) FILTER (role = 'target') AS target,
               list(DISTINCT term) FILTER (role IN ('actor', 'target')) AS persons, list(DISTINCT term) AS names
        FROM name_terms GROUP BY unit),
     sentences AS (
        SELECT unit, list(term) AS words, list(term) FILTER (beside) AS beside FROM sentence_terms GROUP BY unit),
     figures AS (
        SELECT unit, list(token) AS figures FROM unit_words WHERE regexp_full_match(token, '[0-9]+') GROUP BY unit),
     articles AS (SELECT document_id, list(term) AS document FROM document_terms GROUP BY document_id)
SELECT c.*, d.published, o.outcome,
       weighed(n.body) AS body, weighed(n.target) AS target, weighed(n.names) AS names, coalesce(n.persons, []) AS persons,
       coalesce(k.counts, []) AS counts, coalesce(g.figures, []) AS figures,
       weighed(s.words) AS words, weighed(s.beside) AS beside, weighed(a.document) AS document,
       c.event_type IS NOT NULL AND coalesce(c.latest - c.earliest > 31, true) AND n.unit IS NULL AS vague
FROM chosen c JOIN documents d USING (document_id)
LEFT JOIN outcomes o USING (unit) LEFT JOIN counted k USING (unit) LEFT JOIN names n USING (unit)
LEFT JOIN sentences s USING (unit) LEFT JOIN figures g USING (unit) LEFT JOIN articles a USING (document_id)
ORDER BY c.unit;

DROP TABLE sides;
DROP TABLE unit_words;
DROP TABLE document_words;
DROP TABLE unit_names;
DROP TABLE stems;
