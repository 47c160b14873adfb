-- A synthetic press. Stories of three events share a body, a person and background words and lie days apart, so that the
-- hard pairs are there: one body's two motions, a vote and the vote before it. Chance is a hash of the seed, the number of
-- the thing and the number of the question, so that the same seed gives the same world everywhere.

CREATE MACRO chance(thing, question) AS (hash(thing, question, getvariable('seed')) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO draw(thing, question, n) AS floor(chance(thing, question) * n)::BIGINT;
CREATE MACRO invented(n) AS
    ['ba','ce','di','fo','gu','ha','je','ki','lo','mu','na','pe','ri','so','tu','va'][1 + n % 16]
    || ['rn','lm','st','nd','ck','th','ll','mp'][1 + n // 16 % 8]
    || ['a','e','i','o','u','y','ar','en'][1 + n // 128 % 8]
    || ['ford','wick','ley','ton','by','ham','mere','stow'][1 + n // 1024 % 8]
    || CASE WHEN n >= 8192 THEN chr((97 + n // 8192 % 26)::INTEGER) || chr((97 + n // 212992 % 26)::INTEGER) ELSE '' END;

CREATE TABLE stories AS
SELECT s AS story, draw(s, 1, $mentions // 50 + 10) AS body, draw(s, 2, $mentions // 20 + 10) AS person, draw(s, 3, 3650) AS day,
       list_transform(range(8), lambda k: invented(draw(s, 100 + k, 60000))) AS words
FROM range($mentions // 12 + 1) t(s);

CREATE TABLE happened AS
SELECT 3 * story + k AS event, story, 1 + draw(3 * story + k, 10, 6) AS type, DATE '2010-01-01' + (day + k * (1 + draw(3 * story + k, 11, 25)))::INTEGER AS day,
       body, CASE WHEN k = 2 THEN draw(story, 12, $mentions // 20 + 10) ELSE person END AS person,
       10 + draw(3 * story + k, 13, 300) AS ayes,
       list_transform(range(4), lambda j: invented(draw(3 * story + k, 200 + j, 60000))) AS words
FROM stories, range(3) r(k);

-- Two mentions an article, both of one story; the first event of a story is told most, some events by dozens.
CREATE TABLE telling AS
WITH drawn AS (
    SELECT m, m // 2 AS article, m % 2 AS happening, floor(chance(m // 2, 20) ** 1.25 * ($mentions // 12 + 1))::BIGINT AS story,
           draw(m // 2, 21, 3) AS k FROM range($mentions) t(m)
), placed AS (
    SELECT m, article, happening, 3 * story + (k + happening * (1 + draw(article, 22, 2))) % 3 AS event FROM drawn
)
SELECT p.*, h.* EXCLUDE (event),
       h.day + (CASE WHEN chance(article, 23) < 0.05 THEN 30 + draw(article, 24, 170) ELSE floor(-2 * ln(1 - chance(article, 25))) + 12 * happening END)::INTEGER AS appeared
FROM placed p JOIN happened h USING (event);

CREATE TABLE worded AS
WITH days AS (SELECT article, max(appeared) AS published FROM telling GROUP BY article)
SELECT t.*, d.published,
       ['motion','vote','resignation','report','meeting','protest'][t.type] AS event_type,
       CASE WHEN chance(m, 30) < 0.2 THEN NULL WHEN chance(m, 30) < 0.4 THEN upper(left(invented(body), 1)) || invented(body)[2:]
            ELSE upper(left(invented(body), 1)) || invented(body)[2:] || ' District Council' END AS body_name,
       CASE WHEN chance(m, 31) < 0.2 THEN NULL WHEN chance(m, 31) < 0.5 THEN 'Ms ' || upper(left(invented(person // 5), 1)) || invented(person // 5)[2:]
            ELSE ['Ada','Bela','Cato','Dora','Emil'][1 + person % 5] || ' ' || upper(left(invented(person // 5), 1)) || invented(person // 5)[2:] END AS person_name,
       CASE WHEN chance(m, 32) < 0.5 THEN 'day' WHEN chance(m, 32) < 0.7 THEN 'week' END AS grain,
       CASE WHEN chance(m, 33) < 0.15 THEN t.ayes + draw(m, 34, 2) END AS told_ayes,
       list_filter(t.words, lambda w, j: chance(m, 40 + j) < 0.7)
       || list_transform(range(3), lambda j: invented(floor(chance(m, 60 + j) ** 3 * 20000)::BIGINT)) AS said
FROM telling t JOIN days d USING (article);

CREATE TABLE lines AS
SELECT *, concat_ws(' ', coalesce(body_name, 'They'), 'told of the', event_type, 'on', coalesce(person_name, 'the matter'),
                    CASE WHEN told_ayes IS NOT NULL THEN 'by ' || told_ayes END, array_to_string(said, ' ')) || '.' AS line
FROM worded;

CREATE TABLE documents AS
SELECT 'd' || article AS document_id, 'paper ' || article % 40 AS source, max(published) AS published, NULL::VARCHAR AS duplicate_of,
       string_agg(line, chr(10) ORDER BY happening) || chr(10)
       || array_to_string(list_filter(any_value(s.words), lambda w, j: chance(article, 300 + j) < 0.6), ' ') AS text
FROM lines JOIN stories s USING (story) GROUP BY article;

CREATE TABLE mentions AS
WITH placed AS (
    SELECT *, coalesce(lag(len(line) + 1) OVER (PARTITION BY article ORDER BY happening), 0) AS begins FROM lines
)
SELECT 'm' || m AS mention_id, 'd' || article AS document_id, happening::INTEGER AS happening, event_type, event_type AS trigger,
       (begins + strpos(line, event_type) - 1)::INTEGER AS start, (begins + strpos(line, event_type) - 1 + len(event_type))::INTEGER AS "end",
       begins::INTEGER AS sentence_start, (begins + len(line))::INTEGER AS sentence_end,
       'asserted' AS modality, NULL::VARCHAR AS outcome,
       CASE grain WHEN 'day' THEN day WHEN 'week' THEN date_trunc('week', day)::DATE END AS earliest,
       CASE grain WHEN 'day' THEN day WHEN 'week' THEN date_trunc('week', day)::DATE + 6 ELSE published END AS latest,
       grain, CASE WHEN grain IS NOT NULL THEN 'then' END AS date_basis, NULL::INTEGER AS offset_earliest, NULL::INTEGER AS offset_latest,
       false AS headline, 0.8 AS confidence
FROM placed;

CREATE TABLE mention_roles AS
SELECT 'm' || m AS mention_id, 'body' AS role, body_name AS name, 'e ' || body_name AS entity_id FROM worded WHERE body_name IS NOT NULL
UNION ALL SELECT 'm' || m, CASE event_type WHEN 'resignation' THEN 'actor' ELSE 'target' END, person_name, 'e ' || person_name FROM worded WHERE person_name IS NOT NULL;

CREATE TABLE mention_counts AS
SELECT 'm' || m AS mention_id, told_ayes AS n, 'for' AS counted FROM worded WHERE told_ayes IS NOT NULL;

CREATE TABLE truth AS SELECT 'm' || m AS mention_id, event FROM telling;
DROP TABLE lines; DROP TABLE worded; DROP TABLE telling; DROP TABLE happened; DROP TABLE stories;
