-- What is no longer needed once units and terms are read, of which the comparison has copies of its own.
DROP TABLE sentence_terms;
DROP TABLE document_terms;

CREATE OR REPLACE TEMP TABLE units AS SELECT unit, first_mention, event_type, earliest, latest, vague FROM units;

CREATE OR REPLACE TEMP TABLE name_terms AS
SELECT DISTINCT unit, term FROM name_terms WHERE role IN ('body', 'target') AND units <= $shared;
