"""What a run leaves in Prefect: artifacts for its page, and the event that automations react to."""

from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from prefect import get_run_logger
from prefect.artifacts import (
    create_image_artifact,
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.events import emit_event

from flows.outcome import Outcome
from flows.progress import Progress
from flows.publish import PAGE
from flows.settings import Settings
from warehouse.errors import UserError
from warehouse.formats import render
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse

PUBLISHED = "daybook.snapshot.published"
SHOWN = 20
DRAWN = 100
SINCE = """
SELECT min(day) FROM (
    SELECT coalesce(latest, earliest) AS day, sum(count(*)) OVER (ORDER BY day DESC) AS so_far
    FROM events WHERE day IS NOT NULL GROUP BY day)
WHERE so_far <= ?
"""
"""The day since which there are so many events."""


class ProgressArtifact(Progress):
    """Shows on the run's page how much of the stage under way is done, and passes on what it hears."""

    def __init__(self, further: Progress) -> None:
        self.further = further
        self.artifact: UUID | None = None
        self.done = self.total = 0

    def begin(self, stage: str, total: int) -> None:
        """A new bar."""
        self.further.begin(stage, total)
        self.done, self.total = 0, total
        begun = create_progress_artifact(
            0.0 if total else 100.0, key="daybook-progress", description=f"{stage}: {total} to do"
        )
        self.artifact = begun if isinstance(begun, UUID) else None

    def advance(self, stage: str) -> None:
        """A longer bar."""
        self.further.advance(stage)
        self.done += 1
        if self.artifact is not None:
            share = 100.0 * self.done / self.total
            update_progress_artifact(self.artifact, share, description=f"{stage}: {self.done} of {self.total}")


def tell(outcome: Outcome, settings: Settings) -> None:
    """Leaves a summary of the run; when it published a snapshot, also what is in it, and the event."""
    told = outcome.rows
    get_run_logger().info(
        f"snapshot {outcome.snapshot_id} {'published' if outcome.changed else 'stays'}: {told['events']:,} events in "
        f"{told['documents']:,} articles, {told['rejects']:,} inputs rejected; "
        f"{outcome.new_inputs:,} of {outcome.inputs:,} inputs were new"
    )
    create_table_artifact(
        stages(outcome), key="daybook-stages", description=f"Stages of snapshot {outcome.snapshot_id}"
    )
    if not outcome.changed:
        return
    lake = Lake(settings.lake)
    create_markdown_artifact(newest(lake, outcome), key="daybook-timeline", description="The newest events")
    create_table_artifact(rejects(lake), key="daybook-rejects", description="Inputs that could not be taken in")
    create_table_artifact(checks(lake, outcome), key="daybook-checks", description="What the checks measured")
    drawn = picture(lake)
    if drawn is not None:
        create_image_artifact(drawn, key="daybook-picture", description="The newest events that have a day")
    if lake.store.local is not None:
        page = Path(lake.store.local, PAGE).as_uri()
        create_link_artifact(page, link_text="The timeline as a page", key="daybook-explorer")
    emit_event(
        PUBLISHED,
        resource={"prefect.resource.id": f"daybook.lake.{settings.lake}", "daybook.snapshot": outcome.snapshot_id},
        payload={
            "lake": settings.lake,
            "snapshot_id": outcome.snapshot_id,
            "rows": outcome.rows,
            "new_documents": outcome.new_documents,
        },
    )


def stages(outcome: Outcome) -> list[dict[str, Any]]:
    """What each stage took and did."""
    return [
        {
            "stage": stage.name,
            "seconds": stage.seconds,
            "items": stage.items,
            "MB/s": round(stage.text_bytes / 1e6 / stage.seconds, 2) if stage.text_bytes and stage.seconds else None,
        }
        for stage in outcome.stages
    ]


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


def checks(lake: Lake, outcome: Outcome) -> list[dict[str, Any]]:
    """What the checks of the snapshot said, those that warn first."""
    report = [
        {name: one[name] for name in ("status", "check", "value", "bounds", "means")}
        for one in lake.report(outcome.snapshot_id)
    ]
    return sorted(report, key=lambda one: (one["status"] != "warn", one["status"], one["check"]))


def picture(lake: Lake) -> str | None:
    """The newest events drawn, as a `data:` address.

    Null when none has a day, when too many share the newest, or when matplotlib is not installed.
    """
    from warehouse.plot import Filter, write_plot

    with open_warehouse(lake) as con, TemporaryDirectory() as folder:
        [(first,)] = con.execute(SINCE, [DRAWN]).fetchall()
        path = Path(folder, "timeline.svg")
        try:
            if first is not None:
                write_plot(con, path, Filter(after=first))
        except UserError:
            return None
        return f"data:image/svg+xml;base64,{b64encode(path.read_bytes()).decode()}" if first is not None else None
