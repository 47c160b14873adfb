"""Stages called as plain functions, batches on an executor: no server, no import of Prefect."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager
from typing import Any, TypeVar

import pyarrow as pa

from flows.intake import Found, take_in
from flows.isolate import annotate_alone, land_alone
from flows.runners import Direct, Processes, crashed
from flows.stages import Annotated, Job, Landed, annotate, get_ready, land
from transforms.dedup.compare import Comparison

T = TypeVar("T")


class PlainCaller:
    """Calls each batch on an executor, as many at once as there are workers."""

    def __init__(self, executor: Executor, workers: int) -> None:
        self.executor = executor
        self.workers = workers

    def take_in(self, job: Job, groups: Sequence[Any], found: Found) -> Iterator[Landed | Annotated]:
        """Lands groups of inputs and annotates the shards that are found meanwhile, in any order."""
        if isinstance(self.executor, Direct):
            yield from (land_on(self.executor, job, group) for group in groups)
            yield from (annotate_on(self.executor, *batch) for batch in found(True))
            return
        with ThreadPoolExecutor(self.workers) as threads:
            yield from take_in(Threads(threads, self.executor, self.workers), job, groups, found)

    def rest(self) -> None:
        """Lets workers go until they are needed again."""
        rest_on(self.executor)

    def compare(self, comparison: Comparison, partitions: int) -> Iterator[pa.Table]:
        """Compares happenings in so many partitions, in any order; the first error ends the rest."""
        parts = [(part, partitions) for part in range(partitions)]
        if isinstance(self.executor, Direct):
            yield from (compare_on(self.executor, comparison, part) for part in parts)
            return
        with ThreadPoolExecutor(self.workers) as threads:
            futures = [threads.submit(compare_on, self.executor, comparison, part) for part in parts]
            try:
                for future in as_completed(futures):
                    yield future.result()
            finally:
                threads.shutdown(cancel_futures=True)

    def step(self, name: str, work: Callable[..., T], *args: Any) -> T:
        """One step on the whole, here and now."""
        return work(*args)

    @contextmanager
    def undoing(self, undo: Callable[[], None]) -> Iterator[None]:
        """A block of steps that is undone when one of them fails."""
        try:
            yield
        except BaseException:
            undo()
            raise


class Threads:
    """Batches on an executor, each waited for by a thread, which also sees to it when a process dies."""

    def __init__(self, threads: ThreadPoolExecutor, executor: Executor, at_once: int) -> None:
        self.threads = threads
        self.executor = executor
        self.at_once = at_once

    def land(self, job: Job, group: Any) -> Future[Landed]:
        """Begins to land a group of inputs."""
        return self.threads.submit(land_on, self.executor, job, group)

    def annotate(self, job: Job, shard: str) -> Future[Annotated]:
        """Begins to annotate a shard of documents."""
        return self.threads.submit(annotate_on, self.executor, job, shard)

    def done(self, waiting: Collection[Future[Any]], seconds: float | None) -> Collection[Future[Any]]:
        """Futures that are done, or none when the seconds are over."""
        return wait(waiting, timeout=seconds, return_when=FIRST_COMPLETED).done


def land_on(executor: Executor, job: Job, group: Any) -> Landed:
    """Lands a group on an executor, or, when its process dies, by isolating the culprit."""
    if isinstance(executor, Processes):
        executor.expect(sum(entry.size for _, entry in group) // job.batch_bytes, get_ready, job)
    try:
        result: Landed = executor.submit(land, job, group).result()
        return result
    except Exception as error:
        if not crashed(error):
            raise
        return land_alone(job, group)


def annotate_on(executor: Executor, job: Job, shard: str) -> Annotated:
    """Annotates a shard on an executor, or, when its process dies, by isolating the culprit."""
    try:
        result: Annotated = executor.submit(annotate, job, shard).result()
        return result
    except Exception as error:
        if not crashed(error):
            raise
        return annotate_alone(job, shard)


def rest_on(executor: Executor) -> None:
    """Lets the processes of an executor of this machine go; those of a cluster are shared with others."""
    if isinstance(executor, Processes):
        executor.rest()


def compare_on(executor: Executor, comparison: Comparison, part: tuple[int, int]) -> pa.Table:
    """Compares one of so many partitions on an executor."""
    return executor.submit(Comparison.part, comparison, *part).result()
