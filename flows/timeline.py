"""The main flow: the stages of a run as Prefect tasks.

A task is a batch of documents or a step on the whole, never a row. Results are shards of the lake, named by the hash of
what they follow from: that is the cache, so Prefect keeps none, and what is there already never becomes a task.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import pyarrow as pa
from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.runtime import flow_run
from prefect.tasks import Task
from prefect.transactions import Transaction, transaction
from pydantic import Field

from flows import stages
from flows.inputs import expand
from flows.intake import Found, take_in
from flows.names import ExtractorName, RunnerName
from flows.outcome import Outcome
from flows.pipeline import Group
from flows.pipeline import run as run_stages
from flows.plain import annotate_on, compare_on, land_on, rest_on
from flows.progress import listener, told_to
from flows.runners import executor, workers
from flows.settings import settings
from flows.tell import ProgressArtifact, tell
from transforms.dedup.compare import Comparison

T = TypeVar("T")
BACKOFF = (2.0, 10.0, 30.0)


def outside(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Whether a task failed for a reason that may pass, the disk or the network, not for its input."""
    error: BaseException | None = state.result(raise_on_failure=False)
    while error is not None and not isinstance(error, OSError):
        error = error.__cause__
    return isinstance(error, OSError)


class Batch:
    """A group of inputs as one parameter, which Prefect does not look into."""

    def __init__(self, group: Group) -> None:
        self.group = group

    def __str__(self) -> str:
        return f"{len(self.group)} inputs from {self.group[0][1].uri}"


