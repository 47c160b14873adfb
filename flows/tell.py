"""What a run leaves in Prefect: artifacts for its page, and the event that automations react to."""

from pathlib import Path
from typing import Any

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.events import emit_event

from flows.pipeline import Outcome
from flows.publish import PAGE
from flows.settings import Settings
from warehouse.formats import render
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse

PUBLISHED = "daybook.snapshot.published"
SHOWN = 20


def tell(outcome: Outcome, settings: Settings) -> None:
    """Leaves a summary of the run; when it published a snapshot, also the newest events, rejects and the event."""
    stages = [
        {
            "stage": stage.name,
            "seconds": stage.seconds,
            "items": stage.items,
            "MB/s": round(stage.text_bytes / 1e6 / stage.seconds, 2) if stage.text_bytes and stage.seconds else None,
        }
        for stage in outcome.stages
    ]
    create_table_artifact(stages, key="daybook-stages", description=f"Stages of snapshot {outcome.snapshot_id}")
    if not outcome.changed:
        return
    lake = Lake(settings.lake)
    create_markdown_artifact(newest(lake, outcome), key="daybook-timeline", description="The newest events")
    create_table_artifact(rejects(lake), key="daybook-rejects", description="Inputs that could not be taken in")
    if lake.store.local is not None:
        page = Path(lake.store.local, PAGE).as_uri()
        create_link_artifact(page, link_text="The timeline as a page", key="daybook-explorer")
    emit_event(
        PUBLISHED,
        resource={"prefect.resource.id": f"daybook.lake.{settings.lake}", "daybook.snapshot": outcome.snapshot_id},
        payload={"snapshot_id": outcome.snapshot_id, "rows": outcome.rows, "new_documents": outcome.new_documents},
    )


def newest(lake: Lake, outcome: Outcome) -> str:
    """Counts and the newest events as Markdown."""
    with open_warehouse(lake) as con:
        rows = ask(con, f"SELECT best_day, event_type, title, outlets FROM timeline LIMIT {SHOWN}")
    told = outcome.rows
    head = f"**{told['events']:,} events** in {told['documents']:,} articles, {told['rejects']:,} inputs rejected"
    return f"{head}\n\n{render(rows, 'markdown').decode()}"


def rejects(lake: Lake) -> list[dict[str, Any]]:
    """Why inputs were rejected, how many of each, and one of them."""
    with open_warehouse(lake) as con:
        rows = ask(
            con,
            "SELECT stage, error, count(*) AS inputs, min(uri) AS one_of_them FROM rejects "
            "GROUP BY ALL ORDER BY inputs DESC, stage, error LIMIT 50",
        )
    found: list[dict[str, Any]] = rows.to_pylist()
    return found
