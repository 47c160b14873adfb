"""Landing and annotating at once, whatever works on the batches."""

from collections.abc import Collection, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any

import pytest

from flows.intake import Unannotated, take_in
from flows.pipeline import Run
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import settings
from flows.stages import Annotated, Job, Landed
from warehouse.lake import Lake


class Shelf:
    """Works in threads on groups of shards' names: landing puts them on a shelf, annotating takes a note of them."""

    def __init__(self, threads: ThreadPoolExecutor, at_once: int) -> None:
        self.threads = threads
        self.at_once = at_once
        self.shelf: list[str] = []
        self.named: list[str] = []
        self.annotated: list[str] = []
        self.under_way: list[int] = []
        self.seen = Event()

    def land(self, job: Job, group: Sequence[str]) -> Future[Landed]:
        return self.threads.submit(self.landing, group)

    def landing(self, group: Sequence[str]) -> Landed:
        for shard in group:
            if shard == "unreadable":
                raise ValueError(shard)
            if shard == "wait until one is annotated":
                assert self.seen.wait(60)
            self.shelf.append(shard)
        return Landed(inputs=1, documents=len(group), rejects=0, text_bytes=0)

    def annotate(self, job: Job, shard: str) -> Future[Annotated]:
        return self.threads.submit(self.annotating, shard)

    def annotating(self, shard: str) -> Annotated:
        self.annotated.append(shard)
        self.seen.set()
        return Annotated(documents=1, mentions=0, rejects=0, text_bytes=0)

    def done(self, waiting: Collection[Future[Any]], seconds: float | None) -> Collection[Future[Any]]:
        self.under_way.append(len(waiting))
        return wait(waiting, timeout=seconds, return_when=FIRST_COMPLETED).done

    def found(self, complete: bool) -> list[tuple[Job, str]]:
        new = self.shelf[len(self.named) :]
        self.named += new
        return [(JOB, shard) for shard in new]


JOB = Run([], settings(), PlainCaller(Direct(), 1)).job


@pytest.mark.parametrize("at_once", [1, 2, 5])
@pytest.mark.parametrize("groups", [[], [["a"]], [["a", "b", "c"]], [["a"], ["b", "c"], ["d"], [], ["e", "f", "g"]]])
def test_every_input_is_landed_and_every_shard_annotated_once(groups: list[list[str]], at_once: int) -> None:
    with ThreadPoolExecutor(at_once) as threads:
        shelf = Shelf(threads, at_once)
        results = list(take_in(shelf, JOB, groups, shelf.found))
    shards = sorted(shard for group in groups for shard in group)
    assert sorted(shelf.annotated) == sorted(shelf.shelf) == shards
    assert [type(result) for result in results].count(Landed) == len(groups)
    assert len(results) == len(groups) + len(shards)
    assert max(shelf.under_way, default=0) <= at_once


def test_shards_are_annotated_while_the_input_they_came_from_is_landed() -> None:
    with ThreadPoolExecutor(2) as threads:
        shelf = Shelf(threads, 2)
        list(take_in(shelf, JOB, [["first", "wait until one is annotated"]], shelf.found))
    assert shelf.annotated == ["first", "wait until one is annotated"]


def test_the_first_error_ends_the_rest() -> None:
    with ThreadPoolExecutor(1) as threads:
        shelf = Shelf(threads, 1)
        with pytest.raises(ValueError, match="unreadable"):
            list(take_in(shelf, JOB, [["unreadable"], ["never landed"]], shelf.found))
    assert shelf.shelf == []


def test_what_a_run_may_spend_is_shared_out_when_all_batches_are_known(tmp_path: Any) -> None:
    chosen = settings(
        lake=str(tmp_path), extractor="llm", llm_url="http://127.0.0.1:1/v1", llm_model="any", llm_tokens=900
    )
    lake = Lake(chosen.lake)
    waiting = Unannotated(lake, Run([], chosen, PlainCaller(Direct(), 1)).job)
    for shard in ("one", "two", "three"):
        lake.write_shard("documents", shard, {})
    assert waiting.found(False) == []
    assert [(shard, job.extractor.tokens) for job, shard in waiting.found(True)] == [
        ("one", 300),
        ("three", 300),
        ("two", 300),
    ]
