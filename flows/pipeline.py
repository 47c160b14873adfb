"""The order of a run, whoever calls the stages: land and annotate -> dedup -> date -> merge -> load -> publish."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol, TypeVar

import duckdb
import pyarrow as pa
from filelock import FileLock, Timeout

from flows import corpus, versions
from flows.assemble import assemble, workspace
from flows.extractors import choice
from flows.inputs import Input
from flows.intake import Found, Unannotated
from flows.memory import frugal
from flows.metrics import write_metrics
from flows.outcome import Outcome, Stage
from flows.progress import listener
from flows.publish import Before, load, publish
from flows.settings import Settings
from flows.stages import Annotated, Job, Landed, input_id, known_inputs, types
from transforms.dedup.compare import Comparison
from transforms.dedup.judgements import Judgement
from transforms.ids import content_id
from warehouse.errors import UserError
from warehouse.lake import Lake

T = TypeVar("T")
Group = tuple[tuple[str, Input], ...]
GROUP_FILES = 2_000
STATE = "state.json"


class Caller(Protocol):
    """How the stages of a run are called: as plain functions, or as tasks of a flow."""

    def take_in(self, job: Job, groups: Sequence[Group], found: Found) -> Iterator[Landed | Annotated]:
        """Lands groups of inputs and annotates the shards that are found meanwhile, in any order."""

    def rest(self) -> None:
        """Lets workers go until they are needed again."""

    def compare(self, comparison: Comparison, partitions: int) -> Iterator[pa.Table]:
        """Compares happenings in so many partitions, in any order."""

    def step(self, name: str, work: Callable[..., T], *args: Any) -> T:
        """One step on the whole."""

    def undoing(self, undo: Callable[[], None]) -> AbstractContextManager[None]:
        """A block of steps that is undone when one of them fails."""


class Run:
    """One run on one lake, which it has locked."""

    def __init__(self, entries: Sequence[Input], settings: Settings, caller: Caller) -> None:
        self.began = perf_counter()
        self.settings = settings
        self.caller = caller
        self.entries = entries
        self.lake = Lake(settings.lake)
        self.decided: list[Judgement] = corpus.judgements(settings.judgements)
        extractor = choice(settings)
        self.job = Job(
            lake=settings.lake,
            land_version=versions.land_version(),
            annotate_version=versions.annotate_version() + versions.folder_version(settings.events) + extractor.version,
            landed_at=lake_time(self.lake, settings.instant()),
            batch_bytes=settings.batch_bytes,
            events=settings.events,
            extractor=extractor,
        )
        self.outcome = Outcome(inputs=len(entries), new_inputs=0)

    def take_in(self) -> None:
        """Takes in the inputs that the lake does not hold, and finds the events in what was not annotated so far."""
        with self.timed("land") as landed, self.timed("annotate") as annotated:
            known = known_inputs(self.lake)
            named = ((input_id(self.job, entry), entry) for entry in self.entries)
            groups = grouped([pair for pair in named if pair[0] not in known], self.settings.batch_bytes)
            waiting = Unannotated(self.lake, self.job)
            listener().begin("land", len(groups))
            for result in self.caller.take_in(self.job, groups, waiting.found):
                if isinstance(result, Landed):
                    listener().advance("land")
                    self.outcome.new_inputs += result.inputs
                    self.outcome.new_documents += result.documents
                    landed(result.inputs, result.text_bytes)
                else:
                    waiting.advance()
                    annotated(result.documents, result.text_bytes)

    def work(self) -> None:
        """All stages, but those whose results the lake holds."""
        types(self.job.events, self.job.annotate_version)  # what is wrong with them is told before anything is done
        self.take_in()
        if not self.lake.shard_ids("documents"):
            raise UserError(f"no article could be read: {self.first_refusals()}")
        self.caller.rest()
        follows = self.follows()
        current = self.lake.current()
        state = json.loads(self.lake.store.read(STATE) or b"{}")
        if current is None or (state.get("snapshot_id"), state.get("follows")) != (current, follows):
            self.outcome.snapshot_id = self.timeline()
            self.outcome.changed = self.outcome.snapshot_id != current
            state = {"snapshot_id": self.outcome.snapshot_id, "follows": follows, "metrics": self.metrics()}
            self.lake.store.write(STATE, json.dumps(state).encode())
        else:
            self.outcome.snapshot_id = current
        self.outcome.rows = self.lake.manifest(self.outcome.snapshot_id)["rows"]

    def first_refusals(self) -> str:
        """Some of the inputs that could not be read, and why."""
        told = self.lake.shard_table("land", "refusals").to_table(columns=["uri", "error", "detail"]).to_pylist()
        lines = sorted({f"{row['uri']}: {row['error']}, {row['detail']}" for row in told})
        return "; ".join(lines[:3]) + (f"; and {len(lines) - 3:,} more" if len(lines) > 3 else "")

    def follows(self) -> str:
        """Id of all that a snapshot follows from: the shards, the code and the words, and reviewers' decisions."""
        told = [f"{one.mention_a} {one.mention_b} {one.same}" for one in self.decided]
        shards = [*self.lake.shard_ids("land"), *self.lake.shard_ids("documents")]
        return content_id("follows", versions.code_version(), self.job.annotate_version, *told, "shards", *shards)

    def timeline(self) -> str:
        """Makes the tables of all that the lake holds and publishes them; returns the snapshot's id."""
        with workspace(self.settings) as con:
            self.step("assemble", assemble, con, self.job, self.settings.memory)
            known_types = types(self.job.events, self.job.annotate_version)
            known = corpus.Known(
                decided=self.decided,
                families={name: event.family for name, event in known_types.items()},
                spread=self.caller.compare,
                units_a_part=self.settings.units_a_part,
                previous=corpus.remember(con, self.lake),
            )
            self.step("dedup", corpus.dedup, con, known)
            self.step("date", corpus.date, con, known)
            self.step("merge", corpus.merge, con, known)
            made_at = self.job.landed_at
            snapshot: str = self.step("load", load, con, self.lake, self.settings, made_at, self.metrics())
        before = Before(self.lake)
        try:
            with self.caller.undoing(before.restore):
                self.step("publish", publish, self.lake, snapshot, self.settings.memory)
        finally:
            before.forget()
        return snapshot

    def step(self, name: str, work: Callable[..., T], *args: Any) -> T:
        """One step on the whole, timed; a count that it returns is what it worked on."""
        listener().begin(name, 1)
        with self.timed(name) as done:
            try:
                result = self.caller.step(name, work, *args)
            except duckdb.OutOfMemoryException as error:
                given = self.settings.memory or "what there is by default"
                raise UserError(
                    f"{name}: DuckDB needs more memory than {given}; give it more, such as DAYBOOK_MEMORY=2GB"
                ) from error
            done(result if isinstance(result, int) else 1, 0)
        listener().advance(name)
        return result

    def metrics(self) -> dict[str, Any]:
        """What the run measured so far."""
        seconds = round(perf_counter() - self.began, 3)
        stages = [asdict(stage) for stage in self.outcome.stages]
        return {"seconds": seconds, "stages": stages, "inputs": self.outcome.inputs}

    @contextmanager
    def timed(self, name: str) -> Iterator[Callable[[int, int], None]]:
        """Notes a stage: what the yielded function is told of items and bytes, and the seconds until it last was."""
        stage = Stage(name=name)
        self.outcome.stages.append(stage)
        began = perf_counter()

        def done(items: int, text_bytes: int) -> None:
            stage.items += items
            stage.text_bytes += text_bytes
            stage.seconds = round(perf_counter() - began, 3)

        yield done


