"""What becomes of a batch whose process died: it is tried alone, and halved until what kills it is found and left out.

A process dies of what no code of ours can catch: a fault in a native library, or memory that ran out. Another batch of
the same pool may be to blame, so the first try is the whole batch again. Somebody may have killed the process as well:
what is left out has ended a process of its own twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from flows.inputs import Input
from flows.runners import Processes, crashed
from flows.stages import Annotated, Job, Landed, annotate, attempt, land, read_documents
from warehouse.shards import Shards

T = TypeVar("T")
DIED = "the process that read it died"


def annotate_alone(job: Job, shard: str) -> Annotated:
    """Finds the events of a shard in a process of its own, leaving out documents that end any process."""
    try:
        return alone(annotate, job, shard)
    except Exception as error:
        if not crashed(error):
            raise
    ids = [document.document_id for document in read_documents(Shards(job.lake), shard)]
    return alone(annotate, job, shard, culprits(ids, lambda some: alone(attempt, job, shard, some)))


def land_alone(job: Job, group: Sequence[tuple[str, Input]]) -> Landed:
    """Lands a group in a process of its own, or its halves; an input that ends any process alone is refused."""
    try:
        return alone(land, job, group)
    except Exception as error:
        if not crashed(error):
            raise
    if len(group) == 1:
        try:
            return alone(land, job, group)
        except Exception as error:
            if not crashed(error):
                raise
        return land(job, [(group[0][0], replace(group[0][1], refused=DIED))])
    half = len(group) // 2
    return land_alone(job, group[:half]) + land_alone(job, group[half:])


def culprits(items: Sequence[T], attempted: Callable[[Sequence[T]], object]) -> list[T]:
    """The items that end the process, by halving."""
    for _ in range(2 if len(items) == 1 else 1):
        try:
            attempted(items)
        except Exception as error:
            if not crashed(error):
                raise
        else:
            return []
    if len(items) == 1:
        return list(items)
    half = len(items) // 2
    return culprits(items[:half], attempted) + culprits(items[half:], attempted)


def alone(work: Callable[..., T], *args: Any) -> T:
    """The result of a function in a process of its own."""
    pool = Processes(1)
    try:
        result: T = pool.submit(work, *args).result()
        return result
    finally:
        pool.shutdown(wait=True)
