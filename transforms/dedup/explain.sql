-- The compared pair that two mentions stand in, each alone or through another mention of its happening.
WITH kin AS (
    SELECT m.mention_id AS asked, k.mention_id
    FROM mentions m JOIN mentions k
        ON k.document_id = m.document_id AND (k.mention_id = m.mention_id OR k.happening = m.happening)
    WHERE m.mention_id IN ($a, $b)
)
SELECT DISTINCT p.* FROM pairs p
JOIN kin x ON x.mention_id = p.mention_a JOIN kin y ON y.mention_id = p.mention_b
WHERE x.asked <> y.asked;