class Corpus:
    """A comparison as one parameter, which Prefect does not look into."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison


TASK: dict[str, Any] = {
    "cache_policy": NO_CACHE,
    "persist_result": False,
    "retry_condition_fn": outside,
    "tags": ["daybook-batch"],
}


@task(name="land", task_run_name="land {batch}", retries=3, retry_delay_seconds=list(BACKOFF), **TASK)
def land(on: Executor, job: stages.Job, batch: Batch) -> stages.Landed:
    """Reads a group of inputs into documents."""
    return land_on(on, job, batch.group)


@task(name="annotate", task_run_name="annotate {shard}", retries=3, retry_delay_seconds=list(BACKOFF), **TASK)
def annotate(on: Executor, job: stages.Job, shard: str) -> stages.Annotated:
    """Finds the events in a shard of documents."""
    return annotate_on(on, job, shard)


@task(name="compare", task_run_name="compare {part}", retries=3, retry_delay_seconds=list(BACKOFF), **TASK)
def compare(on: Executor, corpus: Corpus, part: tuple[int, int]) -> pa.Table:
    """Compares the happenings of one partition with all others."""
    return compare_on(on, corpus.comparison, part)


class TaskCaller:
    """Calls stages as tasks of the flow that runs: batches as many at once as there are workers, steps in order."""

    def __init__(self, on: Executor, at_once: int) -> None:
        self.on = on
        self.at_once = at_once

    def take_in(
        self, job: stages.Job, groups: Sequence[Group], found: Found
    ) -> Iterator[stages.Landed | stages.Annotated]:
        """Lands groups of inputs and annotates the shards that are found meanwhile, in any order."""
        return take_in(self, job, groups, found)

    def land(self, job: stages.Job, group: Group) -> PrefectFuture[Any]:
        """Begins to land a group of inputs."""
        return land.submit(self.on, job, Batch(group))

    def annotate(self, job: stages.Job, shard: str) -> PrefectFuture[Any]:
        """Begins to annotate a shard of documents."""
        return annotate.submit(self.on, job, shard)

    def done(self, waiting: Collection[PrefectFuture[T]], seconds: float | None) -> Collection[PrefectFuture[T]]:
        """A future that is done, or none when the seconds are over."""
        try:
            return [next(as_completed(list(waiting), timeout=seconds))]
        except TimeoutError:
            return []

    def rest(self) -> None:
        """Lets workers go until they are needed again."""
        rest_on(self.on)

    def compare(self, comparison: Comparison, partitions: int) -> Iterator[pa.Table]:
        """Compares happenings in so many partitions, in any order. No more wait than are worked on."""
        waiting: list[PrefectFuture[pa.Table]] = []
        for part in range(partitions):
            if len(waiting) >= self.at_once:
                yield self.next(waiting)
            waiting.append(compare.submit(self.on, Corpus(comparison), (part, partitions)))
        while waiting:
            yield self.next(waiting)

    def next(self, waiting: list[PrefectFuture[T]]) -> T:
        """The outcome of the first that is done, which is taken out."""
        [done] = self.done(waiting, None)
        waiting.remove(done)
        return done.result()

    def step(self, name: str, work: Callable[..., T], *args: Any) -> T:
        """One step on the whole."""
        step = Task(
            work, name=name, task_run_name=name, cache_policy=NO_CACHE, persist_result=False, tags=["daybook-step"]
        )
        return step(*args)

    @contextmanager
    def undoing(self, undo: Callable[[], None]) -> Iterator[None]:
        """A block of steps in a transaction that is rolled back when one of them fails."""

        def roll_back(_: Transaction) -> None:
            undo()

        with transaction() as steps:
            steps.stage(None, on_rollback_hooks=[roll_back])
            yield


def run_name() -> str:
    """The name of a flow run: the lake and what is taken in."""
    given = flow_run.parameters
    paths = given.get("paths") or ["nothing new"]
    return f"{given.get('lake', 'data')} from {paths[0]}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")


@flow(
    name="timeline",
    flow_run_name=run_name,
    description="Articles to one dated, deduplicated, sourced timeline, published as a snapshot of the lake.",
    persist_result=False,
)
def timeline(
    paths: Annotated[list[str], Field(min_length=1)],
    lake: str = "data",
    published: date | None = None,
    source: str | None = None,
    runner: RunnerName = RunnerName.PROCESS,
    workers_at_once: Annotated[int | None, Field(ge=1)] = None,
    address: str | None = None,
    events: str | None = None,
    judgements: str | None = None,
    extractor: ExtractorName | None = None,
    spacy_model: str | None = None,
    llm_url: str | None = None,
    llm_model: str | None = None,
    llm_tokens: Annotated[int | None, Field(ge=0)] = None,
    wait: Annotated[float, Field(ge=0)] = 600,
    now: datetime | None = None,
) -> Outcome:
    """Takes articles in and publishes the timeline of all that the lake holds.

    Args:
        paths: Files, folders and globs of articles.
        lake: Folder or s3:// address of the lake.
        published: Publication day of inputs that carry none.
        source: Outlet of inputs that name none.
        runner: Where batches are worked on.
        workers_at_once: Batches at once; all cores if empty.
        address: Scheduler of a Dask cluster or head of a Ray cluster.
        events: Folder of further event types, one TOML file a type.
        judgements: CSV file of reviewers' decisions.
        extractor: What finds events; as the worker is set.
        spacy_model: Installed spaCy pipeline, or folder of one.
        llm_url: Base address of a chat endpoint.
        llm_model: Model that the endpoint is asked for.
        llm_tokens: Tokens that a run may spend there.
        wait: Seconds to wait for another run on the same lake.
        now: The instant that counts as now; the clock if empty.

    Raises:
        UserError: paths, settings or the lake cannot be used.
    """
    chosen = settings(
        lake=lake,
        published=published,
        source=source,
        runner=runner,
        workers=workers_at_once,
        address=address,
        events=events,
        judgements=judgements,
        extractor=extractor,
        spacy_model=spacy_model,
        llm_url=llm_url,
        llm_model=llm_model,
        llm_tokens=llm_tokens,
        wait=wait,
        now=now,
    )
    entries = expand(paths, published=chosen.published, source=chosen.source)
    with executor(chosen) as on, told_to(ProgressArtifact(listener())):
        outcome = run_stages(entries, chosen, TaskCaller(on, workers(chosen)))
    tell(outcome, chosen)
    return outcome
