-- Planned events that can still lie ahead of the newest article; nothing here reads a clock.
CREATE OR REPLACE VIEW upcoming AS
SELECT * FROM timeline_rows
WHERE modality IN ('planned', 'possible')
  AND coalesce(latest, DATE '9999-12-31') >= (SELECT max(coalesce(published, published_latest)) FROM documents)
ORDER BY earliest NULLS LAST, event_id;

COMMENT ON VIEW upcoming IS 'Planned events that can still lie ahead of the newest article.';
