"""What changed between two snapshots, event by event: a feed for downstream jobs."""

from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from warehouse.load import mount

if TYPE_CHECKING:
    from warehouse.lake import Lake

COMPARED = (
    *("event_type", "title", "earliest", "latest", "grain", "modality", "outcome"),
    *("body", "actor", "target", "venue", "outlets", "documents", "claims"),
)

TOLD = """
CREATE TEMP TABLE told_{side} AS
WITH claims AS (
  SELECT event_id, list(attribute || '=' || value || if(chosen, '*', '') ORDER BY attribute, value) AS claims
  FROM {side}.event_claims GROUP BY event_id
)
SELECT t.*, c.claims FROM {side}.timeline_rows t LEFT JOIN claims c USING (event_id)
"""

CHANGES = """
WITH why AS (
  SELECT event_id, arg_max(why, snapshot_id = $b) AS why, arg_max(became, snapshot_id = $b) AS became
  FROM b.event_history WHERE event_id NOT IN (SELECT event_id FROM told_b) GROUP BY event_id
)
SELECT coalesce(a.event_id, b.event_id) AS event_id,
  CASE WHEN a.event_id IS NULL THEN 'added' WHEN b.event_id IS NULL THEN coalesce(why.why, 'withdrawn')
    ELSE 'changed' END AS change,
  why.became, {changed} AS changed,
  coalesce(b.event_type, a.event_type) AS event_type, coalesce(b.title, a.title) AS title,
  coalesce(b.best_day, a.best_day) AS best_day,
  CASE WHEN a.event_id IS NOT NULL THEN to_json({a}) END::VARCHAR AS before,
  CASE WHEN b.event_id IS NOT NULL THEN to_json({b}) END::VARCHAR AS after
FROM told_a a FULL JOIN told_b b ON a.event_id = b.event_id LEFT JOIN why ON why.event_id = a.event_id
WHERE a.event_id IS NULL OR b.event_id IS NULL OR len(changed) > 0
ORDER BY change, best_day NULLS LAST, event_id
"""


def changes(lake: "Lake", a: str, b: str) -> pa.Table:
    """Events added, changed, merged, split or withdrawn from snapshot `a` to snapshot `b`.

    Columns: event_id, change, became (the event that took it in), changed (names of the columns that differ),
    event_type, title, best_day, and the event before and after as JSON. Snapshots of the same content give no rows.

    Raises:
        UserError: there is no such snapshot.
    """
    with duckdb.connect() as con:
        for side, snapshot in (("a", a), ("b", b)):
            mount(con, lake, snapshot, side=side)
            con.execute(TOLD.format(side=side))
        sql = CHANGES.format(changed=changed_sql(), a=struct_sql("a"), b=struct_sql("b"))
        return con.sql(sql, params={"b": b}).to_arrow_table()


def changed_sql() -> str:
    """A list of the names of the columns that differ between `a` and `b`."""
    terms = [f"CASE WHEN a.{name} IS DISTINCT FROM b.{name} THEN '{name}' END" for name in COMPARED]
    return (
        f"CASE WHEN a.event_id = b.event_id THEN list_filter([{', '.join(terms)}], lambda x: x IS NOT NULL) ELSE [] END"
    )


def struct_sql(side: str) -> str:
    """The compared columns of a side as a struct."""
    return "{" + ", ".join(f"'{name}': {side}.{name}" for name in COMPARED) + "}"
