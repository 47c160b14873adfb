"""Stages called as plain functions, batches on an executor: no server, no import of Prefect."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any, TypeVar

import pyarrow as pa

from flows.isolate import annotate_alone, land_alone
from flows.runners import Direct, Processes, crashed
from flows.stages import Annotated, Job, Landed, annotate, get_ready, land
from transforms.dedup.compare import Comparison

C = TypeVar("C")
T = TypeVar("T")


class PlainCaller:
    """Calls each batch on an executor, as many at once as there are workers."""

    def __init__(self, executor: Executor, workers: int) -> None:
        self.executor = executor
        self.workers = workers

    def land(self, job: Job, groups: Sequence[Any]) -> Iterator[Landed]:
        """Lands groups of inputs, in any order."""
        return self.each(land_on, job, groups)

    def annotate(self, job: Job, shards: Sequence[str]) -> Iterator[Annotated]:
        """Annotates shards of documents, in any order."""
        return self.each(annotate_on, job, shards)

    def rest(self) -> None:
        """Lets workers go until they are needed again."""
        rest_on(self.executor)

    def compare(self, comparison: Comparison, partitions: int) -> Iterator[pa.Table]:
        """Compares happenings in so many partitions, in any order."""
        return self.each(compare_on, comparison, [(part, partitions) for part in range(partitions)])

    def each(self, work: Callable[[Executor, C, Any], T], common: C, items: Sequence[Any]) -> Iterator[T]:
        """The outcomes of all items as they come; the first error ends the rest."""
        if isinstance(self.executor, Direct):
            yield from (work(self.executor, common, item) for item in items)
            return
        with ThreadPoolExecutor(self.workers) as threads:
            futures = [threads.submit(work, self.executor, common, item) for item in items]
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
    return executor.submit(comparison.part, *part).result()
