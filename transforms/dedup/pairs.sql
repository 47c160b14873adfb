-- The compared happenings, each by its first mention, with the decision. `distinctive`: both name a body or target that is
-- named for no other event of their type that can have been in the same days.
CREATE OR REPLACE TABLE pairs AS
WITH named AS (
    SELECT n.unit, n.term, u.event_type, l.label, u.earliest, u.latest
    FROM name_terms n JOIN units u USING (unit) JOIN labels l USING (unit)
    WHERE u.event_type IS NOT NULL
), telling AS (
    SELECT unit, list(term) AS terms
    FROM named x
    ANTI JOIN named y ON x.term = y.term AND x.event_type = y.event_type AND x.label <> y.label
        AND (x.latest + 1 < y.earliest OR y.latest + 1 < x.earliest) IS NOT TRUE
    GROUP BY unit
), decided AS (
    SELECT unit, first_mention, event_type, label, terms FROM units JOIN labels USING (unit) LEFT JOIN telling USING (unit)
)
SELECT a.first_mention AS mention_a, b.first_mention AS mention_b, c.score, a.label = b.label AS same,
       a.label = b.label AND a.event_type IS NOT DISTINCT FROM b.event_type
           AND coalesce(list_has_any(a.terms, b.terms), false) AS distinctive,
       c.conflict, {levels}
FROM compared c JOIN decided a ON a.unit = c.unit_a JOIN decided b ON b.unit = c.unit_b;
