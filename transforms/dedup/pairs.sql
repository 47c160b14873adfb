CREATE OR REPLACE TABLE pairs AS
SELECT a.first_mention AS mention_a, b.first_mention AS mention_b, c.score, x.label = y.label AS same, c.conflict, {levels}
FROM compared c
JOIN units a ON a.unit = c.unit_a JOIN units b ON b.unit = c.unit_b
JOIN labels x ON x.unit = c.unit_a JOIN labels y ON y.unit = c.unit_b
ORDER BY mention_a, mention_b;
