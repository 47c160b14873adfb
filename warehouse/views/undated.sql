-- Events with no day to plot them on: a bound is open.
CREATE OR REPLACE VIEW undated AS
SELECT * FROM timeline_rows WHERE best_day IS NULL ORDER BY last_reported DESC NULLS LAST, event_id;

COMMENT ON VIEW undated IS 'Events with no day to plot them on, because a bound is open.';
