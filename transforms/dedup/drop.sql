-- What clustering leaves behind on the connection.
DROP TABLE unit_mentions;
DROP TABLE sentence_terms;
DROP TABLE document_terms;
DROP TABLE name_terms;
DROP TABLE units;
DROP TABLE keys;
DROP TABLE allowed;
DROP TABLE candidates;
DROP TABLE compared;
DROP TABLE judged;
DROP TABLE judged_pairs;
DROP TABLE judged_units;
DROP TABLE scores;
DROP TABLE roots;
DROP TABLE labels;
DROP TABLE aged;
DROP TABLE heirs;
