-- One row an event, roles and outlets folded into lists, newest first.
CREATE OR REPLACE VIEW timeline AS
SELECT * FROM timeline_rows ORDER BY best_day DESC NULLS LAST, event_id;

COMMENT ON VIEW timeline IS 'One row an event, roles and outlets folded into lists, newest first.';
