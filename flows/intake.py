"""Landing and annotating at once: a shard is annotated as soon as it lies in the lake, while the rest is landed.

One large file is landed by one worker. The others would wait for its end, and the more of them there are the longer.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from flows.names import ExtractorName
from flows.progress import listener
from flows.stages import Annotated, Job, Landed, annotated_id
from warehouse.shards import Shards

LOOK = 0.2
"""Seconds after which an idle worker looks for new shards again."""

F = TypeVar("F", bound="Awaited")
Found = Callable[[bool], Sequence[tuple[Job, str]]]
"""Names shards to annotate, each once, with the job; is told whether all inputs are landed."""


class Awaited(Protocol):
    """A future."""

    def result(self) -> Any:
        """What came of it; raises what it raised."""


class Workers(Protocol[F]):
    """Where batches are worked on: gives futures, so many at once, and says which are done."""

    at_once: int

    def land(self, job: Job, group: Any) -> F:
        """Begins to land a group of inputs."""

    def annotate(self, job: Job, shard: str) -> F:
        """Begins to annotate a shard of documents."""

    def done(self, waiting: Collection[F], seconds: float | None) -> Collection[F]:
        """Futures that are done: at least one, or none when the seconds are over."""


class Unannotated:
    """The shards of a lake that were not annotated by this code with these words."""

    def __init__(self, lake: Shards, job: Job) -> None:
        self.lake = lake
        self.job = job
        self.annotated = set(lake.shard_ids("annotate"))
        self.named: set[str] = set()
        self.total = self.done = 0
        self.complete = False

    def found(self, complete: bool) -> list[tuple[Job, str]]:
        """The shards that are there and were not named before, each with its job; `complete` says that no more come.

        What a run may spend on a model is shared out over all batches, so none is named before all are there.
        """
        chosen = self.job.extractor
        if chosen.name is ExtractorName.LLM and not complete:
            return []
        shards = [shard for shard in self.lake.shard_ids("documents") if shard not in self.named]
        self.named.update(shards)
        shards = [shard for shard in shards if annotated_id(self.job, shard) not in self.annotated]
        job = replace(self.job, extractor=replace(chosen, tokens=chosen.tokens // max(len(shards), 1)))
        self.total += len(shards)
        if complete:
            self.complete = True
            listener().begin("annotate", self.total)
            for _ in range(self.done):
                listener().advance("annotate")
        return [(job, shard) for shard in shards]

    def advance(self) -> None:
        """One of them is annotated; told when it is known how many there are."""
        self.done += 1
        if self.complete:
            listener().advance("annotate")


def take_in(workers: Workers[F], job: Job, groups: Sequence[Any], found: Found) -> Iterator[Landed | Annotated]:
    """What came of landing some groups of inputs and of annotating the shards that `found` names, in any order.

    Inputs go first. No more wait than are worked on, so that a crash touches few.
    """
    landing, ready = deque(groups), deque[tuple[Job, str]]()
    waiting: dict[F, bool] = {}
    told_of_all = False
    while True:
        complete = not landing and not any(waiting.values())
        if not told_of_all:
            ready.extend(found(complete))
            told_of_all = complete
        while len(waiting) < workers.at_once and (landing or ready):
            if landing:
                waiting[workers.land(job, landing.popleft())] = True
            else:
                waiting[workers.annotate(*ready.popleft())] = False
        if not waiting:
            return
        idle = len(waiting) < workers.at_once and not complete
        for future in workers.done(list(waiting), LOOK if idle else None):
            del waiting[future]
            yield future.result()
