-- The pairs whose score is nearest to the threshold, each with what both articles say.
WITH sentences AS (
    SELECT m.mention_id, d.source, d.published, d.uri,
           substring(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
    FROM mentions m JOIN documents d USING (document_id)
)
SELECT p.mention_a, p.mention_b, p.score, p.same,
       a.source, a.published, a.uri, a.sentence, b.source, b.published, b.uri, b.sentence
FROM pairs p JOIN sentences a ON a.mention_id = p.mention_a JOIN sentences b ON b.mention_id = p.mention_b
WHERE p.conflict IS NULL
ORDER BY abs(p.score - $threshold), p.mention_a, p.mention_b
LIMIT $limit;
