"""Flows that deployments run beside the timeline: polling, backfilling days, deleting old snapshots, exports."""

from datetime import date
from pathlib import Path
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.inputs import expand
from flows.names import RunnerName
from flows.outcome import Outcome
from flows.pipeline import locked
from flows.pipeline import run as run_stages
from flows.progress import listener, told_to
from flows.runners import executor, workers
from flows.schedule import gather, months, within
from flows.settings import settings
from flows.tell import ProgressArtifact, tell
from flows.timeline import TaskCaller
from warehouse.errors import UserError
from warehouse.explorer.explorer import write_whole
from warehouse.exports import FORMS, export
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse

WAIT = 3600


@flow(name="watch", flow_run_name="watch for {lake}", persist_result=False)
def watch(
    lake: str = "data",
    sources: str | None = None,
    runner: RunnerName = RunnerName.THREAD,
) -> Outcome | None:
    """Polls the sources that are due, and publishes the timeline with what is new.

    Args:
        lake: Folder or s3:// address of the lake.
        sources: Folder of sources; the built-in ones if empty.
        runner: Where batches are worked on.

    Raises:
        UserError: a source file cannot be understood, or the lake not used.
    """
    chosen = settings(lake=lake, runner=runner, wait=WAIT)
    with executor(chosen) as on, told_to(ProgressArtifact(listener())):
        outcome = gather(chosen, sources, early=False, caller=TaskCaller(on, workers(chosen)))
    if outcome is not None:
        tell(outcome, chosen)
    return outcome


@flow(name="backfill", flow_run_name="backfill {first} to {last}", persist_result=False)
def backfill(
    paths: Annotated[list[str], Field(min_length=1)],
    first: date,
    last: date,
    lake: str = "data",
    runner: RunnerName = RunnerName.PROCESS,
) -> list[str]:
    """Takes in the articles of a range of days, month by month; a month that is in already costs nothing.

    Returns the snapshot that each month with articles published.

    Args:
        paths: Folders whose manifests say the days.
        first: First day of publication.
        last: Last day of publication, included.
        lake: Folder or s3:// address of the lake.
        runner: Where batches are worked on.

    Raises:
        UserError: paths or the lake cannot be used.
    """
    chosen = settings(lake=lake, runner=runner, wait=WAIT)
    entries = expand(paths, published=None, source=None)
    snapshots = []
    with executor(chosen) as on, told_to(ProgressArtifact(listener())):
        for begin, end in months(first, last):
            chunk = within(entries, begin, end)
            if chunk:
                outcome = run_stages(chunk, chosen, TaskCaller(on, workers(chosen)))
                tell(outcome, chosen)
                snapshots.append(outcome.snapshot_id)
    return snapshots


@flow(name="vacuum", flow_run_name="vacuum {lake}", persist_result=False)
def vacuum(lake: str = "data", keep: Annotated[int, Field(ge=1)] = 10) -> list[str]:
    """Deletes old snapshots and what interrupted runs left behind; returns the ids deleted.

    Args:
        lake: Folder or s3:// address of the lake.
        keep: Snapshots that stay, the newest.

    Raises:
        UserError: a run holds the lake for longer than an hour.
    """
    with locked(settings(lake=lake, wait=WAIT)):
        return Lake(lake).vacuum(keep)


@flow(name="exports", flow_run_name="exports of {lake}", persist_result=False)
def exports(
    lake: str = "data",
    forms: Annotated[tuple[str, ...], Field(min_length=1)] = FORMS,
    folder: str | None = None,
) -> list[str]:
    """Writes the published timeline in the formats of other programs; returns the files' paths.

    Args:
        lake: Folder or s3:// address of the lake.
        forms: Some of csv, jsonl, ics, timelinejs, jsonld and atom.
        folder: Where to; `exports` in the lake if empty.

    Raises:
        UserError: nothing is published, there is no such format, or a lake in a bucket is given no folder.
    """
    opened = Lake(lake)
    if folder is None and opened.store.local is None:
        raise UserError(f"lake {opened.name}: name a folder for the exports")
    target = Path(folder) if folder is not None else Path(str(opened.store.local), "exports")
    with open_warehouse(opened) as con:
        rows = ask(con, "SELECT * FROM timeline")
    written = []
    for form in forms:
        path = target / f"timeline.{form}"
        write_whole(path, export(rows, form))
        written.append(str(path))
    return written