def run(entries: Sequence[Input], settings: Settings, caller: Caller) -> Outcome:
    """Takes inputs in, and publishes the timeline of all that the lake holds.

    What the lake holds already is not done again. A lake that already follows from the same inputs, code and words is
    left as it is.

    Raises:
        UserError: another run is at work on the lake, or a file that the settings name cannot be used.
        UserError: the disk refuses, or the tables fail a check; the last published snapshot stays.
    """
    with locked(settings), frugal():
        running = Run(entries, settings, caller)
        try:
            running.work()
        except BaseException:
            with suppress(UserError):
                write_metrics(settings, running.outcome, succeeded=False)
            raise
        write_metrics(settings, running.outcome, succeeded=True)
        return running.outcome


def lake_time(lake: Lake, now: datetime) -> datetime:
    """The instant of a run: now, or just after the newest that the lake knows when the clock has jumped back.

    Of two versions of an article the one landed last counts, whatever the clock was put to between them.
    """
    newest = max(lake.shard_column("land", "inputs", "landed_at"), default=now)
    return now if newest <= now else newest + timedelta(microseconds=1)


def grouped(entries: Sequence[tuple[str, Input]], size: int) -> list[Group]:
    """Inputs in groups of about so many bytes, so that one is a task of seconds."""
    groups: list[Group] = []
    group: list[tuple[str, Input]] = []
    total = 0
    for entry_id, entry in entries:
        group.append((entry_id, entry))
        total += entry.size
        if total >= size or len(group) >= GROUP_FILES:
            groups.append(tuple(group))
            group, total = [], 0
    return [*groups, tuple(group)] if group else groups


@contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """One run at a time on a lake in a local folder; the lock ends with the process that holds it.

    Raises:
        UserError: another run holds it, and did not end in the time that the settings allow.
    """
    if "://" in settings.lake:
        yield
        return
    folder = Path(settings.lake)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=settings.wait)
        with lock:
            yield
    except Timeout:
        raise UserError(
            f"lake {settings.lake}: another run is at work on it; try again later, or `--wait SECONDS`"
        ) from None
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise UserError(f"lake {settings.lake}: cannot be used: {error.strerror}") from error
