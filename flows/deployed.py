"""Flows that deployments run beside the timeline: polling sources, backfilling days, deleting old snapshots."""

from datetime import date
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.inputs import expand
from flows.pipeline import Outcome, locked
from flows.pipeline import run as run_stages
from flows.progress import listener, told_to
from flows.runners import executor, workers
from flows.schedule import gather, months, within
from flows.settings import RunnerName, settings
from flows.tell import ProgressArtifact, tell
from flows.timeline import TaskCaller
from warehouse.lake import Lake

LakeAddress = Annotated[str, Field(description="Folder or s3:// address of the lake")]
WAIT = 3600


@flow(name="watch", flow_run_name="watch for {lake}", persist_result=False)
def watch(
    lake: LakeAddress = "data",
    sources: Annotated[str | None, Field(description="Folder of sources; the built-in ones if empty")] = None,
    runner: Annotated[RunnerName, Field(description="Where batches are worked on")] = RunnerName.THREAD,
) -> Outcome | None:
    """Polls the sources that are due, and publishes the timeline with what is new.

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
    paths: Annotated[list[str], Field(description="Folders whose manifests say the days", min_length=1)],
    first: Annotated[date, Field(description="First day of publication")],
    last: Annotated[date, Field(description="Last day of publication, included")],
    lake: LakeAddress = "data",
    runner: Annotated[RunnerName, Field(description="Where batches are worked on")] = RunnerName.PROCESS,
) -> list[str]:
    """Takes in the articles of a range of days, month by month; a month that is in already costs nothing.

    Returns the snapshot that each month with articles published.

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
def vacuum(
    lake: LakeAddress = "data", keep: Annotated[int, Field(description="Snapshots that stay, the newest", ge=1)] = 10
) -> list[str]:
    """Deletes old snapshots and what interrupted runs left behind; returns the ids deleted.

    Raises:
        UserError: a run holds the lake for longer than an hour.
    """
    with locked(settings(lake=lake, wait=WAIT)):
        return Lake(lake).vacuum(keep)
