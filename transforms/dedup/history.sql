-- What became of the events that the snapshot before knew: an id that is gone was merged into the event that holds most
-- of its mentions, or withdrawn with them; an id that stays but lost mentions to another event was split.
CREATE OR REPLACE TABLE event_history AS
WITH moved AS (
    SELECT k.event_id, c.event_id AS now_id, count(*) AS mentions
    FROM known_events k LEFT JOIN clusters c USING (mention_id) GROUP BY ALL
), targets AS (
    SELECT event_id, bool_or(now_id = event_id) AS stays,
           arg_max(now_id, (mentions, now_id)) FILTER (now_id <> event_id) AS became
    FROM moved GROUP BY event_id
)
SELECT event_id, $snapshot_id AS snapshot_id, became,
       CASE WHEN stays THEN 'split' WHEN became IS NULL THEN 'withdrawn' ELSE 'merged' END AS why
FROM targets WHERE (NOT coalesce(stays, false)) OR became IS NOT NULL
UNION ALL SELECT event_id, snapshot_id, became, why FROM known_history
ORDER BY ALL;
