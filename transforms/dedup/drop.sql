-- What clustering leaves behind on the connection.
DROP TABLE unit_mentions;
DROP TABLE units;
DROP TABLE compared;
DROP TABLE judged;
DROP TABLE judged_pairs;
DROP TABLE judged_units;
DROP TABLE scores;
DROP TABLE roots;
DROP TABLE labels;
DROP TABLE aged;
DROP TABLE heirs;
DROP TABLE name_terms;
