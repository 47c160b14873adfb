-- Events whose sources disagree: an attribute with values that cannot all be true. Days that overlap agree.
CREATE OR REPLACE VIEW disputed AS
WITH claims AS (
  SELECT *, try_cast(split_part(value, '/', 1) AS DATE) AS first_day,
    try_cast(split_part(value, '/', 2) AS DATE) AS last_day
  FROM event_claims
), folded AS (
  SELECT event_id, attribute, list(value ORDER BY documents DESC, value) AS "values",
    list(documents ORDER BY documents DESC, value) AS documents,
    list(value ORDER BY documents DESC, value) FILTER (chosen) AS chosen,
    attribute <> 'date' OR max(first_day) > min(last_day) AS apart
  FROM claims GROUP BY event_id, attribute HAVING count(*) > 1
)
SELECT e.best_day, e.event_type, e.title, f.attribute, f."values", f.documents, f.chosen, e.event_id
FROM folded f JOIN events e USING (event_id)
WHERE f.apart
ORDER BY e.best_day DESC NULLS LAST, e.event_id, f.attribute;

COMMENT ON VIEW disputed IS 'Events whose sources disagree: each attribute with all the values that sources give.';
